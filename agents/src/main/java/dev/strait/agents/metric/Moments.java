package dev.strait.agents.metric;

import static dev.strait.core.Require.require;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.strait.core.tensor.TensorEngine;

/**
 * Mean and covariance of N points: the Gaussian that the Fréchet distance takes them for.
 *
 * @param count N
 * @param mean (F)
 * @param covariance (F, F), row by row: Σ (x − m)(x − m)ᵀ / (N − 1)
 */
public record Moments(int count, double[] mean, double[] covariance) {

    public Moments {
        require(
                covariance.length == (long) mean.length * mean.length,
                "a mean of %s numbers needs a covariance of %s, but it had %s",
                mean.length,
                (long) mean.length * mean.length,
                covariance.length);
    }

    /**
     * The moments of some points, in float64.
     *
     * @param points at least two
     */
    public static Moments of(Points points) {
        int count = points.count();
        require(count >= 2, "a covariance needs at least 2 points, but there were %s", count);
        try (NDManager manager = TensorEngine.newManager(Device.cpu())) {
            NDArray rows = points.array(manager);
            NDArray mean = rows.mean(new int[] {0});
            NDArray centred = rows.subi(mean);
            NDArray covariance = centred.transpose().matMul(centred).divi(count - 1);
            return new Moments(count, mean.toDoubleArray(), covariance.toDoubleArray());
        }
    }

    /** F. */
    public int size() {
        return mean.length;
    }

    NDArray mean(NDManager manager) {
        return manager.create(mean);
    }

    NDArray covariance(NDManager manager) {
        return manager.create(covariance, new Shape(size(), size()));
    }
}
