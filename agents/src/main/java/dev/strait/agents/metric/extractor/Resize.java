package dev.strait.agents.metric.extractor;

import static dev.strait.core.Require.require;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;

/**
 * Bilinear change of size with half-pixel centres. Where a picture gets smaller, the triangle
 * widens by the same factor, as in PIL and unlike in most tensor libraries, whose aliasing moves an
 * FID by more than a better model would (Parmar, Zhang and Zhu 2022).
 *
 * <p>It is linear in rows and in columns, so it is two products with matrices.
 */
final class Resize {

    private Resize() {}

    /**
     * Pictures of another size.
     *
     * @param images (B, C, H, W)
     * @return (B, C, height, width), on the manager of {@code images}
     */
    static NDArray to(NDArray images, int height, int width) {
        Shape shape = images.getShape();
        NDManager manager = images.getManager();
        NDArray resized = images;
        if (shape.get(3) != width) {
            resized = resized.matMul(matrix(manager, (int) shape.get(3), width).transpose());
        }
        if (shape.get(2) != height) {
            resized = matrix(manager, (int) shape.get(2), height).matMul(resized);
        }
        return resized;
    }

    private static NDArray matrix(NDManager manager, int from, int to) {
        return manager.create(weights(from, to), new Shape(to, from));
    }

    /** (to, from) weights, row by row; each row sums to 1. */
    static float[] weights(int from, int to) {
        require(from >= 1 && to >= 1, "sides must be at least 1, but were %s and %s", from, to);
        double scale = from / (double) to;
        double support = Math.max(scale, 1);
        float[] weights = new float[Math.multiplyExact(to, from)];
        for (int row = 0; row < to; row++) {
            double centre = (row + 0.5) * scale;
            double sum = 0;
            for (int column = 0; column < from; column++) {
                sum += triangle((column + 0.5 - centre) / support);
            }
            for (int column = 0; column < from; column++) {
                double weight = triangle((column + 0.5 - centre) / support) / sum;
                weights[row * from + column] = (float) weight;
            }
        }
        return weights;
    }

    private static double triangle(double distance) {
        return Math.max(0, 1 - Math.abs(distance));
    }
}
