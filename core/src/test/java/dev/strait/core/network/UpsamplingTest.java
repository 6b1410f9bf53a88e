package dev.strait.core.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import dev.strait.core.tensor.EachDevice;
import dev.strait.core.tensor.Seeds;
import dev.strait.core.tensor.TensorEngine;
import java.util.ArrayList;
import java.util.List;

/** The layers that widen pictures, against sums written out. */
class UpsamplingTest {

    private static final Seeds SEEDS = new Seeds(41);

    private static final int BATCH = 2;
    private static final int CHANNELS = 3;
    private static final int HEIGHT = 3;
    private static final int WIDTH = 2;
    private static final int OUTPUTS = 2;

    private static NDArray pictures(NDManager manager) {
        Shape shape = new Shape(BATCH, CHANNELS, HEIGHT, WIDTH);
        return SEEDS.noise("pictures").normal(manager, shape);
    }

    private static Block build(NDManager manager, Part part, WeightForm form) {
        return Stack.of(new Shape(CHANNELS, HEIGHT, WIDTH), part)
                .weightForm(form)
                .build(manager, SEEDS.stream("weights"));
    }

    private static float[] floats(Block block, String name) {
        return block.getParameters().get(name).getArray().toFloatArray();
    }

    private static float at(float[] picture, int b, int c, int y, int x) {
        return picture[((b * CHANNELS + c) * HEIGHT + y) * WIDTH + x];
    }

    /** Each value paints a kernel: out[s·y − p + i] += w[i] · in[y]. */
    @EachDevice
    void shouldTransposeTheConvolution(Device device) {
        try (NDManager manager = TensorEngine.newManager(device)) {
            Filter filter = new Filter(OUTPUTS, 4, 2, 1);
            Block block = build(manager, new Part.TransposedConvolution(filter), WeightForm.PLAIN);
            float[] w = floats(block, "layer1_weight");
            float[] bias = floats(block, "layer1_bias");
            float[] in = pictures(manager).toFloatArray();
            int h = 2 * HEIGHT;
            int wide = 2 * WIDTH;
            float[] expected = new float[BATCH * OUTPUTS * h * wide];
            for (int i = 0; i < expected.length; i++) {
                expected[i] = bias[i / (h * wide) % OUTPUTS];
            }
            for (int b = 0; b < BATCH; b++) {
                for (int c = 0; c < CHANNELS; c++) {
                    for (int o = 0; o < OUTPUTS; o++) {
                        for (int k = 0; k < 16 * HEIGHT * WIDTH; k++) {
                            int y = k / 16 / WIDTH;
                            int x = k / 16 % WIDTH;
                            int row = 2 * y - 1 + k / 4 % 4;
                            int column = 2 * x - 1 + k % 4;
                            if (row >= 0 && row < h && column >= 0 && column < wide) {
                                expected[((b * OUTPUTS + o) * h + row) * wide + column] +=
                                        w[(o * CHANNELS + c) * 16 + k % 16] * at(in, b, c, y, x);
                            }
                        }
                    }
                }
            }
            NDArray out = Forward.of(block).apply(pictures(manager));
            assertEquals(new Shape(BATCH, OUTPUTS, h, wide), out.getShape());
            assertArrayEquals(expected, out.toFloatArray(), 1e-5f);
        }
    }

    /** out[y] = Σ w[i] · in[⌊(y + i − 1)/2⌋], zeros outside. */
    @EachDevice
    void shouldConvolveTheNearestNeighbours(Device device) {
        try (NDManager manager = TensorEngine.newManager(device)) {
            Block block = build(manager, new Part.UpsampledConvolution(OUTPUTS), WeightForm.PLAIN);
            float[] w = floats(block, "layer1_weight");
            float[] bias = floats(block, "layer1_bias");
            float[] in = pictures(manager).toFloatArray();
            int h = 2 * HEIGHT;
            int wide = 2 * WIDTH;
            float[] expected = new float[BATCH * OUTPUTS * h * wide];
            for (int i = 0; i < expected.length; i++) {
                int b = i / (OUTPUTS * h * wide);
                int o = i / (h * wide) % OUTPUTS;
                expected[i] = bias[o];
                for (int k = 0; k < 9 * CHANNELS; k++) {
                    int row = i / wide % h + k / 3 % 3 - 1;
                    int column = i % wide + k % 3 - 1;
                    if (row >= 0 && row < h && column >= 0 && column < wide) {
                        int c = k / 9;
                        expected[i] +=
                                w[(o * CHANNELS + c) * 9 + k % 9]
                                        * at(in, b, c, row / 2, column / 2);
                    }
                }
            }
            NDArray out = Forward.of(block).apply(pictures(manager));
            assertEquals(new Shape(BATCH, OUTPUTS, h, wide), out.getShape());
            assertArrayEquals(expected, out.toFloatArray(), 1e-5f);
        }
    }

