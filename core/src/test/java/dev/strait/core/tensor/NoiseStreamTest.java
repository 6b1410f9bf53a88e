package dev.strait.core.tensor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;

class NoiseStreamTest {

    private static final Shape FEW = new Shape(2, 3);

    private static float[] normal(NoiseStream noise, NDManager manager) {
        return noise.normal(manager, FEW).toFloatArray();
    }

    private static float[] uniform(NoiseStream noise, NDManager manager) {
        return noise.uniform(manager, FEW).toFloatArray();
    }

    @EachDevice
    void shouldGoOnFromItsCounter(Device device) {
        try (NDManager manager = TensorEngine.newManager(device)) {
            NoiseStream noise = new Seeds(1).noise("codes");
            assertEquals(0, noise.counter());
            normal(noise, manager);
            uniform(noise, manager);
            assertEquals(2, noise.counter());
            float[] third = normal(noise, manager);
            float[] fourth = uniform(noise, manager);
            NoiseStream resumed = new Seeds(1).noise("codes");
            resumed.restore(2);
            assertArrayEquals(third, normal(resumed, manager));
            assertArrayEquals(fourth, uniform(resumed, manager));
        }
    }

    /** The engine has one random state: what others draw from it must not matter. */
    @EachDevice
    void shouldNotBeShiftedByOtherStreams(Device device) {
        try (NDManager manager = TensorEngine.newManager(device)) {
            NoiseStream alone = new Seeds(1).noise("codes");
            float[] first = normal(alone, manager);
            float[] second = normal(alone, manager);
            NoiseStream among = new Seeds(1).noise("codes");
            NoiseStream other = new Seeds(1).noise("other");
            float[] ofOther = normal(other, manager);
            assertArrayEquals(first, normal(among, manager));
            normal(other, manager);
            manager.randomNormal(FEW);
            assertArrayEquals(second, normal(among, manager));
            assertFalse(Arrays.equals(first, second), "draws repeat");
            assertFalse(Arrays.equals(first, ofOther), "streams are alike");
        }
    }

    /** Seeds that are added to a counter as they are would give one stream, shifted. */
    @EachDevice
    void shouldNotBeTheNextSeedsStreamShifted(Device device) {
        try (NDManager manager = TensorEngine.newManager(device)) {
            NoiseStream one = new NoiseStream(10);
            NoiseStream next = new NoiseStream(11);
            normal(one, manager);
            assertFalse(Arrays.equals(normal(one, manager), normal(next, manager)));
        }
    }

    @EachDevice
    void shouldHaveTheMomentsOfItsDistributions(Device device) {
        int count = 40_000;
        try (NDManager manager = TensorEngine.newManager(device)) {
            NoiseStream noise = new Seeds(2).noise("moments");
            float[] normal = noise.normal(manager, new Shape(count)).toFloatArray();
            float[] uniform = noise.uniform(manager, new Shape(count)).toFloatArray();
            // Four standard errors: of the mean σ/√n, of the mean square √(E x⁴ − 1)/√n.
            assertEquals(0, mean(normal, 1), 4 / Math.sqrt(count));
            assertEquals(1, mean(normal, 2), 4 * Math.sqrt(2.0 / count));
            assertEquals(0.5, mean(uniform, 1), 4 * Math.sqrt(1.0 / 12 / count));
            assertEquals(1.0 / 3, mean(uniform, 2), 4 * Math.sqrt(4.0 / 45 / count));
            for (float u : uniform) {
                assertTrue(u >= 0 && u < 1, "not in [0, 1): " + u);
            }
        }
    }

    private static double mean(float[] values, int power) {
        double sum = 0;
        for (float value : values) {
            sum += Math.pow(value, power);
        }
        return sum / values.length;
    }
}
