package dev.strait.envs.normalise;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.strait.envs.Pcg64;
import org.junit.jupiter.api.Test;

class ObservationNormaliserTest {

    /**
     * By hand, for the rows 1 and 3 (mean 2, variance 1, m = 2) after the start (mean 0, variance
     * 1, n = 1e-4): mean = 2 · 2 / 2.0001, variance = (1e-4 + 2 + 4 · 1e-4 · 2 / 2.0001) / 2.0001.
     */
    @Test
    void shouldMergeTheFirstBatchWithTheStartingCount() {
        ObservationNormaliser normaliser = new ObservationNormaliser(1);
        normaliser.update(new double[] {1, 3});
        assertEquals(4 / 2.0001, normaliser.mean(0), 1e-15);
        double squares = 1e-4 + 2 + 4e-4 * 2 / 2.0001;
        assertEquals(squares / 2.0001, normaliser.variance(0), 1e-15);
        assertArrayEquals(
                new double[] {4 / 2.0001, squares / 2.0001, 2.0001}, normaliser.save(), 1e-15);
    }

    /** With so small a starting count the moments of many rows are those of the rows. */
    @Test
    void shouldAgreeWithTheMomentsOfAllRowsHoweverTheyAreBatched() {
        Pcg64 random = new Pcg64(0);
        ObservationNormaliser normaliser = new ObservationNormaliser(2);
        double[] sum = new double[2];
        double[] squares = new double[2];
        int rows = 0;
        for (int size = 1; size <= 60; size++) {
            double[] batch = new double[2 * size];
            for (int i = 0; i < batch.length; i++) {
                batch[i] = (1 + i % 2) * random.nextGaussian() + 3;
                sum[i % 2] += batch[i];
                squares[i % 2] += batch[i] * batch[i];
            }
            normaliser.update(batch);
            rows += size;
        }
        for (int feature = 0; feature < 2; feature++) {
            double mean = sum[feature] / rows;
            assertEquals(mean, normaliser.mean(feature), 1e-5);
            double variance = squares[feature] / rows - mean * mean;
            assertEquals(variance, normaliser.variance(feature), 1e-5);
        }
    }

    @Test
    void shouldScaleByTheStateAndClip() {
        ObservationNormaliser normaliser = new ObservationNormaliser(2);
        normaliser.restore(new double[] {1, -1, 4, 0, 100});
        double[] values = {3, -1, -50, 5, 2, -9};
        normaliser.normalise(values, values);
        double first = 2 / Math.sqrt(4 + 1e-8);
        double[] expected = {first, 0, -10, 10, first / 2, -10};
        assertArrayEquals(expected, values, 1e-15);
    }

    @Test
    void shouldCountNothingWhileFrozen() {
        ObservationNormaliser normaliser = new ObservationNormaliser(1);
        normaliser.freeze();
        normaliser.update(new double[] {5});
        assertTrue(normaliser.frozen());
        assertEquals(0, normaliser.mean(0));
        normaliser.unfreeze();
        normaliser.update(new double[] {5});
        assertEquals(5, normaliser.mean(0), 1e-3);
    }

    @Test
    void shouldContinueFromASavedState() {
        ObservationNormaliser normaliser = new ObservationNormaliser(2);
        normaliser.update(new double[] {1, 2, 3, 5});
        ObservationNormaliser other = new ObservationNormaliser(2);
        other.restore(normaliser.save());
        normaliser.update(new double[] {7, 11});
        other.update(new double[] {7, 11});
        assertArrayEquals(normaliser.save(), other.save());
    }

    @Test
    void shouldRefuseWhatDoesNotFit() {
        ObservationNormaliser normaliser = new ObservationNormaliser(2);
        assertThrows(IllegalArgumentException.class, () -> normaliser.update(new double[3]));
        assertThrows(IllegalArgumentException.class, () -> normaliser.update(new double[0]));
        assertThrows(IllegalArgumentException.class, () -> normaliser.restore(new double[4]));
        assertThrows(IllegalArgumentException.class, () -> new ObservationNormaliser(0));
        assertThrows(IllegalArgumentException.class, () -> new Normalisation(Double.NaN, 1));
        assertThrows(IllegalArgumentException.class, () -> new Normalisation(10, 0));
    }

    @Test
    void shouldRefuseNaNAndCountNothingOfItsBatch() {
        ObservationNormaliser normaliser = new ObservationNormaliser(2);
        double[] before = normaliser.save();
        double[] bad = {1, 2, 3, Double.NaN};
        String message =
                assertThrows(IllegalStateException.class, () -> normaliser.update(bad))
                        .getMessage();
        assertEquals("cannot normalise NaN, value 3 of the batch", message);
        assertArrayEquals(before, normaliser.save());
    }
}
