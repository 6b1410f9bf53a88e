package dev.strait.agents.gan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.Device;
import dev.strait.core.network.InitialWeights;
import dev.strait.core.tensor.Seeds;
import dev.strait.envs.image.Augmentation;
import dev.strait.envs.image.DrawnDigits;
import dev.strait.envs.image.ImageBatches;
import dev.strait.envs.image.ImageShape;
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
}
