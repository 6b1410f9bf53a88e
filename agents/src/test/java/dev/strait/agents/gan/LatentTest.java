package dev.strait.agents.gan;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.strait.core.objective.Objective;
import dev.strait.core.tensor.EachDevice;
import dev.strait.core.tensor.Seeds;
import dev.strait.core.tensor.TensorEngine;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What a generator starts from, and what it goes after. */
class LatentTest {

    private static final int ROWS = 10_000;

    private static double mean(float[] values, int power) {
        double sum = 0;
        for (float value : values) {
            sum += Math.pow(value, power);
        }
        return sum / values.length;
    }

    /** E x² = 1 of N(0, 1), ⅓ of U(−1, 1); E x⁴ = 3 and ⅕. */
    @EachDevice
    void shouldHaveTheMomentsOfItsPrior(Device device) {
        try (NDManager manager = TensorEngine.newManager(device)) {
            for (Latent.Prior prior : Latent.Prior.values()) {
                boolean normal = prior == Latent.Prior.NORMAL;
                NDArray drawn =
                        new Latent(2, prior).draw(manager, ROWS, new Seeds(4).noise("latents"));
                assertEquals(new Shape(ROWS, 2), drawn.getShape());
                float[] values = drawn.toFloatArray();
                assertEquals(0, mean(values, 1), 0.03);
                assertEquals(normal ? 1 : 1.0 / 3, mean(values, 2), 0.04);
                assertEquals(normal ? 3 : 0.2, mean(values, 4), normal ? 0.3 : 0.02);
                for (float value : values) {
                    assertTrue(normal || value >= -1 && value < 1, "outside [-1, 1): " + value);
                }
            }
        }
    }

    @Test
    void shouldRefuseNoNumbers() {
        assertThrows(IllegalArgumentException.class, () -> new Latent(0, Latent.Prior.NORMAL));
    }

    /** Choices one-hot and even, then numbers, and the noise before both left alone. */
    @EachDevice
    void shouldPutEvenChoicesAndNumbersBehindTheNoise(Device device) {
        Codes.InfoCodes codes = new Codes.InfoCodes(4, 1, 1, 1, 8);
        try (NDManager manager = TensorEngine.newManager(device)) {
            NDArray latent = manager.full(new Shape(ROWS, 2), 9f);
            NDArray extended = codes.extend(latent, new Seeds(5).noise("codes"));
            assertEquals(new Shape(ROWS, 7), extended.getShape());
            float[] means = extended.mean(new int[] {0}).toFloatArray();
            assertArrayEquals(new float[] {9, 9, 0.25f, 0.25f, 0.25f, 0.25f, 0}, means, 0.025f);
            NDArray choices = extended.get(":, 2:6");
            assertEquals(1, choices.max().toFloatArray()[0]);
            assertEquals(ROWS, choices.square().sum().toFloatArray()[0]);
            assertEquals(Math.log(4), codes.entropy(), 1e-12);
        }
    }

    private static GeneratorGoal.Seen seen(NDManager manager, float... values) {
        return new GeneratorGoal.Seen(
                manager.create(values, new Shape(values.length / 2, 2)),
                manager.create(values).get("0:" + values.length / 2));
    }

    /** Mean features (2, 3) and (5, 7) of batches of two sizes: 3² + 4². */
    @EachDevice
    void shouldMatchTheMeansOfFeaturesNotTheFeatures(Device device) {
        try (NDManager manager = TensorEngine.newManager(device)) {
            GeneratorGoal.Seen real = seen(manager, 5, 7);
            GeneratorGoal.Seen fake = seen(manager, 0, 6, 4, 0);
            assertEquals(
                    25,
                    GeneratorGoal.FEATURE_MATCHING.loss(new Objective.Hinge(), () -> real, fake)
                            .toFloatArray()[0],
                    1e-5);
        }
    }

    @EachDevice
    void shouldAskForRealSamplesOnlyWhereTheyAreCompared(Device device) {
        try (NDManager manager = TensorEngine.newManager(device)) {
            GeneratorGoal.Seen fake = seen(manager, 1, 3, 0, 0);
            Supplier<GeneratorGoal.Seen> none =
                    () -> {
                        throw new IllegalStateException("a pass that none needs");
                    };
            assertEquals(
                    -2,
                    GeneratorGoal.OBJECTIVE.loss(new Objective.Hinge(), none, fake)
                            .toFloatArray()[0],
                    1e-6);
            // softplus(−(f − r)) at f − r = 1 − 3 and 3 − 1.
            double expected = (Math.log1p(Math.exp(2)) + Math.log1p(Math.exp(-2))) / 2;
            assertEquals(
                    expected,
                    GeneratorGoal.OBJECTIVE.loss(
                                    new Objective.RelativisticPaired(),
                                    () -> seen(manager, 3, 1, 0, 0),
                                    fake)
                            .toFloatArray()[0],
                    1e-5);
        }
    }
}
