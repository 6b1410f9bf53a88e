package dev.strait.agents.imitation;

import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.Device;
import dev.strait.agents.SmallTrainings;
import dev.strait.agents.bc.CloningSettings;
import dev.strait.agents.policy.PolicySettings;
import dev.strait.agents.ppo.PpoSettings;
import dev.strait.agents.rollout.Evaluation;
import dev.strait.agents.training.PolicyTraining;
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
import org.junit.jupiter.params.provider.ValueSource;

/** Learning to balance from ten episodes of a controller written by hand, which earns 500. */
class CartPoleImitationTest {

    private static final int EPISODES = 20;

    private static final Bottleneck BOTTLENECK =
            Bottleneck.Variational.of(8, 0.5).dualAscent(new DualAscent.PaperRule(1e-3));

    private static PpoSettings ppo() {
        return new PpoSettings(
                8,
                64,
                10,
                64,
                0.99,
                0.95,
                0.2,
                OptionalDouble.empty(),
                0,
                OptionalDouble.empty(),
                0.5,
                0.5,
                OptionalDouble.empty(),
                1e-3,
                true,
                0,
                true,
                false,
                List.of(64, 64),
                Activation.TANH);
    }

    private static DiscriminatorSettings discriminator() {
        return DiscriminatorSettings.GAIL.updating(1e-3, 4, 256);
    }

    private static double learned(ImitationRecipes recipe, long seed, long steps) {
        ImitationSettings settings =
                new ImitationSettings(
                        PolicySettings.DEFAULT,
                        ppo(),
                        recipe.of(discriminator(), BOTTLENECK),
                        CloningSettings.DEFAULT,
                        false,
                        steps,
                        10);
        Imitation imitation =
                new Imitation(SmallTrainings.CART_POLE, settings, Device.cpu(), 1, new Seeds(seed));
        try (PolicyTraining training =
                imitation.training(
                        recipe, SmallTrainings.demonstrations(SmallTrainings.CART_POLE, 10), 1)) {
            while (!training.finished()) {
                training.round();
            }
            return Evaluation.of(training.policy(), SmallTrainings.CART_POLE, EPISODES, 77).mean();
        }
    }

    /** Chance earns 22. */
    @ParameterizedTest
    @EnumSource(names = {"GAIL", "VAIL"})
    void shouldBeFarFromChanceAfterTwelveThousandSteps(ImitationRecipes recipe) {
        double mean = learned(recipe, 1, 12_000);
        assertTrue(mean >= 100, recipe + " reached " + mean);
    }

    @Tag("long")
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void shouldReachTheExpertThroughABottleneck(long seed) {
        for (ImitationRecipes recipe : List.of(ImitationRecipes.VAIL, ImitationRecipes.VAIRL)) {
            double mean = learned(recipe, seed, 60_000);
            assertTrue(mean >= 475, recipe + " with seed " + seed + " reached " + mean);
        }
    }

    @Tag("long")
    @Test
    void shouldReachTheExpertByCloning() {
        double mean = learned(ImitationRecipes.BC, 1, 1);
        assertTrue(mean >= 475, "BC reached " + mean);
    }
}
