package dev.strait.envs.motion;

import static dev.strait.envs.Require.require;

/**
 * Dynamic time warping (Sakoe and Chiba 1978): the mean difference of two motions under the best
 * alignment of their times, by which Peng et al. (2018, 2019) measure imitation.
 *
 * <p>D(i, j) = c(i, j) + min(D(i−1, j), D(i, j−1), D(i−1, j−1)); the result is D at the end divided
 * by the number of cells on the best path.
 */
public final class TimeWarp {

    private TimeWarp() {}

    /** How much the i-th pose of one motion differs from the j-th of the other. */
    public interface Difference {
        double of(int i, int j);
    }

    /**
     * The mean difference along the best path.
     *
     * @param n poses of one motion, at least 1
     * @param m poses of the other, at least 1
     */
    public static double mean(int n, int m, Difference difference) {
        require(n >= 1 && m >= 1, "motions of %s and %s poses cannot be compared", n, m);
        double[] sums = new double[m];
        int[] cells = new int[m];
        for (int i = 0; i < n; i++) {
            double diagonalSum = 0;
            int diagonalCells = 0;
            for (int j = 0; j < m; j++) {
                double sum = i == 0 && j == 0 ? 0 : Double.POSITIVE_INFINITY;
                int count = 0;
                if (i > 0 && j > 0) {
                    sum = diagonalSum;
                    count = diagonalCells;
                }
                if (i > 0 && sums[j] < sum) {
                    sum = sums[j];
                    count = cells[j];
                }
                if (j > 0 && sums[j - 1] < sum) {
                    sum = sums[j - 1];
                    count = cells[j - 1];
                }
                diagonalSum = sums[j];
                diagonalCells = cells[j];
                sums[j] = sum + difference.of(i, j);
                cells[j] = count + 1;
            }
        }
        return sums[m - 1] / cells[m - 1];
    }
}
