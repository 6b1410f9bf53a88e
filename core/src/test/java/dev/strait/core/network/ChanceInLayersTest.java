package dev.strait.core.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import dev.strait.core.tensor.EachDevice;
import dev.strait.core.tensor.Seeds;
import dev.strait.core.tensor.TensorEngine;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Dropout and noise. */
class ChanceInLayersTest {

    private static final Seeds SEEDS = new Seeds(61);

    private static Block build(NDManager manager, Shape sample, Part... parts) {
        return Stack.of(sample, parts).build(manager, SEEDS.stream("weights"));
    }

    @EachDevice
    void shouldKeepTheMeanAndDropTheShareThatWasAsked(Device device) {
        try (NDManager manager = TensorEngine.newManager(device)) {
            Block block = build(manager, new Shape(100), new Part.Dropout(0.4, false));
            NDArray ones = manager.ones(new Shape(200, 100));
            float[] dropped = Forward.training(block).apply(ones).toFloatArray();
            int kept = 0;
            for (float value : dropped) {
                assertTrue(value == 0 || Math.abs(value - 1 / 0.6) < 1e-6, "value " + value);
                kept += value > 0 ? 1 : 0;
            }
            double deviation = Math.sqrt(0.4 * 0.6 * dropped.length);
            assertEquals(0.6 * dropped.length, kept, 4 * deviation);
            assertArrayEquals(
                    ones.toFloatArray(), Forward.inference(block).apply(ones).toFloatArray());
        }
    }

    @EachDevice
    void shouldDropWholeChannels(Device device) {
        try (NDManager manager = TensorEngine.newManager(device)) {
            Block block = build(manager, new Shape(8, 3, 3), new Part.Dropout(0.5, true));
            NDArray out = Forward.training(block).apply(manager.ones(new Shape(20, 8, 3, 3)));
            float[] sums = out.sum(new int[] {2, 3}).toFloatArray();
            boolean[] seen = new boolean[2];
            for (float sum : sums) {
                assertTrue(sum == 0 || Math.abs(sum - 18) < 1e-4, "a channel sums to " + sum);
                seen[sum == 0 ? 0 : 1] = true;
            }
            assertTrue(seen[0] && seen[1]);
        }
    }

    @EachDevice
    void shouldAddNoiseOfItsSizeInTrainingOnly(Device device) {
        try (NDManager manager = TensorEngine.newManager(device)) {
            Block block = build(manager, new Shape(100), new Part.GaussianNoise(0.3));
            NDArray zeros = manager.zeros(new Shape(200, 100));
            NDArray noisy = Forward.training(block).apply(zeros);
            assertEquals(0.09, noisy.square().mean().getFloat(), 0.09 * 0.05);
            assertArrayEquals(
                    zeros.toFloatArray(), Forward.inference(block).apply(zeros).toFloatArray());
        }
    }

    @EachDevice
    void shouldGoOnFromASavedStateAsIfNeverStopped(Device device) {
        try (NDManager manager = TensorEngine.newManager(device)) {
            Part[] parts = {
                new Part.Linear(6), new Part.Dropout(0.5, false), new Part.GaussianNoise(1)
            };
            Block block = build(manager, new Shape(3), parts);
            NDArray x = manager.ones(new Shape(4, 3));
            Forward training = Forward.training(block);
            float[] first = training.apply(x).toFloatArray();
            Map<String, NDArray> saved = new HashMap<>();
            BlockState.all(block).forEach((name, array) -> saved.put(name, array.duplicate()));
            float[] second = training.apply(x).toFloatArray();
            assertFalse(Arrays.equals(first, second));

            Block resumed = build(manager, new Shape(3), parts);
            BlockState.restore(BlockState.all(resumed), saved);
            assertArrayEquals(second, Forward.training(resumed).apply(x).toFloatArray());
            assertArrayEquals(
                    new long[] {2},
                    BlockState.buffers(resumed).get("dropout1_draws").toLongArray());
        }
    }
}
