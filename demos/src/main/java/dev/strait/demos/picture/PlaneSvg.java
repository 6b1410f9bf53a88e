package dev.strait.demos.picture;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Locale;
import javax.imageio.ImageIO;

/**
 * Draws a {@link PlanePlot} as SVG; its heat map is a small picture within, smoothed by the viewer.
 */
final class PlaneSvg {

    /** For a panel among others. */
    private static final double NARROW = 300;

    /** For a frame half as wide again as high, which stands beside line plots. */
    private static final double WIDE = 480;

    private static final double LEFT = 40;
    private static final double PLAIN_RIGHT = 12;
    private static final double BAR_RIGHT = 54;
    private static final double TOP = 8;
    private static final double BOTTOM = 34;
    private static final int MOST_PLACES = 4000;

    /** So few points are drawn larger. */
    private static final int FEW = 30;

    private final PlanePlot plot;
    private final PlanePlot.Frame frame;
    private final double width;
    private final double scale;
    private final double right;
    private final double height;
    private final StringBuilder svg = new StringBuilder();
    private int colour;

    private PlaneSvg(PlanePlot plot) {
        this.plot = plot;
        frame = plot.frame();
        boolean bar = plot.layers().stream().anyMatch(layer -> layer instanceof PlanePlot.Heat);
        right = bar ? BAR_RIGHT : PLAIN_RIGHT;
        double across = frame.right() - frame.left();
        width = across >= 1.5 * (frame.top() - frame.bottom()) ? WIDE : NARROW;
        scale = (width - LEFT - right) / across;
        height = TOP + BOTTOM + scale * (frame.top() - frame.bottom());
    }

    static String of(PlanePlot plot) {
        return new PlaneSvg(plot).draw();
    }

    private String draw() {
        // A nested svg cuts off what leaves the frame, without an id that a page could hold twice.
        add(
                "<svg viewBox='0 0 %.0f %.1f' role='img' aria-label='%s'>",
                width, height, Html.escape(plot.title()));
        grid();
        add(
                "<svg x='%.1f' y='%.1f' width='%.1f' height='%.1f' viewBox='%1$.1f %2$.1f %3$.1f"
                        + " %4$.1f' overflow='hidden'>",
                LEFT, TOP, width - LEFT - right, height - TOP - BOTTOM);
        plot.layers().forEach(this::layer);
        svg.append("</svg>");
        axes();
        plot.layers().forEach(this::bar);
        return svg.append("</svg>").toString();
    }

    private void grid() {
        for (double tick : Ticks.between(frame.left(), frame.right(), 5).values()) {
            add(
                    "<line class='grid' x1='%.1f' x2='%1$.1f' y1='%.1f' y2='%.1f'/>",
                    x(tick), TOP, height - BOTTOM);
        }
        for (double tick : Ticks.between(frame.bottom(), frame.top(), 5).values()) {
            add(
                    "<line class='grid' x1='%.1f' x2='%.1f' y1='%.1f' y2='%3$.1f'/>",
                    LEFT, width - right, y(tick));
        }
    }

    private void axes() {
        Ticks across = Ticks.between(frame.left(), frame.right(), 5);
        for (double tick : across.values()) {
            add(
                    "<text class='tick' x='%.1f' y='%.1f' text-anchor='middle'>%s</text>",
                    x(tick), height - BOTTOM + 15, across.label(tick));
        }
        Ticks up = Ticks.between(frame.bottom(), frame.top(), 5);
        for (double tick : up.values()) {
            add(
                    "<text class='tick' x='%.1f' y='%.1f' text-anchor='end'>%s</text>",
                    LEFT - 6, y(tick) + 3.5, up.label(tick));
        }
        add(
                "<text class='tick' x='%.1f' y='%.1f' text-anchor='middle'>%s</text>",
                (LEFT + width - right) / 2, height - 4, Html.escape(plot.xLabel()));
        double middle = (TOP + height - BOTTOM) / 2;
        add(
                "<text class='tick' x='9' y='%.1f' text-anchor='middle' transform='rotate(-90 9"
                        + " %1$.1f)'>%s</text>",
                middle, Html.escape(plot.yLabel()));
    }

    private void layer(PlanePlot.Layer layer) {
        if (layer instanceof PlanePlot.Heat heat) {
            heat(heat);
        } else if (layer instanceof PlanePlot.Arrows arrows) {
            arrows(arrows);
        } else if (layer instanceof PlanePlot.Way way) {
            way(way);
        } else if (layer instanceof PlanePlot.Dots dots) {
            dots(dots);
        } else if (layer instanceof PlanePlot.Outline outline) {
            add("<polyline class='outline' points='%s'/>", points(outline.x(), outline.y()));
        }
    }

