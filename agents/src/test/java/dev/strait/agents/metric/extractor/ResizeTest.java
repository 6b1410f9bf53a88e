package dev.strait.agents.metric.extractor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.strait.core.tensor.EachDevice;
import dev.strait.core.tensor.TensorEngine;
import org.junit.jupiter.api.Test;

class ResizeTest {

    /** Cells of four lie a quarter of a cell of two to either side of its centres. */
    @Test
    void shouldInterpolateBetweenCentres() {
        assertArrayEquals(
                new float[] {1, 0, 0.75f, 0.25f, 0.25f, 0.75f, 0, 1}, Resize.weights(2, 4));
    }

    /** Twice as wide a triangle: weights ¾, ¾, ¼ around the centre 1, in proportion. */
    @Test
    void shouldWidenTheTriangleWherePicturesShrink() {
        assertArrayEquals(
                new float[] {3 / 7f, 3 / 7f, 1 / 7f, 0, 0, 1 / 7f, 3 / 7f, 3 / 7f},
                Resize.weights(4, 2),
                1e-7f);
    }

    @EachDevice
    void shouldResizeRowsAndColumnsEachOnTheirOwn(Device device) {
        try (NDManager manager = TensorEngine.newManager(device)) {
            NDArray picture = manager.create(new float[] {0, 4, 8, 12}, new Shape(1, 1, 2, 2));

            NDArray wide = Resize.to(picture, 2, 4);
            NDArray high = Resize.to(picture, 4, 2);

            assertEquals(new Shape(1, 1, 2, 4), wide.getShape());
            assertArrayEquals(new float[] {0, 1, 3, 4, 8, 9, 11, 12}, wide.toFloatArray());
            assertEquals(new Shape(1, 1, 4, 2), high.getShape());
            assertArrayEquals(new float[] {0, 4, 2, 6, 6, 10, 8, 12}, high.toFloatArray());
            assertSame(picture, Resize.to(picture, 2, 2));
        }
    }

    @EachDevice
    void shouldKeepEveryPictureAndChannelApart(Device device) {
        try (NDManager manager = TensorEngine.newManager(device)) {
            NDArray pictures = manager.arange(6f).reshape(2, 3, 1, 1);

            NDArray resized = Resize.to(pictures, 5, 7);

            assertEquals(new Shape(2, 3, 5, 7), resized.getShape());
            assertArrayEquals(
                    new float[] {0, 1, 2, 3, 4, 5},
                    resized.reshape(6, 35).mean(new int[] {1}).toFloatArray(),
                    1e-6f);
        }
    }
}
