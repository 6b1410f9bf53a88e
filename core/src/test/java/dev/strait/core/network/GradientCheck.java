package dev.strait.core.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import dev.strait.core.gradient.GradientMode;
import dev.strait.core.gradient.Learner;
import dev.strait.core.gradient.Sgd;
import dev.strait.core.tensor.SeedStream;
import java.lang.reflect.Field;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/**
 * The gradient of a loss over the parameters of a Block against central differences: along the
 * gradient itself, where a wrong scale or a lost part shows, and along random directions. The
 * differences are taken in float64, with a step so small that no kink of a ReLU lies within it: the
 * penalty of a piecewise linear network jumps at every kink. What the Block keeps (statistics,
 * counters of noise) is put back before every evaluation.
 */
public final class GradientCheck {

    private static final int DIRECTIONS = 6;
    private static final double STEP = 1e-6;

    /** As a share of the gradient's norm: what float32 gives. */
    private static final double TOLERANCE = 1e-3;

    /**
     * What is checked.
     *
     * @param block whose parameters the loss depends on
     * @param loss one number of the given type, computed on the manager that it is given from
     *     inputs of that type
     */
    public record Subject(Block block, BiFunction<NDManager, DataType, NDArray> loss) {}

    private final Block block;
    private final BiFunction<NDManager, DataType, NDArray> loss;
    private final Map<String, NDArray> buffers = new LinkedHashMap<>();

    private GradientCheck(Subject subject) {
        block = subject.block();
        loss = subject.loss();
        BlockState.buffers(block).forEach((name, array) -> buffers.put(name, array.duplicate()));
    }

    /**
     * Checks.
     *
     * @param subject gives the same subject twice: one for the gradient, one for the differences
     */
    public static void check(Supplier<Subject> subject) {
        double[] gradient = new GradientCheck(subject.get()).gradient();
        new GradientCheck(subject.get()).compare(gradient);
    }

    private static NDManager managerOf(Block block) {
        return block.getParameters().get(0).getValue().getArray().getManager();
    }

    private void compare(double[] gradient) {
        try (NDManager scope = managerOf(block).newSubManager()) {
            double norm = Math.sqrt(dot(gradient, gradient));
            assertTrue(norm > 0, "the gradient is zero");
            widen(scope);
            SeedStream random = new SeedStream(99);
            for (int k = 0; k <= DIRECTIONS; k++) {
                double[] direction = unit(k == 0 ? gradient : normal(gradient.length, random));
                assertEquals(
                        (at(direction, STEP, scope) - at(direction, -STEP, scope)) / (2 * STEP),
                        dot(gradient, direction),
                        TOLERANCE * norm,
                        "direction " + k + " of a gradient of norm " + norm);
            }
        }
    }

    private double[] gradient() {
        try (NDManager scope = managerOf(block).newSubManager();
                Learner learner = Learner.of("checked", new Sgd(1, 0), 1e30, block)) {
            float[] start = learner.parameters().toFloatArray();
            learner.minimise(() -> loss.apply(scope, DataType.FLOAT32));
            float[] moved = learner.parameters().toFloatArray();
            double[] gradient = new double[start.length];
            for (int i = 0; i < start.length; i++) {
                gradient[i] = start[i] - moved[i];
            }
            return gradient;
        }
    }

    /** Gives every float32 array of a Block that has not run yet a float64 copy in its place. */
    private void widen(NDManager scope) {
        for (Parameter parameter : block.getParameters().values()) {
            if (parameter.getArray().getDataType() == DataType.FLOAT32) {
                NDArray wide = parameter.getArray().toType(DataType.FLOAT64, true);
                wide.attach(scope);
                replace(parameter, wide);
            }
        }
    }

    private static void replace(Parameter parameter, NDArray array) {
        try {
            Field field = Parameter.class.getDeclaredField("array");
            field.setAccessible(true);
            field.set(parameter, array);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    private double at(double[] direction, double step, NDManager root) {
        restoreBuffers();
        try (NDManager scope = root.newSubManager()) {
            move(direction, step, scope);
            double value =
                    GradientMode.recording(
                            () -> loss.apply(scope, DataType.FLOAT64).toDoubleArray()[0]);
            move(direction, -step, scope);
            return value;
        }
    }

    private void move(double[] direction, double step, NDManager scope) {
        int start = 0;
        for (Parameter parameter : block.getParameters().values()) {
            if (parameter.requiresGradient()) {
                NDArray array = parameter.getArray();
                double[] part = new double[(int) array.size()];
                for (int i = 0; i < part.length; i++) {
                    part[i] = step * direction[start + i];
                }
                array.addi(scope.create(part, array.getShape()));
                start += part.length;
            }
        }
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
