package dev.strait.core.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import dev.strait.core.gradient.Learner;
import dev.strait.core.gradient.Sgd;
import dev.strait.core.tensor.EachDevice;
import dev.strait.core.tensor.Seeds;
import dev.strait.core.tensor.TensorEngine;
import java.util.Arrays;
import java.util.Set;

class BatchNormTest {

    private static final Seeds SEEDS = new Seeds(51);

    private static Block norm(NDManager manager, Normalisation normalisation, Shape sample) {
        return Stack.of(sample, normalisation).build(manager, SEEDS.stream("weights"));
    }

    private static float[] floats(Block block, String name) {
        return block.getParameters().get(name).getArray().toFloatArray();
    }

    /** Column (1, 3, 5): mean 3, variance 8/3, or 4 with Bessel's correction. */
    @EachDevice
    void shouldUseTheBatchInTrainingAndRunningStatisticsAfterwards(Device device) {
        try (NDManager manager = TensorEngine.newManager(device)) {
            Block block = norm(manager, new Normalisation.Batch(0.01, 0.25, 0), new Shape(1));
            NDArray x = manager.create(new float[] {1, 3, 5}, new Shape(3, 1));
            float edge = (float) (2 / Math.sqrt(8.0 / 3 + 0.01));
            assertArrayEquals(
                    new float[] {-edge, 0, edge},
                    Forward.training(block).apply(x).toFloatArray(),
                    1e-5f);
            float mean = 0.25f * 3;
            float variance = 0.75f + 0.25f * 4;
            assertArrayEquals(new float[] {mean}, floats(block, "norm1_running_mean"), 1e-6f);
            assertArrayEquals(
                    new float[] {variance}, floats(block, "norm1_running_variance"), 1e-6f);
            double std = Math.sqrt(variance + 0.01);
            float[] used = Forward.inference(block).apply(x).toFloatArray();
            for (int i = 0; i < 3; i++) {
                assertEquals((1 + 2 * i - mean) / std, used[i], 1e-5);
            }
            assertArrayEquals(new float[] {mean}, floats(block, "norm1_running_mean"), 1e-6f);
        }
    }

    @EachDevice
    void shouldNormaliseEachChannelOverBatchAndPlaces(Device device) {
        try (NDManager manager = TensorEngine.newManager(device)) {
            Shape batch = new Shape(3, 2, 4, 4);
            NDArray x = SEEDS.noise("x").normal(manager, batch).mul(3f).add(5f);
            Block block = norm(manager, new Normalisation.Batch(1e-5, 0.1, 0), batch.slice(1));
            NDArray y = Forward.training(block).apply(x);
            assertStandard(2, y.transpose(1, 0, 2, 3));
        }
    }

    private static void assertStandard(int rows, NDArray values) {
        NDArray flat = values.reshape(rows, -1);
        float[] ones = new float[rows];
        Arrays.fill(ones, 1);
        assertArrayEquals(new float[rows], flat.mean(new int[] {1}).toFloatArray(), 1e-5f);
        assertArrayEquals(ones, flat.square().mean(new int[] {1}).toFloatArray(), 1e-4f);
    }

    @EachDevice
    void shouldNormaliseEachSampleWhereLayerwise(Device device) {
        try (NDManager manager = TensorEngine.newManager(device)) {
            Shape batch = new Shape(3, 2, 4, 4);
            NDArray x = SEEDS.noise("x").normal(manager, batch).mul(3f).add(5f);
            Block block = norm(manager, new Normalisation.Layerwise(), batch.slice(1));
            NDArray y = Forward.training(block).apply(x);
            assertStandard(3, y);
            assertArrayEquals(
                    Forward.training(block).apply(x.get("1:2")).toFloatArray(),
                    y.get("1:2").toFloatArray(),
                    1e-5f,
                    "samples do not mix");
        }
    }

    @EachDevice
    void shouldDrawFirstScalesAroundOne(Device device) {
        try (NDManager manager = TensorEngine.newManager(device)) {
            Block block = norm(manager, new Normalisation.Batch(), new Shape(4000));
            double squares = 0;
            for (float scale : floats(block, "norm1_scale")) {
                squares += (scale - 1) * (scale - 1);
            }
            assertEquals(0.02, Math.sqrt(squares / 4000), 0.001);
        }
    }

    /** Real and generated passes move the statistics before the one backward pass over both. */
    @EachDevice
    void shouldBeLearnedThroughTwoPassesAndKeepItsStatisticsInTheState(Device device) {
        try (NDManager manager = TensorEngine.newManager(device)) {
            Block block =
                    Dense.of(2, 4, 4, 1)
                            .normalisation(new Normalisation.Batch())
                            .build(manager, SEEDS.stream("weights"));
            Forward forward = Forward.training(block);
            NDArray real = SEEDS.noise("real").normal(manager, new Shape(8, 2));
            NDArray fake = SEEDS.noise("fake").normal(manager, new Shape(8, 2)).add(2f);
            try (Learner learner = Learner.of("critic", new Sgd(0.1, 0), 1e9, block)) {
                learner.minimise(() -> forward.apply(fake).mean().sub(forward.apply(real).mean()));
                assertEquals(
                        Set.of(
                                "parameters",
                                "buffer.0.norm1_running_mean",
                                "buffer.0.norm1_running_variance"),
                        learner.state().keySet());
            }
        }
    }
}
