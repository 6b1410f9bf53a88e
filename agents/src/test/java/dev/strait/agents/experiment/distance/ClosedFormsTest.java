package dev.strait.agents.experiment.distance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.strait.core.tensor.SeedStream;
import java.util.Arrays;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClosedFormsTest {

    private static final Density P = new Density(-0.3, 0.7);
    private static final Density Q = new Density(0.9, 1.6);

    @Test
    void shouldBeCommonsMathsNormalDensity() {
        NormalDistribution reference = new NormalDistribution(-0.3, 0.7);
        for (double x = -4; x <= 4; x += 0.5) {
            assertEquals(reference.density(x), P.at(x), 1e-14);
            assertEquals(reference.logDensity(x), P.log(x), 1e-12);
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldBeNoughtBetweenADensityAndItself(Divergence divergence) {
        assertEquals(0, divergence.of(Q, Q), 1e-10);
    }

    /** Under x → −3x + 2 divergences stay, and Wasserstein's distance grows threefold. */
    @ParameterizedTest
    @EnumSource
    void shouldKnowUnitsInWassersteinsDistanceAlone(Divergence divergence) {
        double factor = divergence == Divergence.WASSERSTEIN ? 3 : 1;
        double moved = divergence.of(moved(P), moved(Q));
        assertEquals(factor * divergence.of(P, Q), moved, 1e-6);
    }

    private static Density moved(Density density) {
        return new Density(-3 * density.mean() + 2, 3 * density.std());
    }

    /** W(N(0, s²), N(0, t²)) = |s − t| E|z| = |s − t| √(2/π), and it is symmetric. */
    @ParameterizedTest
    @CsvSource({"1, 2", "2, 1", "0.5, 3"})
    void shouldMoveMassOutwardsToAWiderGaussian(double s, double t) {
        double expected = Math.abs(s - t) * Math.sqrt(2 / Math.PI);
        double distance = Divergence.WASSERSTEIN.of(new Density(0, s), new Density(0, t));
        assertEquals(expected, distance, 1e-5);
    }

    /** JS ≤ ¼ (KL(p ‖ q) + KL(q ‖ p)), since KL is convex (Lin 1991). */
    @ParameterizedTest
    @ValueSource(doubles = {0, 0.1, 1, 4})
    void shouldKeepJensenAndShannonBelowAQuarterOfJeffreys(double gap) {
        Density far = new Density(P.mean() + gap, 1.3);
        double js = Divergence.JENSEN_SHANNON.of(P, far);
        double bound = (P.klTo(far) + far.klTo(P)) / 4;
        assertTrue(js > 0 && js < bound, js + " is not within (0, " + bound + ")");
    }

    @Test
    void shouldLeaveTheBestDiscriminatorGuessingBetweenEquals() {
        assertEquals(2 * Math.log(2), Divergence.lossOfBestDiscriminator(P, P), 1e-10);
        Density away = new Density(60, 1);
        assertEquals(0, Divergence.lossOfBestDiscriminator(P, away), 1e-10);
    }

    @Test
    void shouldRefuseDensitiesThatAreNone() {
        for (double wrong : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThrows(IllegalArgumentException.class, () -> new Density(0, wrong));
        }
        assertThrows(IllegalArgumentException.class, () -> new Density(Double.NaN, 1));
        assertThrows(IllegalArgumentException.class, () -> P.wassersteinTo(Q));
    }

    /** The cheapest plan costs what the running differences add up to. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 6, 9})
    void shouldFindTheRunningDifferencesByTheSimplexToo(int places) {
        SeedStream random = new SeedStream(places);
        double[] from = random.doubles(places, 0, 5).toArray();
        double[] to = random.doubles(places, 0, 5).toArray();
        double factor = Arrays.stream(from).sum() / Arrays.stream(to).sum();
        EarthMover mover =
                new EarthMover(from, Arrays.stream(to).map(earth -> factor * earth).toArray());

        assertEquals(mover.work(), EarthMover.work(mover.plan()), 1e-9);
        assertEquals(mover.work(), new EarthMover(mover.to(), mover.from()).work(), 1e-9);
    }

    /** One shovel over three places is three shovels of work. */
    @Test
    void shouldCountTheWay() {
        double[] left = {1, 0, 0, 0};
        double[] right = {0, 0, 0, 1};
        assertEquals(3, new EarthMover(left, right).work());
        assertEquals(0, new EarthMover(left, left).work());
        assertThrows(
                IllegalArgumentException.class, () -> new EarthMover(new double[0], new double[0]));
    }
}
