package dev.strait.agents.metric;

import static dev.strait.core.Require.require;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.strait.core.gradient.MatrixRoot;
import dev.strait.core.tensor.TensorEngine;

/**
 * Fréchet distance of Gaussians with the moments of two sets of points,
 *
 * <pre>‖μ₁ − μ₂‖² + Tr(Σ₁ + Σ₂ − 2 √(√Σ₁ Σ₂ √Σ₁)),</pre>
 *
 * a squared 2-Wasserstein distance; over features of pictures it is the FID of Heusel et al. 2017.
 * √Σ₁ of the reference is computed once. The distance is biased upwards by a term that shrinks as
 * 1/N (Bińkowski et al. 2018): only distances of equal numbers of points compare.
 */
public final class FrechetDistance {

    private final Moments reference;
    private final double[] root;

    private FrechetDistance(Moments reference, double[] root) {
        this.reference = reference;
        this.root = root;
    }

    /**
     * Distances from a reference.
     *
     * @param reference moments of at least as many points as dimensions
     */
    public static FrechetDistance from(Moments reference) {
        requireEnough(reference);
        try (NDManager manager = TensorEngine.newManager(Device.cpu())) {
            NDArray root = MatrixRoot.of(reference.covariance(manager));
            return new FrechetDistance(reference, root.toDoubleArray());
        }
    }

    /**
     * The distance of other points from the reference; 0 where the moments are equal, save for
     * rounding, which may leave it slightly negative.
     *
     * @param moments of at least as many points as dimensions
     */
    public double to(Moments moments) {
        requireEnough(moments);
        require(
                moments.size() == reference.size(),
                "moments of %s dimensions cannot be compared with moments of %s",
                moments.size(),
                reference.size());
        try (NDManager manager = TensorEngine.newManager(Device.cpu())) {
            NDArray half = manager.create(root, new Shape(moments.size(), moments.size()));
            NDArray product = half.matMul(moments.covariance(manager)).matMul(half);
            double overlap = MatrixRoot.trace(product).toDoubleArray()[0];
            return squaredShift(moments) + trace(reference) + trace(moments) - 2 * overlap;
        }
    }

    private double squaredShift(Moments moments) {
        double sum = 0;
        for (int i = 0; i < moments.size(); i++) {
            double difference = moments.mean()[i] - reference.mean()[i];
            sum += difference * difference;
        }
        return sum;
    }

    private static double trace(Moments moments) {
        double sum = 0;
        for (int i = 0; i < moments.size(); i++) {
            sum += moments.covariance()[i * (moments.size() + 1)];
        }
        return sum;
    }

    /** A covariance of fewer points than dimensions has no full rank, and the distance no sense. */
    static void requireEnough(Moments moments) {
        requireEnough(moments.count(), moments.size());
    }

    /**
     * Refuses fewer points than dimensions: what can be asked before either is there.
     *
     * @throws IllegalArgumentException naming both
     */
    public static void requireEnough(int images, int features) {
        require(
                images >= features,
                "FID over %s features needs at least %s images, but there are %s",
                features,
                features,
                images);
    }
}
