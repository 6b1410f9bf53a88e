package dev.strait.envs.locomotion;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.strait.envs.Box;
import dev.strait.envs.Environment;
import dev.strait.envs.EnvironmentSpec;
import dev.strait.envs.Environments;
import dev.strait.envs.Pcg64;
import dev.strait.envs.StepBatch;
import dev.strait.envs.VectorEnvironment;
import dev.strait.envs.World;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every world on bodies, beside {@code WorldContractTest}. */
class LocomotionWorldTest {

    @TempDir Path folder;

    static List<String> ids() {
        return Locomotion.ids();
    }

    @ParameterizedTest
    @CsvSource({
        "Ant-v4, 27, 8, 1, 1000, 6000",
        "Ant-v5, 105, 8, 1, 1000, 6000",
        "HalfCheetah-v4, 17, 6, 1, 1000, 4800",
        "Hopper-v5, 11, 3, 1, 1000, 3800",
        "Humanoid-v4, 376, 17, 0.4, 1000, ",
        "Humanoid-v5, 348, 17, 0.4, 1000, ",
        "InvertedDoublePendulum-v4, 11, 1, 1, 1000, 9100",
        "InvertedDoublePendulum-v5, 9, 1, 1, 1000, 9100",
        "InvertedPendulum-v4, 4, 1, 3, 1000, 950",
        "Reacher-v4, 11, 2, 1, 50, -3.75",
        "Reacher-v5, 10, 2, 1, 50, -3.75",
        "Swimmer-v5, 8, 2, 1, 1000, 360",
        "Walker2d-v4, 17, 6, 1, 1000, ",
    })
    void shouldHaveGymnasiumsSpaces(
            String id, int observation, int action, double bound, int limit, Double threshold) {
        EnvironmentSpec spec = Environments.spec(id);
        Environment environment = new Environment(spec);
        assertEquals(observation, environment.observationSpace().size());
        Box actions = (Box) environment.actionSpace();
        assertEquals(action, actions.size());
        assertEquals((float) bound, actions.high(0));
        assertEquals(-(float) bound, actions.low(action - 1));
        assertEquals(limit, spec.maxEpisodeSteps());
        assertEquals(
                threshold == null ? Double.NaN : threshold,
                spec.rewardThreshold().orElse(Double.NaN));
        assertTrue(spec.dear());
    }

    @ParameterizedTest
    @MethodSource("ids")
    void shouldStayFiniteUnderRandomFullTorque(String id) {
        play(id, 10_000);
    }

    @Tag("long")
    @ParameterizedTest
    @MethodSource("ids")
    void shouldStayFiniteOverAMillionSteps(String id) {
        play(id, 1_000_000);
    }

