package dev.strait.envs.normalise;

import static dev.strait.envs.Require.require;

import java.util.Arrays;

/**
 * Mean and variance of each feature over all rows seen, merged batch by batch: with δ the
 * difference of the means, n and m the counts, mean ← mean + δ m / (n + m) and n var ← n var + m
 * var_batch + δ² n m / (n + m). Variances are of the population.
 *
 * <p>It starts with mean 0, variance 1 and the count 1e-4, as OpenAI baselines' {@code
 * RunningMeanStd}, so that the first batch almost wholly decides.
 *
 * <p>Source: Chan, Golub and LeVeque, "Updating formulae and a pairwise algorithm for computing
 * sample variances", 1979.
 */
final class RunningMoments {

    private static final double START_COUNT = 1e-4;

    private final int size;
    private final double[] mean;
    private final double[] variance;
    private double count = START_COUNT;

    RunningMoments(int size) {
        require(size >= 1, "size must be at least 1, but was %s", size);
        this.size = size;
        mean = new double[size];
        variance = new double[size];
        Arrays.fill(variance, 1);
    }

    /**
     * Merges the first {@code rows} rows.
     *
     * @param values (rows, size)
     * @throws IllegalStateException on a value that is not finite; nothing is merged then
     */
    void update(double[] values, int rows) {
        require(rows >= 1, "rows must be at least 1, but was %s", rows);
        requireFinite(values, rows * size);
        for (int feature = 0; feature < size; feature++) {
            double batchMean = batchMean(values, rows, feature);
            merge(feature, batchMean, batchVariance(values, rows, feature, batchMean), rows);
        }
        count += rows;
    }

    private static void requireFinite(double[] values, int length) {
        for (int i = 0; i < length; i++) {
            if (!Double.isFinite(values[i])) {
                throw new IllegalStateException(
                        "cannot normalise " + values[i] + ", value " + i + " of the batch");
            }
        }
    }

    private double batchMean(double[] values, int rows, int feature) {
        double sum = 0;
        for (int row = 0; row < rows; row++) {
            sum += values[row * size + feature];
        }
        return sum / rows;
    }

    private double batchVariance(double[] values, int rows, int feature, double batchMean) {
        double sum = 0;
        for (int row = 0; row < rows; row++) {
            double deviation = values[row * size + feature] - batchMean;
            sum += deviation * deviation;
        }
        return sum / rows;
    }

    private void merge(int feature, double batchMean, double batchVariance, int rows) {
        double delta = batchMean - mean[feature];
        double total = count + rows;
        double squares =
                variance[feature] * count
                        + batchVariance * rows
                        + delta * delta * count * rows / total;
        mean[feature] += delta * rows / total;
        variance[feature] = squares / total;
    }

    double mean(int feature) {
        return mean[feature];
    }

    double variance(int feature) {
        return variance[feature];
    }

    /** Number of doubles in {@link #save}. */
    int stateSize() {
        return 2 * size + 1;
    }

    /** Writes the means, the variances and the count. */
    void save(double[] state, int offset) {
        System.arraycopy(mean, 0, state, offset, size);
        System.arraycopy(variance, 0, state, offset + size, size);
        state[offset + 2 * size] = count;
    }

    void restore(double[] state, int offset) {
        System.arraycopy(state, offset, mean, 0, size);
        System.arraycopy(state, offset + size, variance, 0, size);
        count = state[offset + 2 * size];
    }
}
