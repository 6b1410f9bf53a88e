package dev.strait.demos.picture;

import dev.strait.demos.run.MetricsTable;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Several runs of one kind as one line: their mean, and half a band of their standard deviation.
 * Between its points a run is taken to go straight; the line reaches as far as every run does.
 */
final class SpreadCurve {

    private final List<double[][]> runs;

    private SpreadCurve(List<double[][]> runs) {
        this.runs = runs;
    }

    /**
     * The line of some runs.
     *
     * @param x a column that ascends, such as steps
     * @param y a column that may have gaps
     * @return empty where a run has no points, or they have no stretch in common
     */
    static Optional<Series> of(String label, List<MetricsTable> tables, String x, String y) {
        List<double[][]> points = tables.stream().map(table -> points(table, x, y)).toList();
        if (points.isEmpty() || points.stream().anyMatch(run -> run[0].length == 0)) {
            return Optional.empty();
        }
        return new SpreadCurve(points).series(label);
    }

    /** Those rows that have both, without a second one at the same place. */
    private static double[][] points(MetricsTable table, String x, String y) {
        double[] xs = table.columns().getOrDefault(x, new double[0]);
        double[] ys = table.columns().getOrDefault(y, new double[0]);
        int[] rows =
                IntStream.range(0, Math.min(xs.length, ys.length))
                        .filter(i -> Double.isFinite(xs[i]) && Double.isFinite(ys[i]))
                        .filter(i -> i + 1 == xs.length || xs[i + 1] != xs[i])
                        .toArray();
        return new double[][] {
            Arrays.stream(rows).mapToDouble(i -> xs[i]).toArray(),
            Arrays.stream(rows).mapToDouble(i -> ys[i]).toArray()
        };
    }

    private Optional<Series> series(String label) {
        double from = runs.stream().mapToDouble(run -> run[0][0]).max().orElseThrow();
        double to = runs.stream().mapToDouble(run -> run[0][run[0].length - 1]).min().orElseThrow();
        double[] grid =
                runs.stream()
                        .flatMapToDouble(run -> DoubleStream.of(run[0]))
                        .filter(x -> x >= from && x <= to)
                        .sorted()
                        .distinct()
                        .toArray();
        if (grid.length == 0) {
            return Optional.empty();
        }
        double[] means = new double[grid.length];
        double[] spread = new double[grid.length];
        for (int i = 0; i < grid.length; i++) {
            double x = grid[i];
            double[] at = runs.stream().mapToDouble(run -> between(run, x)).toArray();
            double mean = Arrays.stream(at).average().orElseThrow();
            double variance = Arrays.stream(at).map(v -> (v - mean) * (v - mean)).sum();
            means[i] = mean;
            spread[i] = Math.sqrt(variance / at.length);
        }
        return Optional.of(new Series(label, grid, means, spread));
    }

    private static double between(double[][] run, double x) {
        int at = Arrays.binarySearch(run[0], x);
        if (at >= 0) {
            return run[1][at];
        }
        int after = -at - 1;
        double share = (x - run[0][after - 1]) / (run[0][after] - run[0][after - 1]);
        return run[1][after - 1] + share * (run[1][after] - run[1][after - 1]);
    }
}
