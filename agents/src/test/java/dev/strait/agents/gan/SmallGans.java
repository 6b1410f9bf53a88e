package dev.strait.agents.gan;

import ai.djl.Device;
import dev.strait.agents.training.TrainingState;
import dev.strait.core.bottleneck.Bottleneck;
import dev.strait.core.bottleneck.DualAscent;
import dev.strait.core.gradient.Adam;
import dev.strait.core.network.Activation;
import dev.strait.core.tensor.Seeds;
import dev.strait.envs.points.PointMixture;
import java.util.List;

/** Trainings that take milliseconds. */
final class SmallGans {

    static final PointMixture RING = PointMixture.ring(8);

    static final GanSettings BASE =
            new GanSettings(
                    Game.GAN,
                    new Networks.FullyConnected(
                            List.of(16),
                            List.of(16, 12),
                            Activation.RELU,
                            Activation.LEAKY_RELU,
                            Activation.IDENTITY),
                    new Latent(4, Latent.Prior.NORMAL),
                    new Codes.None(),
                    Pace.of(Adam.of(1e-3), 600, 1),
                    Tricks.NONE.averaging(0.9));

    static final DataChoices CHOICES =
            new DataChoices(
                    Bottleneck.Variational.of(4, 0.3).dualAscent(new DualAscent.PaperRule(0.01)),
                    1,
                    0.1,
                    0.1,
                    new Codes.InfoCodes(3, 2, 1, 0.1, 8),
                    BASE.networks());

    private SmallGans() {}

    static GanSettings settings(GanRecipes recipe) {
        GanSettings settings = recipe.of(BASE, CHOICES);
        // WGAN's bursts, made small.
        return recipe == GanRecipes.WGAN
                ? settings.pace(settings.pace().critic(new CriticSchedule.Bursts(2, 4, 2, 5)))
                : settings;
    }

    static GanTraining training(GanSettings settings, Device device, long seed) {
        return new GanTraining(settings, RING.batches(16, seed), device, new Seeds(seed));
    }

    static TrainingState after(int rounds, GanTraining training) {
        for (int i = 0; i < rounds; i++) {
            training.round();
        }
        TrainingState state = new TrainingState();
        training.save(state);
        return state;
    }
}
