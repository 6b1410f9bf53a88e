package dev.strait.core.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.nn.core.Linear;
import ai.djl.training.ParameterStore;
import dev.strait.core.gradient.InPlace;
import java.util.random.RandomGenerator;

/**
 * The largest singular value of a weight by power iteration (Miyato et al. 2018, algorithm 1): one
 * step a training pass, with the left vector u kept between passes and in the checkpoint.
 *
 * <p>σ = uᵀWv, where u and v are constants and W is not: the gradient goes through σ.
 */
final class SpectralNorm {

    /** Steps on the first weight, so that σ is right from the first pass on. */
    private static final int FIRST_STEPS = 20;

    private static final float TINY = 1e-12f;

    private final Parameter left;

    private SpectralNorm(Parameter left) {
        this.left = left;
    }

    static SpectralNorm of(String name, float[] weights, int outputs, RandomGenerator random) {
        double[] u = Draw.normal(outputs, random);
        for (int step = 0; step < FIRST_STEPS; step++) {
            u = PowerIteration.step(weights, u);
        }
        float[] start = new float[outputs];
        for (int i = 0; i < outputs; i++) {
            start[i] = (float) u[i];
        }
        return new SpectralNorm(
                Affine.parameter(
                        name + "_left", Parameter.Type.OTHER, new Shape(1, outputs), start, false));
    }

    /** (1, outputs) the running estimate of the first left singular vector. */
    Parameter buffer() {
        return left;
    }

    /**
     * σ of the weight, with its graph.
     *
     * @param input gives the manager that the result lives on
     * @param weight (outputs, …)
     * @return (1)
     */
    NDArray largestSingularValue(
            ParameterStore store, NDArray input, NDArray weight, boolean training) {
        NDManager manager = input.getManager();
        NDArray kept = store.getValue(left, input.getDevice(), training);
        NDArray matrix = onto(manager, weight.reshape(weight.getShape().get(0), -1));
        NDArray constant = matrix.stopGradient();
        NDArray u = onto(manager, kept.duplicate());
        NDArray v = normalise(u.matMul(constant));
        if (training) {
            u = normalise(times(v, constant));
            InPlace.assign(kept, u);
        }
        return times(v, matrix).mul(u).sum().reshape(1);
    }

    /** v Wᵀ, on the manager of v. */
    private static NDArray times(NDArray v, NDArray matrix) {
        return Linear.linear(v, matrix).singletonOrThrow();
    }

    private static NDArray normalise(NDArray row) {
        return row.div(row.norm().add(TINY));
    }

    private static NDArray onto(NDManager manager, NDArray array) {
        array.attach(manager);
        return array;
    }
}
