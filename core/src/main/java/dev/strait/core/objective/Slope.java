package dev.strait.core.objective;

import static dev.strait.core.Require.require;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import dev.strait.core.gradient.InputGradient;
import dev.strait.core.tensor.NoiseStream;
import java.util.Arrays;
import java.util.function.UnaryOperator;

/** How steep a critic is at given points, with the graph that a penalty on it needs. */
final class Slope {

    /** Under the root, whose own slope is infinite at 0. */
    private static final float TINY = 1e-12f;

    private Slope() {}

    /**
     * ‖∇D‖² a row, over every coordinate of the input.
     *
     * @return (B)
     */
    static NDArray squares(UnaryOperator<NDArray> critic, NDArray points) {
        NDArray inputs = points.stopGradient();
        inputs.setRequiresGradient(true);
        NDArray gradient = InputGradient.of(critic.apply(inputs), inputs);
        long rows = points.getShape().get(0);
        return gradient.reshape(rows, -1).square().sum(new int[] {1});
    }

    /** ‖∇D‖ a row, (B). */
    static NDArray norms(UnaryOperator<NDArray> critic, NDArray points) {
        return squares(critic, points).add(TINY).sqrt();
    }

    /** εx + (1−ε)y with one uniform ε a row. */
    static NDArray between(NDArray real, NDArray fake, NoiseStream noise) {
        require(
                real.getShape().equals(fake.getShape()),
                "interpolates need batches of one shape, but they were %s and %s",
                real.getShape(),
                fake.getShape());
        long[] one = new long[real.getShape().dimension()];
        Arrays.fill(one, 1);
        one[0] = real.getShape().get(0);
        NDArray share = noise.uniform(real.getManager(), new Shape(one));
        return fake.add(real.sub(fake).mul(share));
    }
}
