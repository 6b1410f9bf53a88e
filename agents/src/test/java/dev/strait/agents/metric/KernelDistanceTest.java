package dev.strait.agents.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.strait.core.tensor.SeedStream;
import dev.strait.core.tensor.Seeds;
import org.junit.jupiter.api.Test;

class KernelDistanceTest {

    private static final Seeds SEEDS = new Seeds(4);

    /**
     * On a line, x = {0, 1} and y = {1, 2}: k(0, 1) = 1, k(1, 2) = 27, and across 1, 1, 8, 27, so 1
     * + 27 − 2 · 37/4.
     */
    @Test
    void shouldLeaveOutThePairsOfAPointAndItself() {
        Points x = Points.of(new double[][] {{0}, {1}});
        Points y = Points.of(new double[][] {{1}, {2}});

        assertEquals(9.5, KernelDistance.unbiased(x, y), 1e-12);
        assertEquals(9.5, KernelDistance.unbiased(y, x), 1e-12);
    }

    /** In two dimensions x·y is halved: k((1, 1), (2, 0)) = (2/2 + 1)³ = 8. */
    @Test
    void shouldDivideProductsByTheDimensions() {
        Points x = Points.of(new double[][] {{1, 1}, {1, 1}});
        Points y = Points.of(new double[][] {{2, 0}, {2, 0}});

        assertEquals(8 + 27 - 2 * 8, KernelDistance.unbiased(x, y), 1e-12);
    }

    /** The formula in numpy 2.4.6 on the same points. */
    @Test
    void shouldAgreeWithNumpy() {
        assertEquals(
                -0.08671071529697683,
                KernelDistance.unbiased(SomePoints.WAVES, SomePoints.OTHER_WAVES),
                1e-12);
    }

    @Test
    void shouldBeZeroWithinItsSpreadForOneDistribution() {
        SeedStream random = SEEDS.stream("points");
        Points first = SomePoints.normal(random, 2_000, 8, 0, 1);
        Points second = SomePoints.normal(random, 2_000, 8, 0, 1);
        Points shifted = SomePoints.normal(random, 2_000, 8, 0.5, 1);
        KernelDistance kid = new KernelDistance(50, 200);

        Estimate same = kid.between(first, second, SEEDS.stream("subsets"));
        Estimate other = kid.between(first, shifted, SEEDS.stream("subsets"));

        assertTrue(Math.abs(same.value()) < same.deviation(), same::toString);
        assertTrue(other.value() > 5 * other.deviation(), other::toString);
    }

    /** Unbiased: its mean over subsets is that of all points, whatever the size of the subsets. */
    @Test
    void shouldNotDependOnTheSizeOfTheSubsets() {
        Points first = SomePoints.normal(SEEDS.stream("first"), 300, 2, 0, 1);
        Points second = SomePoints.normal(SEEDS.stream("second"), 300, 2, 1, 1);
        double all = KernelDistance.unbiased(first, second);
        for (int size : new int[] {10, 50}) {
            Estimate estimate =
                    new KernelDistance(400, size).between(first, second, SEEDS.stream("subsets"));
            double error = estimate.deviation() / Math.sqrt(400);
            assertEquals(all, estimate.value(), 4 * error, estimate::toString);
        }
    }

    @Test
    void shouldTakeSmallSetsWhole() {
        Estimate estimate =
                KernelDistance.PAPER.between(
                        SomePoints.OTHER_WAVES, SomePoints.OTHER_WAVES, SEEDS.stream("subsets"));
        double whole = KernelDistance.unbiased(SomePoints.OTHER_WAVES, SomePoints.OTHER_WAVES);

        assertEquals(whole, estimate.value());
        assertTrue(Double.isNaN(estimate.deviation()), estimate::toString);
    }

    @Test
    void shouldDrawTheSameSubsetsFromTheSameSeed() {
        KernelDistance kid = new KernelDistance(3, 10);
        Estimate one = kid.between(SomePoints.WAVES, SomePoints.OTHER_WAVES, SEEDS.stream("a"));
        Estimate again = kid.between(SomePoints.WAVES, SomePoints.OTHER_WAVES, SEEDS.stream("a"));
        Estimate other = kid.between(SomePoints.WAVES, SomePoints.OTHER_WAVES, SEEDS.stream("b"));

        assertEquals(one, again);
        assertNotEquals(one, other);
    }

    @Test
    void shouldRefuseASinglePointAndAnotherSpace() {
        Points single = Points.of(new double[][] {{1, 2, 3}});
        assertThrows(
                IllegalArgumentException.class,
                () -> KernelDistance.unbiased(single, SomePoints.WAVES));
        Points plane = Points.of(new double[][] {{1, 2}, {3, 4}});
        IllegalArgumentException refused =
                assertThrows(
                        IllegalArgumentException.class,
                        () -> KernelDistance.unbiased(plane, SomePoints.WAVES));
        assertEquals(
                "points of 2 dimensions cannot be compared with points of 3", refused.getMessage());
        assertThrows(IllegalArgumentException.class, () -> new KernelDistance(0, 10));
        assertThrows(IllegalArgumentException.class, () -> new KernelDistance(10, 1));
    }
}
