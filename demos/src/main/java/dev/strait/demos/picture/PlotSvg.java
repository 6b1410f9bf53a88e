package dev.strait.demos.picture;

import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/**
 * Draws a {@link LinePlot} as SVG that takes its colours from the page it stands in, so that it
 * follows light and dark.
 */
final class PlotSvg {

    private static final double WIDTH = 480;
    private static final double HEIGHT = 250;
    private static final double LEFT = 46;
    private static final double PLAIN_RIGHT = 20;
    private static final double NAMED_RIGHT = 62;
    private static final double TOP = 12;
    private static final double BOTTOM = 34;
    private static final int MOST_READOUTS = 120;

    private final LinePlot plot;
    private final double[] xs;
    private final double[] ys;
    private final double right;
    private final StringBuilder svg = new StringBuilder();

    private PlotSvg(LinePlot plot) {
        this.plot = plot;
        this.xs = plot.xRange();
        this.ys = plot.yRange();
        this.right = plot.levels().isEmpty() ? PLAIN_RIGHT : NAMED_RIGHT;
    }

    static String of(LinePlot plot) {
        return new PlotSvg(plot).draw();
    }

    private String draw() {
        add(
                "<svg viewBox='0 0 %.0f %.0f' role='img' aria-label='%s'>",
                WIDTH, HEIGHT, Html.escape(plot.title()));
        axes();
        for (int i = 0; i < plot.series().size(); i++) {
            band(i, plot.series().get(i));
        }
        plot.levels().forEach(this::level);
        for (int i = 0; i < plot.series().size(); i++) {
            line(i, plot.series().get(i));
        }
        readouts();
        return svg.append("</svg>").toString();
    }

    private void axes() {
        Ticks vertical = Ticks.between(ys[0], ys[1], 5);
        for (double tick : vertical.values()) {
            add(
                    "<line class='grid' x1='%.1f' x2='%.1f' y1='%.1f' y2='%3$.1f'/>",
                    LEFT, WIDTH - right, y(tick));
            add(
                    "<text class='tick' x='%.1f' y='%.1f' text-anchor='end'>%s</text>",
                    LEFT - 6, y(tick) + 3.5, vertical.label(tick));
        }
        Ticks horizontal = Ticks.between(xs[0], xs[1], 6);
        for (double tick : horizontal.values()) {
            add(
                    "<text class='tick' x='%.1f' y='%.1f' text-anchor='middle'>%s</text>",
                    x(tick), HEIGHT - BOTTOM + 15, horizontal.label(tick));
        }
        add(
                "<line class='axis' x1='%.1f' x2='%.1f' y1='%.1f' y2='%3$.1f'/>",
                LEFT, WIDTH - right, HEIGHT - BOTTOM);
        add(
                "<text class='tick' x='%.1f' y='%.1f' text-anchor='middle'>%s</text>",
                (LEFT + WIDTH - right) / 2, HEIGHT - 4, Html.escape(plot.xLabel()));
    }

    private void band(int colour, Series series) {
        if (!series.banded() || series.y().length < 2) {
            return;
        }
        StringBuilder points = new StringBuilder();
        for (int i = 0; i < series.y().length; i++) {
            point(points, series.x()[i], series.y()[i] + spread(series, i));
        }
        for (int i = series.y().length - 1; i >= 0; i--) {
            point(points, series.x()[i], series.y()[i] - spread(series, i));
        }
        add("<polygon class='band c%d' points='%s'/>", colour, points);
    }

    private static double spread(Series series, int i) {
        return Double.isFinite(series.spread()[i]) ? series.spread()[i] : 0;
    }

    private void line(int colour, Series series) {
        if (series.y().length == 1) {
            add(
                    "<circle class='dot c%d' cx='%.1f' cy='%.1f' r='3'/>",
                    colour, x(series.x()[0]), y(series.y()[0]));
            return;
        }
        StringBuilder points = new StringBuilder();
        for (int i = 0; i < series.y().length; i++) {
            point(points, series.x()[i], series.y()[i]);
        }
        add("<polyline class='line c%d' points='%s'/>", colour, points);
    }

    private void level(LinePlot.Level level) {
        double at = y(level.value());
        add(
                "<line class='level' x1='%.1f' x2='%.1f' y1='%.1f' y2='%3$.1f'/>",
                LEFT, WIDTH - right, at);
        add(
                "<text class='name' x='%.1f' y='%.1f'>%s</text>",
                WIDTH - right + 5, at + 4, Html.escape(level.label()));
    }

    /** Invisible strips that tell the figures under the pointer. */
    private void readouts() {
        TreeMap<Double, StringBuilder> texts = new TreeMap<>();
        for (Series series : plot.series()) {
            for (int i = 0; i < series.y().length; i++) {
                texts.computeIfAbsent(series.x()[i], x -> new StringBuilder())
                        .append("\n")
                        .append(Html.escape(series.label()))
                        .append(": ")
                        .append(figure(series.y()[i]));
            }
        }
        List<Double> at = List.copyOf(texts.keySet());
        int every = at.size() / MOST_READOUTS + 1;
        for (int i = 0; i < at.size(); i += every) {
            double left = i == 0 ? LEFT : (x(at.get(i - every)) + x(at.get(i))) / 2;
            double until =
                    i + every < at.size()
                            ? (x(at.get(i)) + x(at.get(i + every))) / 2
                            : WIDTH - right;
            add(
                    "<rect class='readout' x='%.1f' y='%.1f' width='%.1f' height='%.1f'>",
                    left, TOP, Math.max(0, until - left), HEIGHT - BOTTOM - TOP);
            add(
                    "<title>%s: %s%s</title></rect>",
                    Html.escape(plot.xLabel()), figure(at.get(i)), texts.get(at.get(i)));
        }
    }

    /** Four significant digits, or all of a whole number. */
    static String figure(double value) {
        if (value == Math.rint(value) && Math.abs(value) < 1e12) {
            return String.format(Locale.ROOT, "%,d", (long) value);
        }
        int magnitude = (int) Math.floor(Math.log10(Math.abs(value)));
        return magnitude < -4
                ? String.format(Locale.ROOT, "%.2e", value)
                : String.format(Locale.ROOT, "%,." + Math.max(0, 3 - magnitude) + "f", value);
    }

    private void point(StringBuilder points, double x, double y) {
        points.append(String.format(Locale.ROOT, "%.1f,%.1f ", x(x), y(y)));
    }

    private double x(double value) {
        return LEFT + (value - xs[0]) / (xs[1] - xs[0]) * (WIDTH - LEFT - right);
    }

    private double y(double value) {
        return HEIGHT - BOTTOM - (value - ys[0]) / (ys[1] - ys[0]) * (HEIGHT - TOP - BOTTOM);
    }

    private void add(String format, Object... values) {
        svg.append(String.format(Locale.ROOT, format, values));
    }
}
