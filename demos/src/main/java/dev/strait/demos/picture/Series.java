package dev.strait.demos.picture;

import java.util.Arrays;

/**
 * One line of a plot, with a band around it where its spread is known.
 *
 * @param label in the legend
 * @param x ascending
 * @param y NaN where there is no point; the line then goes on to the next one
 * @param spread half the height of the band, or empty
 */
public record Series(String label, double[] x, double[] y, double[] spread) {

    private static final int MOST_POINTS = 300;

    public Series {
        if (x.length != y.length || spread.length != 0 && spread.length != y.length) {
            throw new IllegalArgumentException(
                    "series '%s' has %s x, %s y and %s spreads"
                            .formatted(label, x.length, y.length, spread.length));
        }
    }

    /** A line without a band. */
    public Series(String label, double[] x, double[] y) {
        this(label, x, y, new double[0]);
    }

    boolean banded() {
        return spread.length > 0;
    }

    /** The points that exist; more than can be seen become the means of neighbours. */
    Series drawable() {
        int[] present = present();
        int size = (present.length + MOST_POINTS - 1) / MOST_POINTS;
        if (size <= 1) {
            return new Series(label, pick(x, present), pick(y, present), pick(spread, present));
        }
        return new Series(
                label,
                means(pick(x, present), size),
                means(pick(y, present), size),
                means(pick(spread, present), size));
    }

    private int[] present() {
        int[] indices = new int[y.length];
        int count = 0;
        for (int i = 0; i < y.length; i++) {
            if (Double.isFinite(y[i]) && Double.isFinite(x[i])) {
                indices[count++] = i;
            }
        }
        return Arrays.copyOf(indices, count);
    }

    private static double[] pick(double[] values, int[] indices) {
        return values.length == 0
                ? values
                : Arrays.stream(indices).mapToDouble(i -> values[i]).toArray();
    }

    private static double[] means(double[] values, int size) {
        double[] means = new double[(values.length + size - 1) / size];
        for (int i = 0; i < means.length; i++) {
            int from = i * size;
            int to = Math.min(values.length, from + size);
            means[i] = Arrays.stream(values, from, to).average().orElseThrow();
        }
        return means;
    }
}
