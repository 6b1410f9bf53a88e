package dev.strait.agents.imitation;

import dev.strait.agents.bc.CloningSettings;
import dev.strait.agents.ppo.PpoPlan;
import dev.strait.agents.ppo.PpoPresets;
import dev.strait.core.bottleneck.Bottleneck;
import dev.strait.core.bottleneck.DualAscent;

/** What works out of the box, one row a world; the README's results table measures these rows. */
public final class ImitationPresets {

    private ImitationPresets() {}

    /** The settings of a method in a world, or a middle way where the world is not known. */
    public static ImitationSettings of(ImitationRecipes recipe, String environment) {
        PpoPlan plan = PpoPresets.of(environment);
        DiscriminatorSettings world = DiscriminatorSettings.GAIL.reward(reward(environment));
        return new ImitationSettings(
                plan.policy(),
                plan.ppo(),
                recipe.of(world, narrowing()),
                CloningSettings.DEFAULT,
                false,
                steps(environment),
                2);
    }

    /** The paper's bottleneck, β moving faster than its 1e-5: these runs are short. */
    private static Bottleneck narrowing() {
        return Bottleneck.Variational.of(16, 0.5).dualAscent(new DualAscent.PaperRule(1e-3));
    }

    /** Where ending is failing, where it is succeeding, and where it is neither. */
    private static RewardForm reward(String environment) {
        return switch (environment) {
            case "CartPole-v1" -> RewardForm.SURVIVAL;
            case "Acrobot-v1", "MountainCar-v0", "MountainCarContinuous-v0" -> RewardForm.HURRY;
            default -> RewardForm.LOGIT;
        };
    }

    private static long steps(String environment) {
        return switch (environment) {
            case "CartPole-v1" -> 40_000;
            default -> 100_000;
        };
    }
}
