package dev.strait.demos.picture;

import java.util.List;
import java.util.Optional;

/**
 * A part of the plane and what lies in it: a heat map, points, paths, arrows, one over the other.
 * Both axes have one scale. Says what is drawn; {@link PlaneSvg} draws it.
 *
 * @param title what is shown
 * @param explanation one sentence: how to read it; may be empty among panels that share one
 * @param xLabel the horizontal axis
 * @param yLabel the vertical axis
 * @param frame what part of the plane
 * @param layers from the lowest up
 */
public record PlanePlot(
        String title,
        String explanation,
        String xLabel,
        String yLabel,
        Frame frame,
        List<Layer> layers)
        implements Figure {

    /** What part of the plane is shown. */
    public record Frame(double left, double right, double bottom, double top) {

        public Frame {
            if (!(left < right && bottom < top)) {
                throw new IllegalArgumentException(
                        "a frame needs left < right and bottom < top, but was [%s, %s] × [%s, %s]"
                                .formatted(left, right, bottom, top));
            }
        }

        /** The square [−reach, reach]². */
        public static Frame square(double reach) {
            return new Frame(-reach, reach, -reach, reach);
        }

        boolean holds(double x, double y) {
            return x >= left && x <= right && y >= bottom && y <= top;
        }
    }

    /** One thing that is drawn. */
    public sealed interface Layer {

        /** In the legend, where it has a colour of its own. */
        default Optional<String> name() {
            return Optional.empty();
        }
    }

    /**
     * Colours over the whole frame.
     *
     * @param columns values in a row
     * @param values row by row from the lowest up
     * @param low the value of the one end of the colours, orange
     * @param high the value of the other, blue; the middle is white
     */
    public record Heat(int columns, double[] values, double low, double high) implements Layer {

        public Heat {
            if (columns < 1 || values.length == 0 || values.length % columns != 0) {
                throw new IllegalArgumentException(
                        "%s values do not make rows of %s".formatted(values.length, columns));
            }
        }

        int rows() {
            return values.length / columns;
        }
    }

    /** Points; those outside the frame are left out. */
    public record Dots(String label, double[] x, double[] y) implements Layer {

        public Dots {
            requireSame(x, y);
        }

        @Override
        public Optional<String> name() {
            return Optional.of(label);
        }
    }

    /** A line from place to place, cut at the frame, with a dot where it begins. */
    public record Way(String label, double[] x, double[] y) implements Layer {

        public Way {
            requireSame(x, y);
        }

        @Override
        public Optional<String> name() {
            return Optional.of(label);
        }
    }

    /** A thin line in the colour of text, to compare with. */
    public record Outline(double[] x, double[] y) implements Layer {

        public Outline {
            requireSame(x, y);
        }
    }

    /** Arrows at places, all scaled alike so that the longest fits between neighbours. */
    public record Arrows(double[] x, double[] y, double[] dx, double[] dy, double spacing)
            implements Layer {

        public Arrows {
            requireSame(x, y);
            requireSame(x, dx);
            requireSame(x, dy);
        }

        /** A vector field. */
        @FunctionalInterface
        public interface Field {
            /** (dx, dy) at a place. */
            double[] at(double x, double y);
        }

        /** A field at the places of a grid over the frame. */
        public static Arrows of(Frame frame, int across, Field field) {
            double spacing = (frame.right - frame.left) / across;
            int up = (int) Math.floor((frame.top - frame.bottom) / spacing + 1e-9);
            double[][] all = new double[4][across * up];
            for (int i = 0; i < across * up; i++) {
                all[0][i] = frame.left + (i % across + 0.5) * spacing;
                all[1][i] = frame.bottom + (i / across + 0.5) * spacing;
                double[] vector = field.at(all[0][i], all[1][i]);
                all[2][i] = vector[0];
                all[3][i] = vector[1];
            }
            return new Arrows(all[0], all[1], all[2], all[3], spacing);
        }

        double longest() {
            double longest = 0;
            for (int i = 0; i < dx.length; i++) {
                longest = Math.max(longest, Math.hypot(dx[i], dy[i]));
            }
            return longest;
        }
    }

    public PlanePlot {
        layers = List.copyOf(layers);
        long coloured = layers.stream().filter(layer -> layer.name().isPresent()).count();
        if (coloured > LinePlot.COLOURS) {
            throw new IllegalArgumentException(
                    "a plot has at most %s colours, but '%s' was given %s layers that need one"
                            .formatted(LinePlot.COLOURS, title, coloured));
        }
    }

    @Override
    public List<String> legend() {
        return layers.stream().flatMap(layer -> layer.name().stream()).toList();
    }

    @Override
    public String svg() {
        return PlaneSvg.of(this);
    }

    private static void requireSame(double[] x, double[] y) {
        if (x.length != y.length) {
            throw new IllegalArgumentException(
                    "places need as many x as y, but got %s and %s".formatted(x.length, y.length));
        }
    }
}
