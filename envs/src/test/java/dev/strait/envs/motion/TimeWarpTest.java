package dev.strait.envs.motion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TimeWarpTest {

    private static double warped(double[] a, double... b) {
        return TimeWarp.mean(a.length, b.length, (i, j) -> Math.abs(a[i] - b[j]));
    }

    @Test
    void shouldFindNoDifferenceBetweenTempi() {
        assertEquals(0, warped(new double[] {1, 2, 3}, 1, 1, 2, 2, 2, 3));
    }

    /** Along the diagonal, where nothing else is better: (1 + 1 + 1) / 3. */
    @Test
    void shouldGiveTheMeanAlongThePath() {
        assertEquals(1, warped(new double[] {0, 10, 20}, 1, 11, 21), 1e-12);
        assertEquals(4, warped(new double[] {3}, 7), 1e-12);
    }

    @Test
    void shouldFindTheLeastSumOfAllPaths() {
        SplittableRandom random = new SplittableRandom(3);
        for (int trial = 0; trial < 20; trial++) {
            double[][] c = new double[4][5];
            for (double[] row : c) {
                for (int j = 0; j < row.length; j++) {
                    row[j] = random.nextDouble();
                }
            }
            double[] best = best(c, 3, 4);
            assertEquals(best[0] / best[1], TimeWarp.mean(4, 5, (i, j) -> c[i][j]), 1e-12);
        }
    }

    /** Least sum and cells of all paths to a cell, by trying each. */
    private static double[] best(double[][] c, int i, int j) {
        if (i == 0 && j == 0) {
            return new double[] {c[0][0], 1};
        }
        double[] best = {Double.POSITIVE_INFINITY, 0};
        int[][] steps = {{1, 1}, {1, 0}, {0, 1}};
        for (int[] step : steps) {
            if (i >= step[0] && j >= step[1]) {
                double[] before = best(c, i - step[0], j - step[1]);
                if (before[0] < best[0]) {
                    best = before;
                }
            }
        }
        return new double[] {best[0] + c[i][j], best[1] + 1};
    }

    @Test
    void shouldRefuseAMotionWithoutPoses() {
        assertThrows(IllegalArgumentException.class, () -> TimeWarp.mean(0, 1, (i, j) -> 0));
        assertThrows(IllegalArgumentException.class, () -> TimeWarp.mean(1, 0, (i, j) -> 0));
    }
}
