package dev.strait.core.gradient;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ai.djl.Device;
import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.strait.core.tensor.Seeds;
import dev.strait.core.tensor.TensorEngine;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InnerProductTest {

    private static final int ROWS = 3;
    private static final int INPUTS = 5;
    private static final int OUTPUTS = 16;

    /** Eight blocks and a rest. */
    private static final int SPLIT_OUTPUTS = 8 * 64 + 5;

    private final RandomGenerator random = new Seeds(3).stream("numbers");
    private NDManager manager;

    @BeforeEach
    void open() {
        assumeTrue(System.getProperty("os.arch").equals("amd64"), "oneDNN is in builds for x86");
        manager = TensorEngine.newManager(Device.cpu());
    }

    @AfterEach
    void close() {
        if (manager != null) {
            manager.close();
        }
    }

    private NDArray numbers(long... shape) {
        float[] values = new float[(int) new Shape(shape).size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextFloat() - 0.5f;
        }
        NDArray array = manager.create(values, new Shape(shape));
        array.setRequiresGradient(true);
        return array;
    }

    /** y[r, o] = Σ x[r, i] w[o, i] + b[o], summed here in double precision. */
    @ParameterizedTest
    @ValueSource(ints = {OUTPUTS, SPLIT_OUTPUTS})
    void shouldEqualTheSumsWorkedByHand(int outputs) {
        float[] x = numbers(ROWS, INPUTS).toFloatArray();
        float[] w = numbers(outputs, INPUTS).toFloatArray();
        float[] b = numbers(outputs).toFloatArray();
        NDArray inputs = manager.create(x, new Shape(ROWS, INPUTS));
        NDArray weights = manager.create(w, new Shape(outputs, INPUTS));
        float[] biased = InnerProduct.of(inputs, weights, manager.create(b)).toFloatArray();
        float[] unbiased = InnerProduct.of(inputs, weights, null).toFloatArray();
        for (int i = 0; i < biased.length; i++) {
            int output = i % outputs;
            double sum = 0;
            for (int k = 0; k < INPUTS; k++) {
                sum += (double) x[i / outputs * INPUTS + k] * w[output * INPUTS + k];
            }
            assertEquals(sum + b[output], biased[i], 1e-6);
            assertEquals(sum, unbiased[i], 1e-6);
        }
    }

    /** L = Σ c ⊙ (x Wᵀ + b): ∂x = c W, ∂W = cᵀ x, ∂b = Σ_r c. */
    @ParameterizedTest
    @ValueSource(ints = {OUTPUTS, SPLIT_OUTPUTS})
    void shouldHaveTheGradientsOfAnAffineMap(int outputs) {
        NDArray x = numbers(ROWS, INPUTS);
        NDArray w = numbers(outputs, INPUTS);
        NDArray b = numbers(outputs);
        NDArray c = numbers(ROWS, outputs).stopGradient();
        UnaryOperator<NDArray> gradient =
                to ->
                        GradientMode.recording(
                                () -> InputGradient.of(InnerProduct.of(x, w, b).mul(c).sum(), to));
        assertClose(c.matMul(w.stopGradient()), gradient.apply(x));
        assertClose(c.transpose().matMul(x.stopGradient()), gradient.apply(w));
        assertClose(c.sum(new int[] {0}), gradient.apply(b));
    }

    private static void assertClose(NDArray expected, NDArray actual) {
        assertEquals(expected.getShape(), actual.getShape());
        double scale = Math.max(1, expected.abs().max().getFloat());
        assertTrue(expected.sub(actual.stopGradient()).abs().max().getFloat() < 1e-6 * scale);
    }

    /** A broken promise is an error, never a wrong number. */
    @Test
    void shouldRefuseToBeDifferentiatedTwice() {
        NDArray x = numbers(ROWS, INPUTS);
        NDArray w = numbers(OUTPUTS, INPUTS);
        EngineException refused =
                assertThrows(
                        EngineException.class,
                        () ->
                                GradientMode.recording(
                                        () -> {
                                            NDArray y = InnerProduct.of(x, w, null).square().sum();
                                            NDArray slope = InputGradient.of(y, x).square().sum();
                                            return InputGradient.of(slope, w);
                                        }));
        assertTrue(refused.getMessage().contains("not implemented"), refused.getMessage());
    }

    @Test
    void shouldServeInGradientModeOnlyUnderThePromise() {
        NDArray x = manager.zeros(new Shape(256, 512));
        NDArray w = manager.zeros(new Shape(512, 512));
        boolean here = InnerProduct.serves(x, w);
        assertFalse(GradientMode.recording(() -> InnerProduct.serves(x, w)));
        assertEquals(
                here,
                GradientMode.recording(
                        () -> OnceDifferentiable.in(() -> InnerProduct.serves(x, w))));
        assertFalse(InnerProduct.serves(x.get("0:4"), w), "too small to be worth it");
    }

    @Test
    void shouldPutBackThePromiseAfterAFailure() {
        assertThrows(
                IllegalStateException.class,
                () ->
                        OnceDifferentiable.in(
                                () -> {
                                    throw new IllegalStateException("gone bad");
                                }));
        assertFalse(OnceDifferentiable.promised());
    }
}
