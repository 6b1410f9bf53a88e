package dev.strait.agents.experiment.game;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import org.apache.commons.math3.complex.Complex;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Spectra and ways of moving against the matrices that they stand for. */
class LinearGamesTest {

    private static final double RATE = 0.3;

    /** By commons-math3's eigendecomposition. */
    private static Spectrum of(RealMatrix matrix) {
        EigenDecomposition found = new EigenDecomposition(matrix);
        Complex one = new Complex(found.getRealEigenvalue(0), found.getImagEigenvalue(0));
        Complex other = new Complex(found.getRealEigenvalue(1), found.getImagEigenvalue(1));
        boolean ordered =
                one.getImaginary() == other.getImaginary()
                        ? one.getReal() >= other.getReal()
                        : one.getImaginary() > other.getImaginary();
        return ordered ? new Spectrum(one, other) : new Spectrum(other, one);
    }

    private static RealMatrix matrix(double a, double b, double c, double d) {
        return new Array2DRowRealMatrix(new double[][] {{a, b}, {c, d}});
    }

    private static void assertSame(Spectrum expected, Spectrum actual) {
        assertTrue(expected.distance(actual) < 1e-7, expected + " is not " + actual);
    }

    /** J = [[0, a], [−a, −d]] over (θ, ψ); one player after the other is a product of two steps. */
    @ParameterizedTest
    @CsvSource({"0.5, 0, 0.1", "0.5, 0.3, 0.1", "0.5, 2, 0.4", "1, 0.5, 0.2"})
    void shouldHaveTheEigenvaluesOfItsMatrices(double a, double d, double h) {
        Linearisation game = Linearisation.of(a, d);
        RealMatrix flow = matrix(0, a, -a, -d);
        RealMatrix one = MatrixUtils.createRealIdentityMatrix(2);
        RealMatrix discriminator = matrix(1, 0, -h * a, 1 - h * d);
        RealMatrix generator = matrix(1, h * a, 0, 1);

        assertSame(of(flow), game.flow());
        assertSame(of(one.add(flow.scalarMultiply(h))), game.simultaneous(h));
        assertSame(of(generator.multiply(discriminator)), game.alternating(h));
        assertSame(game.flow(), game.simultaneous(h).perUnitOfTime(h));
    }

    /** Swinging below it, not from it on. */
    @ParameterizedTest
    @ValueSource(doubles = {0.5, 1})
    void shouldSwingBelowTheCriticalDampingAlone(double coupling) {
        double critical = Linearisation.of(coupling, 0).criticalDamping();

        Spectrum under = Linearisation.of(coupling, 0.99 * critical).flow();
        Spectrum over = Linearisation.of(coupling, 1.01 * critical).flow();
        assertTrue(under.first().getImaginary() > 0.1 * coupling);
        assertEquals(0, over.first().getImaginary());
        assertTrue(over.first().getReal() > over.second().getReal());
    }

    /** All four ways are linear: the columns are where the unit vectors go. */
    @ParameterizedTest
    @EnumSource
    void shouldGrowByTheModulusOfTheStepsEigenvalues(Turns turns) {
        double[] right = {1, 0};
        double[] up = {0, 1};
        turns.move(right, RATE);
        turns.move(up, RATE);
        Spectrum step = of(matrix(right[0], up[0], right[1], up[1]));

        assertEquals(step.radius(), turns.growth(RATE), 1e-12);
        assertEquals(step.radius(), step.second().abs(), 1e-12, "a pair");
        double[] both = {2, -3};
        turns.move(both, RATE);
        double[] sum = {2 * right[0] - 3 * up[0], 2 * right[1] - 3 * up[1]};
        assertArrayEquals(sum, both, 1e-12);
    }

    /** The first player minimises xy, the second maximises it. */
    @ParameterizedTest
    @EnumSource
    void shouldMoveDownAndUpTheProduct(Turns turns) {
        double small = 1e-6;
        double[] first = {0, 1};
        double[] second = {1, 0};
        turns.move(first, small);
        turns.move(second, small);

        assertEquals(-small, first[0], 1e-11);
        assertEquals(small, second[1], 1e-11);
    }

    @Test
    void shouldAverageFromTheStartOn() {
        Orbit orbit = new Orbit(new double[] {3, 1, -1}, new double[] {0, 4, 2});

        assertArrayEquals(new double[] {3, 2, 1}, orbit.averaged().x(), 1e-15);
        assertArrayEquals(new double[] {0, 2, 2}, orbit.averaged().y(), 1e-15);
        assertArrayEquals(new double[] {3, Math.sqrt(17), Math.sqrt(5)}, orbit.radii(), 1e-15);
        assertEquals(Math.sqrt(Math.sqrt(5) / 3), orbit.growth(), 1e-15);
        assertEquals(2, orbit.steps());
    }

    @Test
    void shouldKeepEveryPlaceOfAnOrbitFromItsStart() {
        Orbit halving =
                Orbit.of(
                        8,
                        -4,
                        3,
                        state -> {
                            state[0] /= 2;
                            state[1] /= 2;
                        });

        assertArrayEquals(new double[] {8, 4, 2, 1}, halving.x());
        assertArrayEquals(new double[] {-4, -2, -1, -0.5}, halving.y());
        assertEquals(0.5, halving.growth(), 1e-15);
    }

    /** An orbit of other steps than those that are claimed is found out. */
    @ParameterizedTest
    @EnumSource
    void shouldFailWhereAnOrbitIsNotTheOneThatIsClaimed(Turns turns) {
        BilinearGame game = new BilinearGame(0.1, 400);
        Map<Turns, Orbit> orbits = new EnumMap<>(game.run().orbits());
        orbits.put(turns, Orbit.of(1, 1, 400, state -> turns.move(state, 0.2)));

        boolean allHold =
                new BilinearGame.Result(game, orbits)
                        .checks().stream().allMatch(check -> check.holds());
        assertFalse(allHold, turns + " went unnoticed");
    }

    @Test
    void shouldRefuseWhatIsNoGame() {
        assertThrows(IllegalArgumentException.class, () -> Linearisation.of(0, 1));
        assertThrows(IllegalArgumentException.class, () -> Linearisation.of(1, -1));
        assertThrows(IllegalArgumentException.class, () -> Linearisation.of(1, Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> Spectrum.ofSeries(new double[3]));
        double[] two = {1, 2};
        assertThrows(IllegalArgumentException.class, () -> new Orbit(two, Arrays.copyOf(two, 1)));
    }
}
