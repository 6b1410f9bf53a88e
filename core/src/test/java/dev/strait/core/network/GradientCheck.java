package dev.strait.core.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Block;
import dev.strait.core.gradient.GradientMode;
import dev.strait.core.gradient.InPlace;
import dev.strait.core.gradient.Learner;
import dev.strait.core.gradient.Sgd;
import dev.strait.core.tensor.SeedStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * The gradient of a loss over the parameters of a Block against central differences: along the
 * gradient itself, where a wrong scale or a lost part shows, and along random directions. What the
 * Block keeps (statistics, counters of noise) is put back before every evaluation.
 */
public final class GradientCheck {

    private static final int DIRECTIONS = 6;

    private final Block block;
    private final Function<NDManager, NDArray> loss;
    private final Map<String, NDArray> buffers = new LinkedHashMap<>();

    private GradientCheck(Block block, Function<NDManager, NDArray> loss) {
        this.block = block;
        this.loss = loss;
        BlockState.buffers(block).forEach((name, array) -> buffers.put(name, array.duplicate()));
    }

    /**
     * Checks.
     *
     * @param loss one number, computed on the manager that it is given
     * @param step length of the difference
     * @param tolerance as a share of the gradient's norm
     */
    public static void check(
            Block block, Function<NDManager, NDArray> loss, double step, double tolerance) {
        new GradientCheck(block, loss).run(step, tolerance);
    }

    private void run(double step, double tolerance) {
        NDManager root = block.getParameters().get(0).getValue().getArray().getManager();
        try (NDManager scope = root.newSubManager();
                Learner learner = Learner.of("checked", new Sgd(1, 0), 1e30, block)) {
            float[] start = learner.parameters().toFloatArray();
            restoreBuffers();
            learner.minimise(() -> loss.apply(scope));
            float[] moved = learner.parameters().toFloatArray();
            double[] gradient = new double[start.length];
            for (int i = 0; i < start.length; i++) {
                gradient[i] = start[i] - moved[i];
            }
            double norm = Math.sqrt(dot(gradient, gradient));
            assertTrue(norm > 0, "the gradient is zero");
            SeedStream random = new SeedStream(99);
            for (int k = 0; k <= DIRECTIONS; k++) {
                double[] direction = k == 0 ? unit(gradient) : unit(normal(start.length, random));
                double difference =
                        at(learner, start, direction, step, scope)
                                - at(learner, start, direction, -step, scope);
                assertEquals(
                        difference / (2 * step),
                        dot(gradient, direction),
                        tolerance * norm,
                        "direction " + k + " of a gradient of norm " + norm);
            }
            InPlace.assign(learner.parameters(), scope.create(start));
            restoreBuffers();
        }
    }

    private double at(
            Learner learner, float[] start, double[] direction, double step, NDManager scope) {
        float[] shifted = new float[start.length];
        for (int i = 0; i < start.length; i++) {
            shifted[i] = (float) (start[i] + step * direction[i]);
        }
        InPlace.assign(learner.parameters(), scope.create(shifted));
        restoreBuffers();
        return GradientMode.recording(() -> loss.apply(scope).getFloat());
    }

    private void restoreBuffers() {
        BlockState.restore(BlockState.buffers(block), buffers);
    }

    private static double[] normal(int size, SeedStream random) {
        double[] values = new double[size];
        for (int i = 0; i < size; i++) {
            values[i] = random.nextGaussian();
        }
        return values;
    }

    private static double[] unit(double[] values) {
        double norm = Math.sqrt(dot(values, values));
        double[] unit = values.clone();
        for (int i = 0; i < unit.length; i++) {
            unit[i] /= norm;
        }
        return unit;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
