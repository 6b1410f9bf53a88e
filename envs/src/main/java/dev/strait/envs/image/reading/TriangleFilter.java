package dev.strait.envs.image.reading;

import dev.strait.envs.image.ImageShape;

/**
 * Scales by weights 1 − |x − c|/s around the place c that a new cell has in the old picture, where
 * s = max(1, old/new): bilinear interpolation where it enlarges, and no aliasing where it shrinks.
 * Weights add up to 1, so flat areas stay flat. It is what Pillow calls bilinear.
 *
 * <p>Why it matters: filters that do not widen move FID by whole points (Parmar, Zhang and Zhu, "On
 * aliased resizing and surprising subtleties in GAN evaluation", CVPR 2022).
 */
final class TriangleFilter {

    /** First old cell and the weights of those from it on, for every new cell. */
    private final int[] first;

    private final float[][] weights;

    private TriangleFilter(int from, int to) {
        first = new int[to];
        weights = new float[to][];
        double ratio = (double) from / to;
        double reach = Math.max(1, ratio);
        for (int i = 0; i < to; i++) {
            double centre = (i + 0.5) * ratio;
            first[i] = Math.max(0, (int) (centre - reach + 0.5));
            int end = Math.min(from, (int) (centre + reach + 0.5));
            weights[i] = weights(first[i], end, centre, reach);
        }
    }

    private static float[] weights(int first, int end, double centre, double reach) {
        double[] raw = new double[end - first];
        double sum = 0;
        for (int i = 0; i < raw.length; i++) {
            raw[i] = Math.max(0, 1 - Math.abs(first + i + 0.5 - centre) / reach);
            sum += raw[i];
        }
        float[] weights = new float[raw.length];
        for (int i = 0; i < raw.length; i++) {
            weights[i] = (float) (raw[i] / sum);
        }
        return weights;
    }

    /** The centred square of a picture, scaled to {@code side}. */
    static Picture square(Picture picture, int side) {
        ImageShape from = picture.shape();
        int crop = Math.min(from.height(), from.width());
        TriangleFilter filter = new TriangleFilter(crop, side);
        int corner = (from.height() - crop) / 2 * from.width() + (from.width() - crop) / 2;
        ImageShape to = new ImageShape(from.channels(), side, side);
        byte[] bytes = new byte[to.size()];
        float[] narrowed = new float[crop * side];
        for (int channel = 0; channel < from.channels(); channel++) {
            int start = channel * from.height() * from.width() + corner;
            filter.alongRows(picture.bytes(), start, from.width(), crop, narrowed);
            filter.alongColumns(narrowed, bytes, channel * side * side);
        }
        return new Picture(to, bytes);
    }

    private void alongRows(byte[] cells, int start, int stride, int rows, float[] target) {
        int side = first.length;
        for (int row = 0; row < rows; row++) {
            int from = start + row * stride;
            for (int x = 0; x < side; x++) {
                float sum = 0;
                for (int k = 0; k < weights[x].length; k++) {
                    sum += weights[x][k] * (cells[from + first[x] + k] & 0xff);
                }
                target[row * side + x] = sum;
            }
        }
    }

    private void alongColumns(float[] cells, byte[] target, int offset) {
        int side = first.length;
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                float sum = 0;
                for (int k = 0; k < weights[y].length; k++) {
                    sum += weights[y][k] * cells[(first[y] + k) * side + x];
                }
                target[offset + y * side + x] = (byte) Math.round(Math.min(sum, 255));
            }
        }
    }
}