    private static void play(String id, int steps) {
        Environment environment = Environments.make(id);
        environment.reset(1);
        Box actions = (Box) environment.actionSpace();
        Pcg64 random = new Pcg64(2);
        double[] action = new double[actions.size()];
        for (int t = 0; t < steps; t++) {
            for (int i = 0; i < action.length; i++) {
                action[i] = random.nextBoolean() ? actions.high(i) : actions.low(i);
            }
            Environment.Step step = environment.step(action);
            double sum = step.reward();
            for (double value : step.observation()) {
                sum += value;
            }
            assertTrue(Double.isFinite(sum), () -> id + " is not finite");
            if (step.terminated() || step.truncated()) {
                environment.reset();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("ids")
    void shouldNotDependOnTheNumberOfThreads(String id) {
        try (VectorEnvironment one = Environments.makeVector(id, 6, 1);
                VectorEnvironment again = Environments.makeVector(id, 6, 1);
                VectorEnvironment four = Environments.makeVector(id, 6, 4)) {
            int size = one.observationSpace().size();
            StepBatch expected = new StepBatch(6, size);
            StepBatch same = new StepBatch(6, size);
            StepBatch actual = new StepBatch(6, size);
            one.reset(3, expected.observations);
            again.reset(3, same.observations);
            four.reset(3, actual.observations);
            Pcg64 random = new Pcg64(4);
            double[] actions = new double[6 * one.actionSpace().size()];
            for (int t = 0; t < 200; t++) {
                for (int row = 0; row < 6; row++) {
                    one.actionSpace().sample(random, actions, row * one.actionSpace().size());
                }
                one.step(actions, expected);
                again.step(actions, same);
                four.step(actions, actual);
                assertArrayEquals(expected.observations, same.observations);
                assertArrayEquals(expected.observations, actual.observations);
                assertArrayEquals(expected.rewards, actual.rewards);
                assertArrayEquals(expected.terminated, actual.terminated);
            }
        }
    }

    @Test
    void shouldNotTellAStateWhoseVelocityLiesAtTheLimit() {
        LocomotionWorld hopper = (LocomotionWorld) Environments.make("Hopper-v4").world();
        double[] observation = new double[11];
        hopper.reset(new Pcg64(0), observation, 0);
        assertTrue(hopper.tellsState(observation, 0));
        observation[9] = -10;
        assertFalse(hopper.tellsState(observation, 0));
        observation[9] = 9.9;
        observation[4] = 11;
        assertTrue(hopper.tellsState(observation, 0));
    }

    @Test
    void shouldReportAStateThatIsNoNumber() {
        LocomotionWorld cheetah = (LocomotionWorld) Environments.make("HalfCheetah-v4").world();
        double[] observation = new double[17];
        cheetah.reset(new Pcg64(0), observation, 0);
        cheetah.v[3] = Double.NaN;
        String message =
                assertThrows(
                                IllegalStateException.class,
                                () -> cheetah.step(new double[6], 0, observation, 0))
                        .getMessage();
        assertEquals("HalfCheetah: the simulation left its sound states (NOT_FINITE)", message);
    }

    /** The places are those of the fourth stage of Runge-Kutta, not of the state. */
    @Test
    void shouldRewardAntByWhereItsTorsoWasEvaluated() {
        Ant ant = (Ant) Environments.make("Ant-v4").world();
        double[] observation = new double[27];
        ant.reset(new Pcg64(0), observation, 0);
        assertEquals(ant.q[0], ant.mark());
        ant.step(new double[] {1, -1, 1, -1, 1, -1, 1, -1}, 0, observation, 0);
        assertTrue(ant.q[0] != ant.mark());
        assertEquals(ant.q[0], ant.mark(), 0.01);
    }

    @Test
    void shouldNotTellAStateOfPolesThatTurnAtTheLimit() {
        World poles = Environments.make("InvertedDoublePendulum-v4").world();
        double[] observation = new double[11];
        assertTrue(poles.tellsState(observation, 0));
        for (int velocity = 5; velocity < 8; velocity++) {
            double[] fast = observation.clone();
            fast[velocity] = -10;
            assertFalse(poles.tellsState(fast, 0));
        }
        observation[8] = 10;
        assertTrue(poles.tellsState(observation, 0), "forces are no part of the state");
    }

    /** Evenly on the disc of 0.2 m: a quarter of them within half of its radius. */
    @Test
    void shouldPlaceReachersTargetOnADisc() {
        Environment reacher = Environments.make("Reacher-v4");
        int near = 0;
        for (int i = 0; i < 1000; i++) {
            double[] observation = reacher.reset(i);
            double distance = Math.hypot(observation[4], observation[5]);
            assertTrue(distance < 0.2);
            near += distance < 0.1 ? 1 : 0;
        }
        assertEquals(250, near, 55, "four deviations");
    }

    private Path body(String name, String word, String other) throws IOException {
        try (InputStream in = Locomotion.class.getResourceAsStream(name + ".xml")) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            String changed = text.replaceFirst(word, other);
            assertNotEquals(text, changed);
            return Files.writeString(folder.resolve("body.xml"), changed);
        }
    }

    private static EnvironmentSpec on(String id, Path body) {
        return Locomotion.spec(id, Optional.of(body), Optional.empty());
    }

    @Test
    void shouldWalkOnABodyOfOnesOwn() throws IOException {
        Path heavy = body("hopper", "<worldbody>", "<!-- mine --><worldbody>");
        Environment environment = new Environment(on("Hopper-v4", heavy));

        assertArrayEquals(
                Environments.make("Hopper-v4").reset(3), environment.reset(3), "the same body");
    }

    @Test
    void shouldRefuseABodyThatDoesNotFitItsWorld() throws IOException {
        Path idle = body("hopper", "<motor name=\"foot\"[^>]*/>", "");
        String message =
                assertThrows(IllegalArgumentException.class, () -> on("Hopper-v4", idle))
                        .getMessage();
        assertTrue(
                message.endsWith(
                        "has 6 positions, 6 velocities and 2 controls, but a body for Hopper-v4"
                                + " has 6, 6 and 3"),
                message);
        Path nameless = body("reacher", "body name=\"fingertip\"", "body name=\"tip\"");
        assertThrows(IllegalArgumentException.class, () -> on("Reacher-v4", nameless));
        assertThrows(IllegalArgumentException.class, () -> on("Pendulum-v1", nameless));
    }

    /** A ball has four positions for three velocities. */
    @Test
    void shouldCountPositionsBesideVelocities() throws IOException {
        Path ball =
                Files.writeString(
                        folder.resolve("ball.xml"),
                        """
                        <mujoco>
                          <worldbody>
                            <body>
                              <joint type="ball"/>
                              <geom size="0.1" contype="0" conaffinity="0"/>
                              <body>
                                <joint name="h"/>
                                <geom size="0.1" contype="0" conaffinity="0"/>
                              </body>
                            </body>
                          </worldbody>
                          <actuator><motor joint="h"/><motor joint="h"/></actuator>
                        </mujoco>
                        """);
        String message =
                assertThrows(IllegalArgumentException.class, () -> on("Reacher-v4", ball))
                        .getMessage();
        assertTrue(message.contains("has 5 positions, 4 velocities and 2 controls"), message);
    }
}
