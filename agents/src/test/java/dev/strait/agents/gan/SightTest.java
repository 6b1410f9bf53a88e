package dev.strait.agents.gan;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.strait.core.tensor.EachDevice;
import dev.strait.core.tensor.TensorEngine;
import java.util.function.Supplier;

class SightTest {

    /** Real is the order real, generated; anything else would teach nothing, or the reverse. */
    @EachDevice
    void shouldShowPairsInTheirTwoOrders(Device device) {
        try (NDManager manager = TensorEngine.newManager(device)) {
            NDArray real = manager.create(new float[] {1, 2, 3, 4}, new Shape(2, 2));
            NDArray fake = manager.create(new float[] {5, 6, 7, 8}, new Shape(2, 2));
            assertArrayEquals(
                    new float[] {1, 2, 5, 6, 3, 4, 7, 8},
                    Sight.ORDERED_PAIR.real(() -> real, fake).toFloatArray());
            assertArrayEquals(
                    new float[] {5, 6, 1, 2, 7, 8, 3, 4},
                    Sight.ORDERED_PAIR.fake(() -> real, fake).toFloatArray());
            assertEquals(new Shape(1, 6, 8, 8), Sight.ORDERED_PAIR.input(new Shape(1, 3, 8, 8)));
        }
    }

    @EachDevice
    void shouldShowSinglesAsTheyAreAndAskForRealOnesOnlyThere(Device device) {
        try (NDManager manager = TensorEngine.newManager(device)) {
            NDArray real = manager.zeros(new Shape(1, 2));
            NDArray fake = manager.ones(new Shape(1, 2));
            Supplier<NDArray> none =
                    () -> {
                        throw new IllegalStateException("pictures that none needs");
                    };
            assertSame(fake, Sight.SINGLE.fake(none, fake));
            assertSame(real, Sight.SINGLE.real(() -> real, fake));
            assertEquals(new Shape(1, 2), Sight.SINGLE.input(new Shape(1, 2)));
        }
    }
}
