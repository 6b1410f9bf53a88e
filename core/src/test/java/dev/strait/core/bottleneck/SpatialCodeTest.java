package dev.strait.core.bottleneck;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import dev.strait.core.distribution.DiagonalGaussian;
import dev.strait.core.gradient.Adam;
import dev.strait.core.network.Activation;
import dev.strait.core.network.Filter;
import dev.strait.core.network.GradientCheck;
import dev.strait.core.network.InitialWeights;
import dev.strait.core.network.Part;
import dev.strait.core.network.ResidualEncoder;
import dev.strait.core.network.Stack;
import dev.strait.core.network.WeightForm;
import dev.strait.core.objective.Regulariser;
import dev.strait.core.tensor.EachDevice;
import dev.strait.core.tensor.NoiseStream;
import dev.strait.core.tensor.Seeds;
import dev.strait.core.tensor.TensorEngine;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Codes with places, and the trunks that give them. */
class SpatialCodeTest {

    private static final Seeds SEEDS = new Seeds(81);

    private static final Shape INPUT = new Shape(1, 2, 8, 8);

    /** Two blocks, 3 channels at 4×4. */
    private static Block residual(NDManager manager) {
        return ResidualEncoder.of(2, 8, 8, 2, 3).build(manager, SEEDS.stream("trunk"));
    }

    private static Discriminator around(Bottleneck bottleneck, Block trunk, NDManager manager) {
        return bottleneck.around(trunk, INPUT, manager, SEEDS.stream("heads"));
    }

    private static NDArray pictures(NDManager manager, String name) {
        return SEEDS.noise(name).normal(manager, new Shape(4, 2, 8, 8));
    }

    private static NoiseStream sameNoise() {
        return SEEDS.noise("code");
    }

    private static float[] floats(Block block, String name) {
        return block.getParameters().get(name).getArray().toFloatArray();
    }

    @EachDevice
    void shouldGiveACodeOfEveryPlaceAndSumItsRate(Device device) {
        try (NDManager manager = TensorEngine.newManager(device)) {
            VdbDiscriminator discriminator =
                    (VdbDiscriminator)
                            around(
                                    Bottleneck.Variational.officialImages(5, 0.1, 16),
                                    residual(manager),
                                    manager);
            NDArray x = pictures(manager, "x");
            DiagonalGaussian code = discriminator.encode(x);
            assertEquals(new Shape(4, 5 * 16), code.mean().getShape());
            float[] mean = code.mean().toFloatArray();
            float[] logStd = code.logStd().toFloatArray();
            float[] kl = discriminator.judge(x, sameNoise()).kl().toFloatArray();
            for (int row = 0; row < 4; row++) {
                double sum = 0;
                for (int i = row * 80; i < (row + 1) * 80; i++) {
                    double twice = 2.0 * logStd[i];
                    sum += 0.5 * (mean[i] * mean[i] + Math.exp(twice) - twice - 1);
                }
                assertEquals(sum, kl[row], 1e-4 * sum);
            }
        }
    }

    /** 1×1 kernels on an untouched picture: each place of the code is its own linear map. */
    @EachDevice
    void shouldScoreTheMeanCodeThroughTheLeakyRelu(Device device) {
        try (NDManager manager = TensorEngine.newManager(device)) {
            Block trunk =
                    Stack.of(new Shape(1, 2, 2), new Part.Convolution(new Filter(1, 1, 1, 0)))
                            .build(manager, SEEDS.stream("trunk"));
            Discriminator discriminator =
                    Bottleneck.Variational.officialImages(1, 0.1, 4)
                            .around(trunk, new Shape(1, 1, 2, 2), manager, SEEDS.stream("heads"));
            Block block = discriminator.block();
            float[] picture = {1, -2, 0.5f, 3};
            float k = floats(block, "01body_01trunk_layer1_weight")[0];
            float c = floats(block, "01body_01trunk_layer1_bias")[0];
            float m = floats(block, "01body_02mean_layer1_weight")[0];
            float n = floats(block, "01body_02mean_layer1_bias")[0];
            float[] unit = floats(block, "02head_layer1_weight");
            double expected = floats(block, "02head_layer1_bias")[0];
            for (int i = 0; i < 4; i++) {
                expected += unit[i] * Activation.LEAKY_RELU.apply(m * (k * picture[i] + c) + n);
            }
            NDArray x = manager.create(picture, new Shape(1, 1, 2, 2));
            assertEquals(expected, discriminator.logits(x).toFloatArray()[0], 1e-5);
        }
    }

    @Test
    void shouldNameTheConventionsOfTheOfficialImageCode() {
        Bottleneck.Variational official = Bottleneck.Variational.officialImages(256, 0.1, 16);
        assertEquals(
                new Bottleneck.Variational(
                        256,
                        0.1,
                        new Spread.LogStd(),
                        new InitialWeights.FanIn(),
                        new RateExpectation.MeanOverCells(16),
                        new DualAscent.PaperRule(1e-5),
                        0.1,
                        new CodeHead.Spatial(),
                        Activation.LEAKY_RELU),
                official);
        assertEquals(InformationBound.accuracyCap(1.6), official.accuracyCap());
        assertEquals(new CodeHead.Dense(), official.codeHead(new CodeHead.Dense()).codeHead());
    }

