package dev.strait.core.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import dev.strait.core.gradient.InPlace;
import dev.strait.core.tensor.EachDevice;
import dev.strait.core.tensor.Seeds;
import dev.strait.core.tensor.TensorEngine;
import org.junit.jupiter.api.Test;

/** Minibatch discrimination and virtual batch normalisation, worked by hand. */
class BatchAwareTest {

    private static final Seeds SEEDS = new Seeds(91);

    /** M = x: distances 1 (first and second), 3 (first and third), 4 (second and third). */
    @EachDevice
    void shouldAppendHowNearTheOthersAre(Device device) {
        try (NDManager manager = TensorEngine.newManager(device)) {
            Block block =
                    Stack.of(new Shape(2), new Part.MinibatchDiscrimination(1, 2))
                            .build(manager, SEEDS.stream("weights"));
            InPlace.assign(
                    block.getParameters().get("minibatch1_tensor").getArray(),
                    manager.create(new float[] {1, 0, 0, 1}, new Shape(2, 2)));
            NDArray x = manager.create(new float[] {0, 0, 1, 0, -1, 2}, new Shape(3, 2));
            double one = Math.exp(-1);
            double three = Math.exp(-3);
            double four = Math.exp(-4);
            float[] expected = {
                0,
                0,
                (float) (one + three),
                1,
                0,
                (float) (one + four),
                -1,
                2,
                (float) (three + four)
            };
            assertArrayEquals(expected, Forward.of(block).apply(x).toFloatArray(), 1e-5f);
        }
    }

    @EachDevice
    void shouldTellABatchOfOneKindFromOneOfMany(Device device) {
        try (NDManager manager = TensorEngine.newManager(device)) {
            Block block =
                    Stack.of(new Shape(4), new Part.MinibatchDiscrimination(7, 3))
                            .build(manager, SEEDS.stream("weights"));
            NDArray alike = manager.ones(new Shape(6, 4));
            float[] nearness = Forward.of(block).apply(alike).get(":, 4:").toFloatArray();
            assertEquals(6 * 7, nearness.length);
            for (float value : nearness) {
                assertEquals(5, value, 1e-5, "five others at distance 0");
            }
        }
    }

    /** Reference (1, 3): mean 2, mean square 5. A sample x has the share 1/3. */
    @EachDevice
    void shouldNormaliseByTheReferenceBatchAndTheSampleItself(Device device) {
        try (NDManager manager = TensorEngine.newManager(device)) {
            NDArray reference = manager.create(new float[] {1, 3}, new Shape(2, 1));
            Block block =
                    Stack.of(new Shape(1), new Normalisation.Virtual(0.01))
                            .build(manager, SEEDS.stream("weights"), reference);
            float[] samples = {5, -1, 2};
            float[] expected = new float[3];
            for (int i = 0; i < 3; i++) {
                double x = samples[i];
                double mean = (x + 2 * 2) / 3;
                double square = (x * x + 2 * 5) / 3;
                expected[i] = (float) ((x - mean) / Math.sqrt(square - mean * mean + 0.01));
            }
            NDArray x = manager.create(samples, new Shape(3, 1));
            assertArrayEquals(expected, Forward.training(block).apply(x).toFloatArray(), 1e-5f);
            assertArrayEquals(expected, Forward.inference(block).apply(x).toFloatArray(), 1e-5f);
            assertArrayEquals(
                    new float[] {1, 3}, BlockState.buffers(block).get("reference").toFloatArray());
        }
    }

    @EachDevice
    void shouldNotMixTheSamplesOfABatch(Device device) {
        try (NDManager manager = TensorEngine.newManager(device)) {
            Block block =
                    DcganGenerator.of(3, 1, 8, 8, 2)
                            .normalisation(new Normalisation.Virtual())
                            .stack()
                            .build(
                                    manager,
                                    SEEDS.stream("weights"),
                                    SEEDS.noise("reference").normal(manager, new Shape(4, 3)));
            NDArray latent = SEEDS.noise("latent").normal(manager, new Shape(5, 3));
            Forward forward = Forward.training(block);
            assertArrayEquals(
                    forward.apply(latent.get("2:3")).toFloatArray(),
                    forward.apply(latent).get("2:3").toFloatArray(),
                    1e-5f);
        }
    }

    @Test
    void shouldAskForTheReferenceBatchThatFits() {
        try (NDManager manager = TensorEngine.newManager(Device.cpu())) {
            Stack stack = Stack.of(new Shape(2), new Normalisation.Virtual());
            IllegalArgumentException refused =
                    assertThrows(
                            IllegalArgumentException.class,
                            () -> stack.build(manager, SEEDS.stream("weights")));
            assertEquals(
                    "virtual batch normalisation needs a reference batch: give build one of at"
                            + " least 1 sample, not 0",
                    refused.getMessage());
            NDArray wrong = manager.ones(new Shape(4, 3));
            refused =
                    assertThrows(
                            IllegalArgumentException.class,
                            () -> stack.build(manager, SEEDS.stream("weights"), wrong));
            assertEquals(
                    "a reference batch must be (n, sample…) of samples (2), but was (4, 3)",
                    refused.getMessage());
        }
    }
}