    /** W/σ has the largest singular value 1, so on W itself the outputs are σ times as large. */
    @EachDevice
    void shouldNormaliseEveryKindOfKernel(Device device) {
        List<Part> parts =
                List.of(
                        new Part.TransposedConvolution(new Filter(OUTPUTS, 4, 2, 1)),
                        new Part.UpsampledConvolution(OUTPUTS),
                        new Part.Residual(OUTPUTS, true));
        for (Part part : parts) {
            try (NDManager manager = TensorEngine.newManager(device)) {
                Block plain = build(manager, part, WeightForm.PLAIN);
                Block spectral = build(manager, part, WeightForm.SPECTRAL);
                int maps = part instanceof Part.Residual ? 3 : 1;
                assertEquals(maps, BlockState.buffers(spectral).size());
                assertEquals(
                        Forward.of(plain).apply(pictures(manager)).getShape(),
                        Forward.of(spectral).apply(pictures(manager)).getShape());
            }
        }
    }

    /** The upsampled block against the same block on a picture that was upsampled before. */
    @EachDevice
    void shouldUpsampleWithinABlockWhatCouldBeUpsampledBefore(Device device) {
        for (int outputs : new int[] {2, 3}) {
            try (NDManager manager = TensorEngine.newManager(device)) {
                Block within = build(manager, new Part.Residual(outputs, true), WeightForm.PLAIN);
                Block after =
                        Stack.of(
                                        new Shape(CHANNELS, 2 * HEIGHT, 2 * WIDTH),
                                        new Part.Residual(outputs, false))
                                .build(manager, SEEDS.stream("weights"));
                NDArray widened = ScriptedOps.nearest(pictures(manager));
                assertArrayEquals(
                        Forward.of(after).apply(widened).toFloatArray(),
                        Forward.of(within).apply(pictures(manager)).toFloatArray(),
                        1e-5f);
            }
        }
    }

    @EachDevice
    void shouldBuildTheGeneratorOfDcganForTheSizesOfPictures(Device device) {
        int[][] sides = {{28, 28}, {32, 32}, {64, 64}, {48, 32}};
        int[][] bases = {{7, 7}, {4, 4}, {4, 4}, {6, 4}};
        for (int i = 0; i < sides.length; i++) {
            try (NDManager manager = TensorEngine.newManager(device)) {
                int height = sides[i][0];
                int width = sides[i][1];
                DcganGenerator generator = DcganGenerator.of(10, 3, height, width, 4);
                Block block = generator.build(manager, SEEDS.stream("weights"));
                NDArray noise = SEEDS.noise("latent").normal(manager, new Shape(2, 10));
                NDArray pictures = Forward.of(block).apply(noise);
                assertEquals(new Shape(2, 3, height, width), pictures.getShape());
                int doublings = height / bases[i][0] == 4 ? 2 : height / bases[i][0] == 8 ? 3 : 4;
                assertEquals(
                        new Shape((4L << (doublings - 1)) * bases[i][0] * bases[i][1], 10),
                        block.getParameters().get("layer1_weight").getArray().getShape());
                assertEquals(2 * doublings, BlockState.buffers(block).size());
                float largest = pictures.abs().max().getFloat();
                assertEquals(0.5, largest, 0.5, "tanh keeps pictures in (−1, 1)");
            }
        }
    }

    /** InfoGAN's: 12 numbers to 32, to 8 channels of 7 × 7; a batch norm after each and between. */
    @EachDevice
    void shouldPutDenseLayersBeforeTheFirstOfDcgansGenerator(Device device) {
        try (NDManager manager = TensorEngine.newManager(device)) {
            Block block =
                    DcganGenerator.of(12, 1, 28, 28, 4)
                            .dense(List.of(32))
                            .build(manager, SEEDS.stream("weights"));
            assertEquals(
                    new Shape(32, 12),
                    block.getParameters().get("layer1_weight").getArray().getShape());
            assertEquals(
                    new Shape(8 * 7 * 7, 32),
                    block.getParameters().get("layer2_weight").getArray().getShape());
            assertEquals(2 * 3, BlockState.buffers(block).size(), "three batch norms");
            NDArray noise = SEEDS.noise("latent").normal(manager, new Shape(2, 12));
            assertEquals(new Shape(2, 1, 28, 28), Forward.training(block).apply(noise).getShape());
        }
        assertThrows(
                IllegalArgumentException.class,
                () -> DcganGenerator.of(12, 1, 28, 28, 4).dense(List.of(0)));
    }

    @EachDevice
    void shouldNormaliseAllButTheFirstHiddenLayer(Device device) {
        try (NDManager manager = TensorEngine.newManager(device)) {
            Normalisation batch = new Normalisation.Batch();
            Block dense =
                    Dense.of(4, 8, 8, 8, 3)
                            .normalisation(batch)
                            .build(manager, SEEDS.stream("weights"));
            List<Filter> filters = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                filters.add(new Filter(4, 3, 1, 1));
            }
            Block convolutional =
                    Convolutional.of(1, 4, 4, filters, 1)
                            .normalisation(batch)
                            .build(manager, SEEDS.stream("weights"));
            for (Block block : List.of(dense, convolutional)) {
                assertEquals(4, BlockState.buffers(block).size(), "two batch norms");
            }
        }
    }
}
