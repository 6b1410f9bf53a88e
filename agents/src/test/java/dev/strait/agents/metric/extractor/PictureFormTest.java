package dev.strait.agents.metric.extractor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.strait.core.tensor.EachDevice;
import dev.strait.core.tensor.TensorEngine;
import org.junit.jupiter.api.Test;

class PictureFormTest {

    @EachDevice
    void shouldMapTheRangeOfValues(Device device) {
        PictureForm bytes = new PictureForm(1, 1, 3, 0, 255);
        try (NDManager manager = TensorEngine.newManager(device)) {
            NDArray picture = manager.create(new float[] {-1, 0, 1}, new Shape(1, 1, 1, 3));

            assertArrayEquals(
                    new float[] {0, 127.5f, 255}, bytes.apply(picture).toFloatArray(), 1e-4f);
        }
    }

    @EachDevice
    void shouldMakeGreyPicturesColourfulAndBack(Device device) {
        try (NDManager manager = TensorEngine.newManager(device)) {
            NDArray grey = manager.create(new float[] {0.1f, 0.7f}, new Shape(2, 1, 1, 1));
            NDArray colour = manager.create(new float[] {0, 0.3f, 0.9f}, new Shape(1, 3, 1, 1));

            NDArray coloured = new PictureForm(3, 1, 1, -1, 1).apply(grey);
            NDArray greyed = new PictureForm(1, 1, 1, -1, 1).apply(colour);

            assertArrayEquals(
                    new float[] {0.1f, 0.1f, 0.1f, 0.7f, 0.7f, 0.7f}, coloured.toFloatArray());
            assertArrayEquals(new float[] {0.4f}, greyed.toFloatArray(), 1e-6f);
            assertEquals(new Shape(2, 3, 299, 299), PictureForm.INCEPTION.apply(grey).getShape());
        }
    }

    @Test
    void shouldRefuseWhatIsNoPicture() {
        try (NDManager manager = TensorEngine.newManager(Device.cpu())) {
            IllegalArgumentException refused =
                    assertThrows(
                            IllegalArgumentException.class,
                            () ->
                                    PictureForm.INCEPTION.apply(
                                            manager.zeros(new Shape(2, 2, 4, 4))));
            assertEquals(
                    "pictures must be (B, 1 or 3, H, W), but were (2, 2, 4, 4)",
                    refused.getMessage());
        }
        assertThrows(IllegalArgumentException.class, () -> new PictureForm(2, 1, 1, 0, 1));
        assertThrows(IllegalArgumentException.class, () -> new PictureForm(1, 0, 1, 0, 1));
        assertThrows(IllegalArgumentException.class, () -> new PictureForm(1, 1, 1, 1, 1));
        assertThrows(IllegalArgumentException.class, () -> new PictureForm(1, 1, 1, Double.NaN, 1));
    }
}
