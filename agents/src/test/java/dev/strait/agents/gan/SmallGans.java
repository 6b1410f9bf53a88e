package dev.strait.agents.gan;

import ai.djl.Device;
import dev.strait.agents.training.TrainingState;
import dev.strait.core.bottleneck.Bottleneck;
import dev.strait.core.bottleneck.CodePath;
import dev.strait.core.bottleneck.DualAscent;
import dev.strait.core.checkpoint.Checkpoint;
import dev.strait.core.checkpoint.TensorData;
import dev.strait.core.gradient.Adam;
import dev.strait.core.network.Activation;
import dev.strait.core.network.Normalisation;
import dev.strait.core.objective.Objective;
import dev.strait.core.tensor.Seeds;
import dev.strait.envs.points.PointMixture;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Trainings that take milliseconds. */
final class SmallGans {

    static final PointMixture RING = PointMixture.ring(8);

    static final GanSettings BASE =
            new GanSettings(
                    Game.GAN,
                    new Networks.FullyConnected(
                            List.of(16),
                            List.of(16, 12),
                            Activation.LEAKY_RELU,
                            new Normalisation.None(),
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
                    new ChoiceView.RandomAffine(0.2, 0.1),
                    BASE.networks(),
                    BASE.networks());

    private SmallGans() {}

    /** Settings and what they are called in a test's name. */
    record Kind(String name, GanSettings settings) {
        @Override
        public String toString() {
            return name;
        }
    }

    /** Every recipe, and every trick on a plain game and on pairs. */
    static List<Kind> kinds() {
        List<Kind> kinds = new ArrayList<>();
        for (GanRecipes recipe : GanRecipes.values()) {
            kinds.add(new Kind(recipe.id(), settings(recipe)));
        }
        Tricks none = BASE.tricks();
        for (Tricks tricks :
                List.of(
                        none.goal(GeneratorGoal.FEATURE_MATCHING),
                        none.batchView(new BatchView.Nearness(5, 3)),
                        none.historicalAveraging(0.1),
                        none.averaging(0),
                        none.generatorBatch(GeneratorBatch.SHARED))) {
            kinds.add(new Kind("gan with " + tricks, BASE.tricks(tricks)));
            kinds.add(new Kind("t-gan with " + tricks, settings(GanRecipes.T_GAN).tricks(tricks)));
        }
        kinds.add(
                new Kind(
                        "virtual batch norms",
                        BASE.networks(
                                new Networks.FullyConnected(
                                        List.of(8),
                                        List.of(8),
                                        Activation.RELU,
                                        new Normalisation.Virtual(),
                                        Activation.IDENTITY))));
        kinds.add(
                new Kind(
                        "smoothed labels, sampled codes",
                        settings(GanRecipes.VGAN)
                                .game(
                                        settings(GanRecipes.VGAN)
                                                .game()
                                                .objective(Objective.Smoothed.DEFAULT)
                                                .generatorPath(CodePath.SAMPLED))));
        return kinds;
    }

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

    static Map<String, TensorData> arrays(TrainingState state) {
        return state.checkpoint(Checkpoint.newState()).tensors();
    }
}
