package dev.strait.core.gradient;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.strait.core.tensor.EachDevice;
import dev.strait.core.tensor.TensorEngine;

class InPlaceTest {

    @EachDevice
    void shouldGoAShareOfTheWay(Device device) {
        try (NDManager manager = TensorEngine.newManager(device)) {
            NDArray average = manager.create(new float[] {0, 4});
            NDArray source = manager.create(new float[] {1, 8});
            InPlace.mix(average, source, 0.25);
            assertArrayEquals(new float[] {0.25f, 5}, average.toFloatArray());
            InPlace.mix(average, source, 0);
            assertArrayEquals(new float[] {0.25f, 5}, average.toFloatArray());
            InPlace.mix(average, source, 1);
            assertArrayEquals(new float[] {1, 8}, average.toFloatArray());
            assertArrayEquals(new float[] {1, 8}, source.toFloatArray());
        }
    }

    @EachDevice
    void shouldRefuseMoreThanTheWholeWay(Device device) {
        try (NDManager manager = TensorEngine.newManager(device)) {
            NDArray array = manager.create(new float[] {1});
            for (double share : new double[] {-0.1, 1.1, Double.NaN}) {
                assertThrows(
                        IllegalArgumentException.class, () -> InPlace.mix(array, array, share));
            }
        }
    }
}
