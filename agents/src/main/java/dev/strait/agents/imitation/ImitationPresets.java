package dev.strait.agents.imitation;

import dev.strait.agents.bc.CloningSettings;
import dev.strait.agents.ppo.PpoPlan;
import dev.strait.agents.ppo.PpoPresets;
import dev.strait.agents.ppo.PpoSettings;
import dev.strait.core.bottleneck.Bottleneck;
import dev.strait.core.bottleneck.CodePath;
import dev.strait.core.bottleneck.DualAscent;
import dev.strait.core.network.Activation;
import dev.strait.core.objective.Objective;
import dev.strait.core.objective.Regulariser;
import java.util.List;

/**
 * What works out of the box, one row a world; the README's results table measures these rows. Every
 * adversarial method has the same zero-centred penalty on expert samples (the paper's VAIL-GP and
 * its kin): without it the short runs of these worlds are not held.
 */
public final class ImitationPresets {

    private ImitationPresets() {}

    /** The settings of a method in a world, or a middle way where the world is not known. */
    public static ImitationSettings of(ImitationRecipes recipe, String environment) {
        PpoPlan plan = PpoPresets.of(environment);
        PpoSettings ppo = plan.ppo();
        return switch (environment) {
            case "CartPole-v1" ->
                    row(
                            recipe,
                            plan,
                            ppo.updating(32, 10, 128, 2e-3),
                            discriminator(RewardForm.SURVIVAL, 1, 2, 3e-4, 4),
                            0.5,
                            false,
                            40_000);
            case "Pendulum-v1" ->
                    row(
                            recipe,
                            plan,
                            ppo.updating(128, 20, 128, 1e-3),
                            discriminator(RewardForm.LOGIT, 0.1, 2, 1e-3, 4),
                            0.1,
                            false,
                            80_000);
            case "Acrobot-v1" ->
                    row(
                            recipe,
                            plan,
                            ppo,
                            discriminator(RewardForm.HURRY, 0.1, 4, 1e-3, 4),
                            0.5,
                            false,
                            60_000);
            case "MountainCar-v0" ->
                    row(
                            recipe,
                            plan,
                            // One swing or two, by the start: too fine to find without a warm
                            // start.
                            ppo.updating(128, 10, 256, 3e-4),
                            discriminator(RewardForm.LOGIT, 0.001, 16, 1e-3, 4),
                            0.5,
                            true,
                            60_000);
            case "MountainCarContinuous-v0" ->
                    row(
                            recipe,
                            plan,
                            ppo,
                            discriminator(RewardForm.HURRY, 0.1, 4, 1e-3, 4),
                            0.5,
                            false,
                            60_000);
            default ->
                    row(
                            recipe,
                            plan,
                            ppo,
                            discriminator(RewardForm.LOGIT, 0.1, 4, 1e-3, 4),
                            0.5,
                            false,
                            200_000);
        };
    }

    private static ImitationSettings row(
            ImitationRecipes recipe,
            PpoPlan plan,
            PpoSettings ppo,
            DiscriminatorSettings world,
            double informationLimit,
            boolean warmStart,
            long steps) {
        // The paper's rule for β, faster than its 1e-5: these runs are short.
        Bottleneck narrowing =
                Bottleneck.Variational.of(16, informationLimit)
                        .dualAscent(new DualAscent.PaperRule(1e-3));
        return new ImitationSettings(
                plan.policy(),
                ppo,
                recipe.of(world, narrowing),
                CloningSettings.DEFAULT,
                warmStart,
                steps,
                2);
    }

    private static DiscriminatorSettings discriminator(
            RewardForm reward, double penalty, int updates, double learningRate, int replay) {
        return new DiscriminatorSettings(
                DiscriminatorInput.STATE_ACTION,
                new LogitForm.Plain(),
                new Objective.NonSaturating(),
                new Regulariser.R1(penalty),
                new Bottleneck.None(),
                reward,
                CodePath.MEAN,
                List.of(64, 64),
                Activation.TANH,
                learningRate,
                updates,
                256,
                replay,
                true);
    }
}
