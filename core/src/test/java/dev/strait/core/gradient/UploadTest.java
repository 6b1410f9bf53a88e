package dev.strait.core.gradient;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.strait.core.tensor.EachDevice;
import dev.strait.core.tensor.TensorEngine;

class UploadTest {

    private static final float[] VALUES = {1, -2, 3.5f, 4, 5, 6};

    @EachDevice
    void shouldPutNumbersOnTheDevice(Device device) {
        try (NDManager manager = TensorEngine.newManager(device)) {
            NDArray array = Upload.floats(manager, VALUES, new Shape(2, 3));

            assertEquals(device, array.getDevice());
            assertEquals(new Shape(2, 3), array.getShape());
            assertArrayEquals(VALUES, array.toFloatArray());
        }
    }

    @EachDevice
    void shouldGiveTheArrayToTheManagerWhenItIsCopiedByTheEngine(Device device) {
        try (NDManager manager = TensorEngine.newManager(device)) {
            NDArray array = Upload.through(Upload.PLAIN, manager, VALUES, new Shape(6));

            assertEquals(device, array.getDevice());
            assertArrayEquals(VALUES, array.add(0f).toFloatArray());
        }
    }
}
