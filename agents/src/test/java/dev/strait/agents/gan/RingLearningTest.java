package dev.strait.agents.gan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.Device;
import dev.strait.core.gradient.Adam;
import dev.strait.core.network.Activation;
import dev.strait.core.network.Normalisation;
import dev.strait.core.tensor.Seeds;
import dev.strait.envs.points.PointMixture;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A ring of eight Gaussians, each a hundredth of the radius wide, in some seconds. */
class RingLearningTest {

    private static final List<Integer> SIZES = List.of(64, 64, 64);

    private static final GanSettings QUICK =
            SmallGans.BASE
                    .networks(
                            new Networks.FullyConnected(
                                    SIZES,
                                    SIZES,
                                    Activation.RELU,
                                    new Normalisation.None(),
                                    Activation.IDENTITY))
                    .latent(new Latent(16, Latent.Prior.NORMAL))
                    .pace(Pace.of(new Adam(3e-3, 0, 0.99, 1e-8, 0), 1500, 150).finalRate(0.05))
                    .tricks(Tricks.NONE.averaging(0.995));

    /** Seeds 1 and 2 gave 8 modes and shares of 0.63 and 0.58. */
    @Test
    void shouldFindAllModesOfARingBehindTheBottleneckAndHoldTheRate() {
        GanSettings settings =
                GanRecipes.VGAN_GP.of(
                        QUICK,
                        GanPresets.of(SmallGans.RING.batches(1, 0).shape())
                                .choices()
                                .penaltyWeight(0.03));
        try (GanTraining training =
                new GanTraining(
                        settings, SmallGans.RING.batches(64, 1), Device.cpu(), new Seeds(1))) {
            Map<String, Double> last = Map.of();
            while (!training.finished()) {
                last = training.round().figures();
            }
            assertEquals(1, last.get("bottleneck/late_held"), last.toString());
            try (Generator generator = training.generator()) {
                PointMixture.Coverage coverage =
                        SmallGans.RING.coverage(generator.samples(10_000, 7));
                assertEquals(8, coverage.modesCovered());
                assertTrue(coverage.highQuality() > 0.4, coverage.toString());
            }
        }
    }
}
