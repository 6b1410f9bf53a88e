package dev.strait.agents.imitation;

import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.Device;
import dev.strait.agents.SmallTrainings;
import dev.strait.agents.bc.CloningSettings;
import dev.strait.agents.policy.PolicySettings;
import dev.strait.agents.ppo.PpoSettings;
import dev.strait.agents.rollout.Evaluation;
import dev.strait.agents.training.Training;
import dev.strait.core.bottleneck.Bottleneck;
import dev.strait.core.bottleneck.DualAscent;
import dev.strait.core.network.Activation;
import dev.strait.core.tensor.Seeds;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every method learns to balance from ten episodes of a controller written by hand (500). */
class CartPoleImitationTest {

    private static final int EPISODES = 20;

    private static final Bottleneck BOTTLENECK =
            Bottleneck.Variational.of(8, 0.5).dualAscent(new DualAscent.PaperRule(1e-3));

    private static ImitationSettings settings(ImitationRecipes recipe) {
        return new ImitationSettings(
                PolicySettings.DEFAULT,
                new PpoSettings(
                        8,
                        128,
                        10,
                        128,
                        0.99,
                        0.95,
                        0.2,
                        OptionalDouble.empty(),
                        0,
                        0.5,
                        0.5,
                        OptionalDouble.empty(),
                        1e-3,
                        true,
                        true,
                        true,
                        List.of(64, 64),
                        Activation.TANH),
                recipe.of(DiscriminatorSettings.GAIL, BOTTLENECK),
                CloningSettings.DEFAULT,
                false,
                40_000,
                10);
    }

    private static double learned(ImitationRecipes recipe, long seed) {
        Imitation imitation =
                new Imitation(
                        SmallTrainings.CART_POLE,
                        settings(recipe),
                        Device.cpu(),
                        1,
                        new Seeds(seed));
        try (Training training =
                imitation.training(
                        recipe, SmallTrainings.demonstrations(SmallTrainings.CART_POLE, 10), 1)) {
            while (!training.finished()) {
                training.round();
            }
            return Evaluation.of(training.policy(), SmallTrainings.CART_POLE, EPISODES, 77).mean();
        }
    }

    @Tag("long")
    @Test
    void shouldLearnToBalanceThroughABottleneck() {
        double mean = learned(ImitationRecipes.VAIL, 1);
        assertTrue(mean >= 400, "VAIL reached " + mean);
    }

    @Tag("long")
    @ParameterizedTest
    @EnumSource
    void shouldLearnToBalanceByEveryMethod(ImitationRecipes recipe) {
        for (long seed = 1; seed <= 3; seed++) {
            double mean = learned(recipe, seed);
            System.out.println(recipe + " seed " + seed + ": " + mean);
            assertTrue(mean >= 450, recipe + " with seed " + seed + " reached " + mean);
        }
    }
}
