package dev.strait.core.gradient;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import dev.strait.core.tensor.EachDevice;
import dev.strait.core.tensor.TensorEngine;
import org.junit.jupiter.api.Test;

class MatrixPrecisionTest {

    /** 1 + 2⁻⁸ needs nine bits: in bfloat16 it is 1; products of what fits are exact. */
    @EachDevice
    void shouldRoundFactorsToEightBits(Device device) {
        try (NDManager manager = TensorEngine.newManager(device)) {
            NDArray x = manager.create(new float[] {1.00390625f, 2}, new Shape(1, 2));
            NDArray w = manager.create(new float[] {1, 0, 0, 1.5f}, new Shape(2, 2));
            NDArray b = manager.create(new float[] {0.5f, -1});
            NDArray full = MatrixPrecision.linear(x, w, b);
            NDArray rounded = MatrixPrecision.BFLOAT16.in(() -> MatrixPrecision.linear(x, w, b));
            assertArrayEquals(new float[] {1.50390625f, 2}, full.toFloatArray());
            assertArrayEquals(new float[] {1.5f, 2}, rounded.toFloatArray());
            assertEquals(DataType.FLOAT32, rounded.getDataType());
            NDArray unbiased =
                    MatrixPrecision.BFLOAT16.in(() -> MatrixPrecision.linear(x, w, null));
            assertArrayEquals(new float[] {1, 3}, unbiased.toFloatArray());
        }
    }

    /** y = Σ x Wᵀ + b: ∂y/∂x is the column sum of W, in any precision that holds W. */
    @EachDevice
    void shouldPassGradientsInFloat32(Device device) {
        try (NDManager manager = TensorEngine.newManager(device)) {
            NDArray x = manager.ones(new Shape(3, 2));
            x.setRequiresGradient(true);
            NDArray w = manager.create(new float[] {1, 2, 3, 4}, new Shape(2, 2));
            NDArray b = manager.zeros(new Shape(2));
            NDArray gradient =
                    GradientMode.recording(
                            () ->
                                    MatrixPrecision.BFLOAT16.in(
                                            () ->
                                                    InputGradient.of(
                                                            MatrixPrecision.linear(x, w, b), x)));
            assertEquals(DataType.FLOAT32, gradient.getDataType());
            assertArrayEquals(new float[] {4, 6, 4, 6, 4, 6}, gradient.toFloatArray());
        }
    }

    @Test
    void shouldPutBackWhatWasAfterAFailure() {
        try (NDManager manager = TensorEngine.newManager(Device.cpu())) {
            assertThrows(
                    IllegalStateException.class,
                    () ->
                            MatrixPrecision.BFLOAT16.in(
                                    () -> {
                                        throw new IllegalStateException("gone bad");
                                    }));
            NDArray x = manager.create(new float[] {1.00390625f}, new Shape(1, 1));
            NDArray w = manager.ones(new Shape(1, 1));
            assertEquals(1.00390625f, MatrixPrecision.linear(x, w, null).getFloat(0, 0));
        }
    }
}
