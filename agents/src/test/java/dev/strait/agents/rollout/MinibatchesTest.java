package dev.strait.agents.rollout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.strait.core.tensor.EachDevice;
import dev.strait.core.tensor.SeedStream;
import dev.strait.core.tensor.TensorEngine;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class MinibatchesTest {

    @EachDevice
    void shouldHandOutEveryRowOnceWithItsColumnsInStep(Device device) {
        float[] wide = {0, 100, 1, 101, 2, 102, 3, 103, 4, 104};
        float[] narrow = {0, 1, 2, 3, 4};
        Minibatches minibatches = new Minibatches(5, wide, narrow);
        Set<Float> met = new TreeSet<>();
        List<Long> sizes = new ArrayList<>();
        try (NDManager manager = TensorEngine.newManager(device)) {
            minibatches.pass(
                    manager,
                    2,
                    new SeedStream(1),
                    columns -> {
                        float[] w = columns.get(0).toFloatArray();
                        float[] n = columns.get(1).toFloatArray();
                        assertEquals(new Shape(n.length, 2), columns.get(0).getShape());
                        for (int i = 0; i < n.length; i++) {
                            assertEquals(n[i], w[2 * i]);
                            assertEquals(n[i] + 100, w[2 * i + 1]);
                            met.add(n[i]);
                        }
                        sizes.add((long) n.length);
                    });
        }
        assertEquals(Set.of(0f, 1f, 2f, 3f, 4f), met);
        assertEquals(List.of(2L, 2L, 1L), sizes);
    }

    private static List<Float> order(SeedStream shuffle, int size) {
        float[] column = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9};
        List<Float> met = new ArrayList<>();
        try (NDManager manager = TensorEngine.newManager(Device.cpu())) {
            new Minibatches(10, column)
                    .pass(
                            manager,
                            size,
                            shuffle,
                            columns -> {
                                for (float value : columns.singletonOrThrow().toFloatArray()) {
                                    met.add(value);
                                }
                            });
        }
        return met;
    }

    /** The order hangs on the stream alone, not on the size of the minibatches. */
    @Test
    void shouldShuffleByItsStreamAndAnewInEveryPass() {
        SeedStream stream = new SeedStream(4);
        List<Float> first = order(stream, 3);

        assertEquals(first, order(new SeedStream(4), 10));
        assertEquals(first, order(new SeedStream(4), 99));
        assertNotEquals(first, order(stream, 3));
        assertNotEquals(first, order(new SeedStream(5), 3));
    }
}
