package dev.strait.agents.gan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.Device;
import dev.strait.core.bottleneck.Bottleneck;
import dev.strait.core.bottleneck.CodeHead;
import dev.strait.core.bottleneck.CodePath;
import dev.strait.core.bottleneck.RateExpectation;
import dev.strait.core.network.Activation;
import dev.strait.core.network.InitialWeights;
import dev.strait.core.tensor.Seeds;
import dev.strait.envs.image.Augmentation;
import dev.strait.envs.image.DrawnDigits;
import dev.strait.envs.image.ImageBatches;
import dev.strait.envs.image.ImageShape;
import dev.strait.envs.image.ImageSource;
import dev.strait.envs.image.reading.Colour;
import dev.strait.envs.image.reading.ImageData;
import dev.strait.envs.image.reading.ImageOptions;
import dev.strait.envs.image.reading.Sizing;
import dev.strait.envs.points.PointMixture;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GanPresetsTest {

    private static Networks networks(int channels, int height, int width) {
        return GanPresets.of(new ImageShape(channels, height, width)).base().networks();
    }

    /** What the table of a discriminator far ahead rests on. */
    @Test
    void shouldStartNearOnePointUnlessTheFirstWeightsSpread() {
        GanSettings points = GanPresets.of(new ImageShape(1, 1, 2)).of(GanRecipes.GAN);
        Networks.FullyConnected networks = (Networks.FullyConnected) points.networks();
        InitialWeights wide = new InitialWeights.Orthogonal(Math.sqrt(2));

        for (long seed = 0; seed < 3; seed++) {
            assertTrue(spread(points, seed) < 0.1, "PyTorch's");
            assertTrue(spread(points.networks(networks.start(wide)), seed) > 0.3, "orthogonal");
        }
    }

    /** Standard deviation of the first samples about their mean, root of the sum of both axes'. */
    private static double spread(GanSettings settings, long seed) {
        PointMixture ring = PointMixture.ring(8);
        try (GanTraining training =
                        new GanTraining(
                                settings, ring.batches(8, 0), Device.cpu(), new Seeds(seed));
                Generator generator = training.generator()) {
            float[] points = generator.samples(1000, seed);
            double sum = 0;
            for (int axis = 0; axis < 2; axis++) {
                int from = axis;
                double[] values =
                        IntStream.range(0, points.length / 2)
                                .mapToDouble(i -> points[2 * i + from])
                                .toArray();
                double mean = Arrays.stream(values).average().orElseThrow();
                sum +=
                        Arrays.stream(values)
                                .map(v -> (v - mean) * (v - mean))
                                .average()
                                .orElseThrow();
            }
            return Math.sqrt(sum);
        }
    }

    @Test
    void shouldChooseNetworksByTheShapeOfTheData() {
        assertInstanceOf(Networks.FullyConnected.class, networks(2, 1, 1));
        assertInstanceOf(Networks.Dcgan.class, networks(1, 28, 28));
        assertInstanceOf(Networks.Dcgan.class, networks(1, 32, 32));
        assertInstanceOf(Networks.FullyConnected.class, networks(1, 27, 27));
        assertInstanceOf(Networks.Residual.class, networks(3, 32, 32));
    }

    /** One step of every recipe on pictures, as the command line begins it. */
    @ParameterizedTest
    @EnumSource
    void shouldStepEveryRecipeOnDigits(GanRecipes recipe) {
        DrawnDigits digits = new DrawnDigits(1, 16);
        GanSettings settings = GanPresets.of(digits.shape()).of(recipe);
        // One step of the critic, not the hundred of WGAN's start.
        settings =
                settings.pace(
                        settings.pace().critic(new CriticSchedule.Constant(1)).stepsARound(1));
        ImageBatches batches = ImageBatches.of(digits, 4, 1, new Augmentation.None());
        try (GanTraining training =
                new GanTraining(settings, batches, Device.cpu(), new Seeds(1))) {
            double loss = training.round().figures().get("generator/loss");
            assertTrue(Double.isFinite(loss), "was " + loss);
            assertEquals(1, training.steps());
        }
    }

    private static final ImageShape COLOUR = new ImageShape(3, 32, 32);

    private static Bottleneck inColour(GanRecipes recipe) {
        return GanPresets.of(COLOUR).of(recipe).game().bottleneck();
    }

    /** Two 1×1 convolutions for μ and ln σ, a leaky ReLU, and one unit, behind the paper's I_c. */
    @Test
    void shouldPutTheHeadsOfTheOfficialImageCodeOnResidualNetworks() {
        Bottleneck.Variational held = (Bottleneck.Variational) inColour(GanRecipes.VGAN);

        assertEquals(128, held.latentSize());
        assertEquals(new CodeHead.Spatial(), held.codeHead());
        assertEquals(Activation.LEAKY_RELU, held.headActivation());
        assertEquals(new RateExpectation.Mixture(), held.expectation());
        assertEquals(0.3, held.informationLimit());
        assertEquals(held, inColour(GanRecipes.VGAN_GP));
        assertEquals(held, inColour(GanRecipes.VGAN_SN));
        assertEquals(new Bottleneck.None(Activation.LEAKY_RELU), inColour(GanRecipes.R1));
    }

    /** DCGAN's and InfoGAN's convolutions end in a flat vector, of whatever data. */
    @Test
    void shouldLeaveTheHeadsOfOtherNetworksAlone() {
        assertEquals(new Bottleneck.None(), inColour(GanRecipes.DCGAN));
        Bottleneck.Variational held = (Bottleneck.Variational) inColour(GanRecipes.INFOGAN_VDB);
        assertEquals(new CodeHead.Dense(), held.codeHead());
        GanPresets.Preset colour = GanPresets.of(COLOUR);
        Networks dense = GanPresets.of(new ImageShape(1, 27, 27)).base().networks();
        assertEquals(held, colour.of(GanRecipes.VGAN, dense).game().bottleneck());
        assertEquals(dense, colour.of(GanRecipes.VGAN, dense).networks());
    }

    @ParameterizedTest
    @EnumSource(names = {"GAN", "DCGAN", "T_GAN", "VGAN", "VGAN_GP", "VGAN_SN", "INFOGAN_VDB"})
    void shouldStepOnColours(GanRecipes recipe) {
        assertSteps(GanPresets.of(COLOUR).of(recipe));
    }

    @Test
    void shouldStepUnderTheOfficialConventions() {
        assertSteps(Conventions.OFFICIAL.of(GanPresets.of(COLOUR).of(GanRecipes.VGAN_GP), COLOUR));
    }

    private static void assertSteps(GanSettings settings) {
        ImageSource digits =
                ImageData.fitted(
                        new DrawnDigits(1, 4),
                        ImageOptions.asIs().sized(new Sizing.Padded(32)).coloured(Colour.RGB));
        ImageBatches batches = ImageBatches.of(digits, 2, 1, new Augmentation.None());
        GanSettings one = settings.pace(settings.pace().stepsARound(1));
        try (GanTraining training = new GanTraining(one, batches, Device.cpu(), new Seeds(1))) {
            double loss = training.round().figures().get("generator/loss");
            assertTrue(Double.isFinite(loss), "was " + loss);
        }
    }

    /** vdb.md, section 1.3: the mean over 16 places, a sampled code for the generator. */
    @Test
    void shouldNameTheOfficialConventions() {
        GanSettings paper = GanPresets.of(COLOUR).of(GanRecipes.VGAN);
        Game official = Conventions.OFFICIAL.of(paper, COLOUR).game();

        assertEquals(
                paper.game()
                        .bottleneck(Bottleneck.Variational.officialImages(128, 0.1, 16))
                        .generatorPath(CodePath.SAMPLED),
                official);
        assertEquals(paper, Conventions.PAPER.of(paper, COLOUR));
        ImageShape digits = new ImageShape(1, 28, 28);
        Networks residual = new Networks.Residual(4, 8);
        GanSettings small = GanPresets.of(digits).of(GanRecipes.VGAN, residual);
        assertEquals(
                Bottleneck.Variational.officialImages(8, 0.1, 49),
                Conventions.OFFICIAL.of(small, digits).game().bottleneck());
    }

    @Test
    void shouldRefuseTheOfficialConventionsWhereThereIsNothingToRead() {
        assertRefused("this method has none", GanPresets.of(COLOUR).of(GanRecipes.R1));
        assertRefused(
                "only the residual ones have", GanPresets.of(COLOUR).of(GanRecipes.INFOGAN_VDB));
    }

    private static void assertRefused(String said, GanSettings settings) {
        String told =
                assertThrows(
                                IllegalArgumentException.class,
                                () -> Conventions.OFFICIAL.of(settings, COLOUR))
                        .getMessage();
        assertTrue(told.contains(said), told);
    }
}
