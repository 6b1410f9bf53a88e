package dev.strait.envs.points;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.strait.envs.image.ImageBatch;
import dev.strait.envs.image.ImageBatches;
import dev.strait.envs.image.ImageShape;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class PointMixtureTest {

    private static final PointMixture RING = PointMixture.ring(8);
    private static final PointMixture GRID = PointMixture.grid(5);

    @Test
    void shouldPutARingOnTheUnitCircle() {
        assertEquals(8, RING.centres().length);
        assertArrayEquals(new double[] {1, 0}, RING.centres()[0], 1e-12);
        assertArrayEquals(new double[] {0, 1}, RING.centres()[2], 1e-12);
        assertEquals(0.01, RING.std());
    }

    /** VEEGAN's has distances of 2 and σ = 0.05. */
    @Test
    void shouldKeepTheProportionsOfTheGrid() {
        assertEquals(25, GRID.centres().length);
        assertArrayEquals(new double[] {-1, -1}, GRID.centres()[0], 1e-12);
        assertArrayEquals(new double[] {-0.5, -1}, GRID.centres()[1], 1e-12);
        assertArrayEquals(new double[] {1, 1}, GRID.centres()[24], 1e-12);
        assertEquals(0.05 / 2, GRID.std() / 0.5, 1e-12);
    }

    @Test
    void shouldDrawEveryModeWithItsSpread() {
        ImageBatches batches = GRID.batches(10_000, 3);
        assertEquals(new ImageShape(2, 1, 1), batches.shape());
        ImageBatch batch = batches.next();
        double squares = 0;
        int[] counts = new int[25];
        for (int i = 0; i < batch.rows(); i++) {
            double[] centre = GRID.centres()[batch.labels()[i]];
            counts[batch.labels()[i]]++;
            squares += Math.pow(batch.pixels()[2 * i] - centre[0], 2);
            squares += Math.pow(batch.pixels()[2 * i + 1] - centre[1], 2);
        }
        assertEquals(GRID.std(), Math.sqrt(squares / 20_000), 0.03 * GRID.std());
        for (int count : counts) {
            assertEquals(400, count, 100);
        }
        // P(r ≤ 3σ) = 1 − e^(−9/2)
        PointMixture.Coverage own = GRID.coverage(batch.pixels());
        assertEquals(25, own.modesCovered());
        assertEquals(1 - Math.exp(-4.5), own.highQuality(), 0.005);
    }

    @Test
    void shouldGoOnFromItsCount() {
        ImageBatches first = RING.batches(4, 7);
        first.next();
        float[] second = first.next().pixels();
        float[] third = first.next().pixels();
        ImageBatches other = RING.batches(4, 7);
        other.restore(1);
        assertArrayEquals(second, other.next().pixels());
        assertArrayEquals(third, other.next().pixels());
        assertEquals(3, other.given());
        assertFalse(Arrays.equals(second, third));
        assertFalse(Arrays.equals(third, RING.batches(4, 8).next().pixels()));
    }

    @Test
    void shouldCountModesWithATenthOfTheirShareAndSamplesWithinThreeDeviations() {
        float[] points = new float[200];
        // 98 on the first mode, one on the third, one nowhere.
        Arrays.fill(points, 0);
        for (int i = 0; i < 98; i++) {
            points[2 * i] = i % 2 == 0 ? 1.0f : 1.0299f;
        }
        points[2 * 98 + 1] = 1;
        PointMixture.Coverage coverage = RING.coverage(points);
        assertEquals(0.99, coverage.highQuality(), 1e-9);
        // An even share is 12.5 of 100; one is less than a tenth of it.
        assertEquals(1, coverage.modesCovered());
        points[0] = 1.0301f;
        assertEquals(0.98, RING.coverage(points).highQuality(), 1e-9);
    }

    @Test
    void shouldRefuseWhatIsNoMixture() {
        assertThrows(IllegalArgumentException.class, () -> PointMixture.ring(0));
        assertThrows(IllegalArgumentException.class, () -> PointMixture.grid(1));
        assertThrows(
                IllegalArgumentException.class,
                () -> new PointMixture(new double[][] {{0, Double.NaN}}, 1));
        assertThrows(
                IllegalArgumentException.class,
                () -> new PointMixture(new double[][] {{0, 0}}, Double.NaN));
        double infinite = Double.POSITIVE_INFINITY;
        assertThrows(
                IllegalArgumentException.class,
                () -> new PointMixture(new double[][] {{infinite, 0}}, 1));
        assertThrows(
                IllegalArgumentException.class,
                () -> new PointMixture(new double[][] {{0, 0}}, infinite));
        assertThrows(IllegalArgumentException.class, () -> RING.coverage(new float[3]));
        assertThrows(IllegalArgumentException.class, () -> RING.batches(0, 1));
        assertThrows(IllegalArgumentException.class, () -> RING.batches(1, -1));
    }

    @Test
    void shouldNotGiveANeighbouringSeedTheSameBatches() {
        ImageBatches seventh = RING.batches(4, 7);
        seventh.next();

        assertFalse(Arrays.equals(seventh.next().pixels(), RING.batches(4, 8).next().pixels()));
    }

    @Test
    void shouldBeginAnewFromNoBatch() {
        ImageBatches batches = RING.batches(4, 7);
        float[] first = batches.next().pixels();
        batches.restore(0);

        assertArrayEquals(first, batches.next().pixels());
        assertThrows(IllegalArgumentException.class, () -> batches.restore(-1));
    }

    /** Of 80 samples on 8 modes a tenth of an even share is one. */
    @Test
    void shouldCountAModeWithExactlyATenthOfItsShare() {
        float[] points = new float[160];
        points[0] = 1;
        assertEquals(1, RING.coverage(points).modesCovered());
    }

    @Test
    void shouldKeepItsCentresToItself() {
        double[][] centres = {{1, 2}};
        PointMixture mixture = new PointMixture(centres, 0.1);
        centres[0][0] = 9;
        mixture.centres()[0][1] = 9;

        assertArrayEquals(new double[] {1, 2}, mixture.centres()[0]);
    }
}
