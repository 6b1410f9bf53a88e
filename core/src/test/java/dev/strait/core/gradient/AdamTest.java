package dev.strait.core.gradient;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.strait.core.tensor.EachDevice;
import dev.strait.core.tensor.TensorEngine;
import java.util.List;

class AdamTest {

    /** More numbers than two blocks of 2¹⁸ hold, and not a multiple of them: three unequal ones. */
    @EachDevice
    void shouldMoveEveryNumberOfALongVectorByItsOwnMoments(Device device) {
        int size = (1 << 19) + 8;
        try (NDManager manager = TensorEngine.newManager(device)) {
            float[] start = new float[size];
            float[] slope = new float[size];
            for (int i = 0; i < size; i++) {
                start[i] = i % 13 - 6;
                slope[i] = (i % 101 - 50) / 10f;
            }
            NDArray p = manager.create(start);
            NDArray m = manager.zeros(p.getShape());
            NDArray v = manager.zeros(p.getShape());
            Adam adam = new Adam(0.1, 0.5, 0.9, 1e-3, 0);
            adam.step(p, manager.create(slope), List.of(m, v), 1, 0.1);
            adam.step(p, manager.create(slope), List.of(m, v), 2, 0.05);
            float[] moved = p.toFloatArray();
            float[] first = m.toFloatArray();
            float[] second = v.toFloatArray();
            for (int i = 0; i < size; i++) {
                // The same gradient twice: m̂ = g and v̂ = g², whatever the decays.
                double g = slope[i];
                assertEquals(start[i] - 0.15 * g / (Math.abs(g) + 1e-3), moved[i], 2e-6);
                assertEquals(0.75 * g, first[i], 1e-6);
                assertEquals(0.19 * g * g, second[i], 1e-5);
            }
        }
    }
}
