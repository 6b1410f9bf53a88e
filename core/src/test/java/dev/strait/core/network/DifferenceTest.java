package dev.strait.core.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
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

class DifferenceTest {

    private static final Seeds SEEDS = new Seeds(5);

    /** f(e(a) − e(b)), with the same e for both. */
    @EachDevice
    void shouldCompareWhatOneEncoderMakesOfBothHalves(Device device) {
        try (NDManager manager = TensorEngine.newManager(device)) {
            Block encoder = Dense.of(3, 4).build(manager, SEEDS.stream("encoder"));
            Block comparison = Dense.of(4, 5).build(manager, SEEDS.stream("comparison"));
            Difference difference = Difference.of(encoder, comparison, new Shape(1, 3), manager);
            NDArray a = manager.create(new float[] {1, 2, 3, -1, 0, 1}, new Shape(2, 3));
            NDArray b = manager.create(new float[] {0, 1, 0, 2, 2, 2}, new Shape(2, 3));
            Forward encode = Forward.of(encoder);
            NDArray expected = Forward.of(comparison).apply(encode.apply(a).sub(encode.apply(b)));
            NDArray is = Forward.of(difference).apply(Difference.pair(a, b));
            assertArrayEquals(expected.toFloatArray(), is.toFloatArray(), 1e-6f);
            assertEquals(
                    new Shape(2, 5), difference.getOutputShapes(new Shape[] {new Shape(2, 6)})[0]);
        }
    }

    @EachDevice
    void shouldJoinPicturesAsChannels(Device device) {
        try (NDManager manager = TensorEngine.newManager(device)) {
            Shape half = new Shape(1, 1, 4, 4);
            Block encoder =
                    Convolutional.of(1, 4, 4, java.util.List.of(new Filter(2, 3, 1, 1)), 3)
                            .build(manager, SEEDS.stream("encoder"));
            Block comparison = Dense.of(3, 2).build(manager, SEEDS.stream("comparison"));
            Difference difference = Difference.of(encoder, comparison, half, manager);
            assertEquals(new Shape(1, 2, 4, 4), Difference.doubled(half));
            NDArray one = manager.ones(new Shape(5, 1, 4, 4));
            NDArray pair = Difference.pair(one, one);
            assertEquals(new Shape(5, 2, 4, 4), pair.getShape());
            // Equal halves: f(0), the biases of f, which are its own.
            NDArray zero = manager.zeros(new Shape(5, 3));
            assertArrayEquals(
                    Forward.of(comparison).apply(zero).toFloatArray(),
                    Forward.of(difference).apply(pair).toFloatArray(),
                    1e-6f);
            assertThrows(
                    IllegalArgumentException.class,
                    () -> difference.getOutputShapes(new Shape[] {new Shape(1, 3, 4, 4)}));
        }
    }
}