    /** Only the heads: what is held, and how, stays the paper's. */
    @Test
    void shouldPutAnyBottleneckOnPlaces() {
        Bottleneck.Variational paper = Bottleneck.Variational.of(5, 0.2);
        assertEquals(
                new Bottleneck.Variational(
                        7,
                        0.2,
                        paper.spread(),
                        paper.codeWeights(),
                        paper.expectation(),
                        paper.dualAscent(),
                        paper.initialBeta(),
                        new CodeHead.Spatial(),
                        Activation.LEAKY_RELU),
                paper.spatial(7));
        assertEquals(new Bottleneck.None(Activation.LEAKY_RELU), new Bottleneck.None().spatial(7));
    }

    @EachDevice
    void shouldTakeATrunkOfPicturesWithAnyHead(Device device) {
        List<Bottleneck> bottlenecks =
                List.of(
                        new Bottleneck.None(),
                        new Bottleneck.None(Activation.LEAKY_RELU),
                        Bottleneck.Variational.of(5, 0.1),
                        Bottleneck.Variational.of(5, 0.1).codeHead(new CodeHead.Spatial()),
                        Bottleneck.Variational.officialImages(5, 0.1, 16));
        for (Bottleneck bottleneck : bottlenecks) {
            try (NDManager manager = TensorEngine.newManager(device)) {
                Discriminator discriminator = around(bottleneck, residual(manager), manager);
                NDArray real = pictures(manager, "real");
                assertEquals(new Shape(4), discriminator.logits(real).getShape());
                DiscriminatorUpdate update =
                        DiscriminatorUpdate.of(bottleneck, discriminator, Adam.of(1e-3));
                double loss =
                        update.step(real, pictures(manager, "fake"), sameNoise()).adversarialLoss();
                assertTrue(Double.isFinite(loss), "loss " + loss);
            }
        }
    }

    @EachDevice
    void shouldShareOneSpreadOverSamplesButNotOverPlaces(Device device) {
        try (NDManager manager = TensorEngine.newManager(device)) {
            StochasticEncoder encoder =
                    StochasticEncoder.of(
                            residual(manager),
                            INPUT,
                            new CodeHead.Spatial(),
                            5,
                            new Spread.Shared(),
                            new InitialWeights.FanIn(),
                            WeightForm.PLAIN,
                            manager,
                            SEEDS.stream("heads"));
            assertArrayEquals(
                    new Shape[] {new Shape(4, 80), new Shape(4, 80)},
                    encoder.getOutputShapes(new Shape[] {new Shape(4, 2, 8, 8)}));
        }
    }

    @EachDevice
    void shouldRefuseCodesWithoutTheirPlaces(Device device) {
        try (NDManager manager = TensorEngine.newManager(device)) {
            Bottleneck nine = Bottleneck.Variational.officialImages(5, 0.1, 9);
            IllegalArgumentException refused =
                    assertThrows(
                            IllegalArgumentException.class,
                            () -> around(nine, residual(manager), manager));
            assertEquals(
                    "the rate is to be the mean over 9 places, but the code has 16",
                    refused.getMessage());
            Block rows =
                    Stack.of(new Shape(2, 8, 8), new Part.Flatten(), new Part.Linear(3))
                            .build(manager, SEEDS.stream("trunk"));
            Bottleneck spatial = Bottleneck.Variational.officialImages(5, 0.1, 16);
            refused =
                    assertThrows(
                            IllegalArgumentException.class, () -> around(spatial, rows, manager));
            assertEquals(
                    "a spatial code needs a trunk that gives (B, C, H, W), but a sample of its"
                            + " features is (3)",
                    refused.getMessage());
        }
    }

    /** Acceptance: every penalty, through a residual trunk and the bottleneck, twice derived. */
    @EachDevice
    void shouldPassTheGradientOfEveryPenaltyThroughTheBottleneck(Device device) {
        List<Regulariser> regularisers =
                List.of(
                        new Regulariser.R1(1),
                        new Regulariser.R2(1),
                        new Regulariser.OneCentred(1));
        List<Bottleneck> bottlenecks =
                List.of(
                        new Bottleneck.None(Activation.LEAKY_RELU),
                        Bottleneck.Variational.of(5, 0.1),
                        Bottleneck.Variational.officialImages(5, 0.1, 16));
        for (Bottleneck bottleneck : bottlenecks) {
            for (Regulariser regulariser : regularisers) {
                try (NDManager manager = TensorEngine.newManager(device)) {
                    GradientCheck.check(
                            () ->
                                    penalised(
                                            regulariser,
                                            around(bottleneck, residual(manager), manager)));
                }
            }
        }
    }

    private static GradientCheck.Subject penalised(
            Regulariser regulariser, Discriminator discriminator) {
        return new GradientCheck.Subject(
                discriminator.block(),
                (scope, type) ->
                        regulariser.penalty(
                                x -> discriminator.judge(x, sameNoise()).logits(),
                                pictures(scope, "real").toType(type, false),
                                pictures(scope, "fake").toType(type, false),
                                SEEDS.noise("penalty")));
    }
}
