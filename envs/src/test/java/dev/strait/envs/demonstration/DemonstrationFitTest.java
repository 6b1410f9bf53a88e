package dev.strait.envs.demonstration;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.strait.envs.Box;
import dev.strait.envs.Discrete;
import dev.strait.envs.Environments;
import dev.strait.envs.MultiDiscrete;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DemonstrationFitTest {

    private static final Box BOUNDS = Box.of(new double[] {-2}, new double[] {2});

    private static Demonstrations of(boolean discrete, double... actions) {
        Episode episode =
                new Episode(
                        actions.length,
                        new double[3 * actions.length + 3],
                        actions,
                        null,
                        true,
                        false);
        return new Demonstrations("test", Optional.empty(), 3, 1, discrete, List.of(episode));
    }

    private static String refusal(Runnable check) {
        return assertThrows(DemonstrationException.class, check::run).getMessage();
    }

    @Test
    void shouldNameBothObservationShapes() {
        String message =
                refusal(
                        () ->
                                DemonstrationFit.check(
                                        of(true, 0, 1), Environments.spec("CartPole-v1")));
        assertEquals(
                "the demonstrations have observations of shape (3), but CartPole-v1 has (4)",
                message);
    }

    @Test
    void shouldRefuseIndicesForCoordinatesAndTheOtherWayRound() {
        String message =
                refusal(
                        () ->
                                DemonstrationFit.check(
                                        of(true, 0, 1), Environments.spec("Pendulum-v1")));
        assertTrue(message.contains("discrete actions of shape (1)"), message);
        assertTrue(message.contains("Pendulum-v1 has continuous ones"), message);
        assertFalse(DemonstrationFit.fits(of(true, 0), Environments.spec("Pendulum-v1")));
        assertTrue(DemonstrationFit.fits(of(false, 0), Environments.spec("Pendulum-v1")));
        refusal(() -> DemonstrationFit.check(of(false, 0), Box.unbounded(3), new Discrete(2)));
    }

    @ParameterizedTest
    @ValueSource(doubles = {2, -1, 1e18})
    void shouldTellWhichIndexIsNotInTheSpace(double index) {
        Demonstrations made = of(true, 0, 1, index);
        String message =
                refusal(() -> DemonstrationFit.check(made, Box.unbounded(3), new Discrete(2)));
        assertTrue(message.startsWith("action of episode 0, step 2 is " + (long) index), message);
    }

    @Test
    void shouldWantOneIndexABranch() {
        Demonstrations made = of(true, 0, 1);
        refusal(
                () ->
                        DemonstrationFit.check(
                                made, Box.unbounded(3), new MultiDiscrete(List.of(2, 2))));
        DemonstrationFit.check(made, Box.unbounded(3), new MultiDiscrete(List.of(2)));
    }

    @ParameterizedTest
    @CsvSource({"2.000001, true", "2.0001, false", "-2.000001, true", "1e300, false"})
    void shouldAllowCoordinatesNoMoreThanRoundingOutside(double value, boolean fits) {
        Demonstrations made = of(false, 0, value, 1);
        if (fits) {
            DemonstrationFit.check(made, Box.unbounded(3), BOUNDS);
        } else {
            String message = refusal(() -> DemonstrationFit.check(made, Box.unbounded(3), BOUNDS));
            assertTrue(message.contains("action[0] of episode 0, step 1"), message);
        }
    }

    /** N(0, 1.5²) has 18 % outside ±2: what a policy says before the world clips it. */
    private static double[] unclipped() {
        SplittableRandom random = new SplittableRandom(7);
        double[] actions = new double[1000];
        Arrays.setAll(actions, i -> 1.5 * random.nextGaussian());
        return actions;
    }

    @Test
    void shouldAcceptARecorderThatPlainlyDidNotClip() {
        assertDoesNotThrow(
                () -> DemonstrationFit.check(of(false, unclipped()), Box.unbounded(3), BOUNDS));
    }

    @ParameterizedTest
    @ValueSource(doubles = {2, -2})
    void shouldRefuseStraysOfARecorderThatClipped(double bound) {
        double[] actions = unclipped();
        actions[10] = bound;
        refusal(() -> DemonstrationFit.check(of(false, actions), Box.unbounded(3), BOUNDS));
    }

    @Test
    void shouldRefuseActionsThatNoPolicyOfThisWorldSays() {
        double[] actions = unclipped();
        actions[10] = 10.5;
        String message =
                refusal(() -> DemonstrationFit.check(of(false, actions), Box.unbounded(3), BOUNDS));
        assertTrue(message.contains("not in [-2.0, 2.0]"), message);
    }

    @ParameterizedTest
    @CsvSource({
        "imitation/cartpole_0.final.npz, CartPole-v1",
        "imitation/pendulum_0.final.npz, Pendulum-v1",
        "minari/cartpole/expert-v0, CartPole-v1",
        "minari/pendulum/expert-v0, Pendulum-v1",
        "ilpyt/MountainCar-v0.npz, MountainCar-v0",
        "ilpyt/MountainCarContinuous-v0.npz, MountainCarContinuous-v0",
        "formats/pendulum1-arrow-v0, Pendulum-v1",
    })
    void shouldFitRealFilesToTheirWorldsAlone(String file, String id) {
        Demonstrations read = DemonstrationFile.read(SharedFiles.path(file));
        List<String> fitting =
                Environments.ids().stream()
                        .filter(other -> DemonstrationFit.fits(read, Environments.spec(other)))
                        .filter(other -> !other.startsWith("Probe"))
                        .toList();
        assertTrue(fitting.contains(id), fitting::toString);
        assertFalse(fitting.contains("Acrobot-v1"), fitting::toString);
    }

    /** Of 2,000 actions 15 are strays, 25 are a habit: at least a hundredth. */
    @ParameterizedTest
    @CsvSource({"15, false", "25, true"})
    void shouldWantAShareOutsideOfWhomItTakesForUnclipped(int outside, boolean fits) {
        double[] actions = new double[2000];
        Arrays.fill(actions, 0, outside, 2.5);
        Demonstrations made = of(false, actions);
        if (fits) {
            DemonstrationFit.check(made, Box.unbounded(3), BOUNDS);
        } else {
            refusal(() -> DemonstrationFit.check(made, Box.unbounded(3), BOUNDS));
        }
    }

    @ParameterizedTest
    @CsvSource({"5e-7, true", "5e-6, false", "-1e9, true"})
    void shouldHoldABoundOnOneSideAlone(double value, boolean fits) {
        Box half = Box.of(new double[] {Double.NEGATIVE_INFINITY}, new double[] {0});
        Demonstrations made = of(false, value);
        if (fits) {
            DemonstrationFit.check(made, Box.unbounded(3), half);
        } else {
            refusal(() -> DemonstrationFit.check(made, Box.unbounded(3), half));
        }
    }
}
