package dev.strait.core.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import dev.strait.core.tensor.EachDevice;
import dev.strait.core.tensor.Seeds;
import dev.strait.core.tensor.TensorEngine;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConvolutionalTest {

    private static final Seeds SEEDS = new Seeds(9);

    @EachDevice
    void shouldHalveThePictureAtEachStride(Device device) {
        try (NDManager manager = TensorEngine.newManager(device)) {
            Convolutional convolutional =
                    Convolutional.of(
                            3, 16, 12, List.of(new Filter(4, 4, 2, 1), new Filter(8, 4, 2, 1)), 5);
            Block block = convolutional.build(manager, SEEDS.stream("weights"));
            NDArray output = Forward.of(block).apply(manager.ones(new Shape(2, 3, 16, 12)));
            assertEquals(new Shape(2, 5), output.getShape());
            assertEquals(
                    new Shape(5, 8 * 4 * 3),
                    block.getParameters().get("layer3_weight").getArray().getShape());
            assertEquals(
                    new Shape(2, 5),
                    block.getOutputShapes(new Shape[] {new Shape(2, 3, 16, 12)})[0]);
        }
    }

    /** One 2×2 kernel on a 2×2 picture is a sum of products. */
    @EachDevice
    void shouldComputeWhatPlainJavaComputes(Device device) {
        try (NDManager manager = TensorEngine.newManager(device)) {
            for (WeightForm form : WeightForm.values()) {
                Block block =
                        Convolutional.of(1, 2, 2, List.of(new Filter(1, 2, 1, 0)), 1)
                                .initial(new InitialWeights.FanIn())
                                .weightForm(form)
                                .build(manager, SEEDS.stream("weights"));
                float[] kernel = floats(block, "layer1_weight");
                double divisor = form == WeightForm.SPECTRAL ? norm(kernel) : 1;
                float[] picture = {1, -2, 0.5f, 3};
                double sum = 0;
                for (int i = 0; i < 4; i++) {
                    sum += kernel[i] / divisor * picture[i];
                }
                double hidden = Activation.LEAKY_RELU.apply(sum + floats(block, "layer1_bias")[0]);
                float weight = floats(block, "layer2_weight")[0];
                double scale = form == WeightForm.SPECTRAL ? Math.signum(weight) : weight;
                double expected = scale * hidden + floats(block, "layer2_bias")[0];
                NDArray output =
                        Forward.inference(block)
                                .apply(manager.create(picture, new Shape(1, 1, 2, 2)));
                assertEquals(expected, output.toFloatArray()[0], 1e-5);
            }
        }
    }

    private static float[] floats(Block block, String name) {
        return block.getParameters().get(name).getArray().toFloatArray();
    }

    private static double norm(float[] values) {
        double squares = 0;
        for (float value : values) {
            squares += value * value;
        }
        return Math.sqrt(squares);
    }

    @Test
    void shouldRefuseAKernelLargerThanThePicture() {
        try (NDManager manager = TensorEngine.newManager(Device.cpu())) {
            Convolutional tooSmall = Convolutional.of(1, 2, 2, List.of(new Filter(1, 5, 1, 1)), 1);
            IllegalArgumentException refused =
                    assertThrows(
                            IllegalArgumentException.class,
                            () -> tooSmall.build(manager, SEEDS.stream("weights")));
            assertEquals(
                    "a kernel of 5 with padding 1 does not fit a side of 2", refused.getMessage());
        }
        assertThrows(IllegalArgumentException.class, () -> new Filter(0, 1, 1, 0));
        assertThrows(IllegalArgumentException.class, () -> Convolutional.of(1, 2, 2, List.of(), 1));
    }
}
