package dev.strait.core.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import dev.strait.core.tensor.EachDevice;
import dev.strait.core.tensor.Seeds;
import dev.strait.core.tensor.TensorEngine;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class DenseTest {

    private static final Seeds SEEDS = new Seeds(7);

    @EachDevice
    void shouldComputeWhatPlainJavaComputes(Device device) {
        try (NDManager manager = TensorEngine.newManager(device)) {
            Dense dense = Dense.of(3, 5, 2).activation(Activation.TANH).last(Activation.SOFTPLUS);
            Block block = dense.build(manager, SEEDS.stream("weights"));
            double[] x = {0.5, -1, 2};
            NDArray output =
                    Forward.of(block)
                            .apply(manager.create(new float[] {0.5f, -1, 2}, new Shape(1, 3)));
            assertEquals(new Shape(1, 2), output.getShape());
            double[] hidden = affine(block, 1, x, Activation.TANH);
            double[] expected = affine(block, 2, hidden, Activation.SOFTPLUS);
            float[] actual = output.toFloatArray();
            assertEquals(expected[0], actual[0], 1e-6);
            assertEquals(expected[1], actual[1], 1e-6);
        }
    }

    private static double[] affine(Block block, int layer, double[] x, Activation activation) {
        float[] w =
                block.getParameters().get("layer" + layer + "_weight").getArray().toFloatArray();
        float[] b = block.getParameters().get("layer" + layer + "_bias").getArray().toFloatArray();
        double[] y = new double[b.length];
        for (int i = 0; i < b.length; i++) {
            double sum = b[i];
            for (int j = 0; j < x.length; j++) {
                sum += w[i * x.length + j] * x[j];
            }
            y[i] = activation.apply(sum);
        }
        return y;
    }

    @Test
    void shouldGiveTheSameWeightsForTheSameSeed() {
        try (NDManager manager = TensorEngine.newManager(Device.cpu())) {
            float[] once = firstWeights(manager, 1);
            assertArrayEquals(once, firstWeights(manager, 1));
            assertFalse(Arrays.equals(once, firstWeights(manager, 2)));
        }
    }

    private static float[] firstWeights(NDManager manager, long seed) {
        Block block = Dense.of(4, 8, 1).build(manager, new Seeds(seed).stream("weights"));
        return block.getParameters().get("layer1_weight").getArray().toFloatArray();
    }

    @Test
    void shouldRefuseSizesThatAreNoNetwork() {
        assertThrows(IllegalArgumentException.class, () -> Dense.of(4));
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> Dense.of(4, 0, 2));
        assertEquals(
                "every size must be at least 1, but they were [4, 0, 2]", refused.getMessage());
    }

    @Test
    void shouldRefuseANetworkWithoutWeights() {
        Block empty = new ai.djl.nn.SequentialBlock();
        assertThrows(IllegalArgumentException.class, () -> Forward.of(empty));
        assertEquals(List.of(4, 2), Dense.of(4, 2).sizes());
    }
}