    private void heat(PlanePlot.Heat heat) {
        // Values stand at places on the border too: half a cell reaches beyond it.
        double cellX = (width - LEFT - right) / Math.max(1, heat.columns() - 1);
        double cellY = (height - TOP - BOTTOM) / Math.max(1, heat.rows() - 1);
        add(
                "<image class='heat' x='%.2f' y='%.2f' width='%.2f' height='%.2f' preserveAspectRatio='none'"
                        + " href='data:image/png;base64,%s'/>",
                LEFT - cellX / 2,
                TOP - cellY / 2,
                cellX * heat.columns(),
                cellY * heat.rows(),
                png(heat));
    }

    private static String png(PlanePlot.Heat heat) {
        BufferedImage image =
                new BufferedImage(heat.columns(), heat.rows(), BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < heat.values().length; i++) {
            double share = (heat.values()[i] - heat.low()) / (heat.high() - heat.low());
            int row = heat.rows() - 1 - i / heat.columns();
            image.setRGB(i % heat.columns(), row, Diverging.colour(share));
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.setUseCache(false);
            ImageIO.write(image, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Base64.getEncoder().encodeToString(out.toByteArray());
    }

    private void arrows(PlanePlot.Arrows arrows) {
        double longest = arrows.longest();
        double unit = longest > 0 ? 0.9 * arrows.spacing() / longest : 0;
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < arrows.x().length; i++) {
            double dx = arrows.dx()[i] * unit * scale;
            double dy = -arrows.dy()[i] * unit * scale;
            double x = x(arrows.x()[i]) - dx / 2;
            double y = y(arrows.y()[i]) - dy / 2;
            // Head: two strokes a third as long, a sixth to either side.
            path.append(
                    String.format(
                            Locale.ROOT,
                            "M%.1f %.1fl%.1f %.1fm%.1f %.1fl%.1f %.1fl%.1f %.1f",
                            x,
                            y,
                            dx,
                            dy,
                            -dx / 3 - dy / 6,
                            -dy / 3 + dx / 6,
                            dx / 3 + dy / 6,
                            dy / 3 - dx / 6,
                            -dx / 3 + dy / 6,
                            -dy / 3 - dx / 6));
        }
        add("<path class='arrow' d='%s'/>", path);
    }

    private void way(PlanePlot.Way way) {
        add("<polyline class='line thin c%d' points='%s'/>", colour, points(way.x(), way.y()));
        add(
                "<circle class='dot c%d' cx='%.1f' cy='%.1f' r='3.5'/>",
                colour++, x(way.x()[0]), y(way.y()[0]));
    }

    private String points(double[] x, double[] y) {
        int every = x.length / MOST_PLACES + 1;
        StringBuilder points = new StringBuilder();
        for (int i = 0; i < x.length; i += every) {
            points.append(String.format(Locale.ROOT, "%.1f,%.1f ", x(x[i]), y(y[i])));
        }
        return points.toString();
    }

    private void dots(PlanePlot.Dots dots) {
        StringBuilder path = new StringBuilder();
        int every = dots.x().length / MOST_PLACES + 1;
        for (int i = 0; i < dots.x().length; i += every) {
            if (frame.holds(dots.x()[i], dots.y()[i])) {
                path.append(
                        String.format(Locale.ROOT, "M%.1f %.1fh0", x(dots.x()[i]), y(dots.y()[i])));
            }
        }
        String size = dots.x().length <= FEW ? "dots few" : "dots";
        add("<path class='%s c%d' d='%s'/>", size, colour++, path);
    }

    /** The scale of a heat map's colours. */
    private void bar(PlanePlot.Layer layer) {
        if (!(layer instanceof PlanePlot.Heat heat)) {
            return;
        }
        int steps = 40;
        double at = width - right + 10;
        double extent = (height - TOP - BOTTOM) / steps;
        for (int i = 0; i < steps; i++) {
            add(
                    "<rect x='%.1f' y='%.2f' width='10' height='%.2f' fill='#%06x'/>",
                    at,
                    height - BOTTOM - (i + 1) * extent,
                    extent + 0.3,
                    Diverging.colour((i + 0.5) / steps) & 0xffffff);
        }
        Ticks ticks = Ticks.between(heat.low(), heat.high(), 4);
        for (double tick : ticks.values()) {
            double share = (tick - heat.low()) / (heat.high() - heat.low());
            add(
                    "<text class='tick' x='%.1f' y='%.1f'>%s</text>",
                    at + 14,
                    height - BOTTOM - share * (height - TOP - BOTTOM) + 3.5,
                    ticks.label(tick));
        }
    }

    private double x(double value) {
        return LEFT + (value - frame.left()) * scale;
    }

    private double y(double value) {
        return height - BOTTOM - (value - frame.bottom()) * scale;
    }

    private void add(String format, Object... values) {
        svg.append(String.format(Locale.ROOT, format, values));
    }
}
