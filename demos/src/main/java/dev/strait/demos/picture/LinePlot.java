package dev.strait.demos.picture;

import java.util.ArrayList;
import java.util.List;

/**
 * Lines over a common horizontal axis, with bands for their spread and dashed levels to compare
 * with. Says what is drawn; {@link PlotSvg} draws it.
 *
 * @param title what is shown
 * @param explanation one sentence: how to read it
 * @param xLabel the horizontal axis
 * @param series at most five, for as many colours can be told apart
 * @param levels horizontal lines to compare with
 */
public record LinePlot(
        String title, String explanation, String xLabel, List<Series> series, List<Level> levels)
        implements Figure {

    static final int COLOURS = 5;

    /**
     * A dashed horizontal line.
     *
     * @param label written at its end; about eight letters have room
     * @param value where it is
     */
    public record Level(String label, double value) {}

    public LinePlot {
        if (series.size() > COLOURS) {
            throw new IllegalArgumentException(
                    "a plot has at most %s lines, but '%s' was given %s"
                            .formatted(COLOURS, title, series.size()));
        }
        series = series.stream().map(Series::drawable).toList();
        levels = levels.stream().filter(level -> Double.isFinite(level.value())).toList();
    }

    @Override
    public List<String> legend() {
        return series.stream().map(Series::label).toList();
    }

    @Override
    public String svg() {
        return PlotSvg.of(this);
    }

    /** The least and the greatest x, never equal. */
    double[] xRange() {
        List<Double> values = new ArrayList<>();
        for (Series one : series) {
            for (double x : one.x()) {
                values.add(x);
            }
        }
        return range(values, 0);
    }

    /** The least and the greatest y of lines, bands and levels, with some room. */
    double[] yRange() {
        List<Double> values = new ArrayList<>();
        levels.forEach(level -> values.add(level.value()));
        for (Series one : series) {
            for (int i = 0; i < one.y().length; i++) {
                double spread = one.banded() && one.spread()[i] > 0 ? one.spread()[i] : 0;
                values.add(one.y()[i] - spread);
                values.add(one.y()[i] + spread);
            }
        }
        return range(values, 0.06);
    }

    private static double[] range(List<Double> values, double room) {
        double low = values.stream().mapToDouble(v -> v).min().orElse(0);
        double high = values.stream().mapToDouble(v -> v).max().orElse(1);
        double extent = high - low;
        if (extent <= Math.abs(high) * 1e-9) {
            extent = Math.max(Math.abs(high), 1) * 0.2;
            return new double[] {low - extent / 2, high + extent / 2};
        }
        // Room below zero would suggest that a loss or a KL can be negative.
        double below = low >= 0 && low < extent ? 0 : low - room * extent;
        return new double[] {room == 0 ? low : below, high + room * extent};
    }
}
