package dev.strait.agents.imitation;

import static dev.strait.core.Require.require;

import dev.strait.agents.bc.CloningSettings;
import dev.strait.agents.policy.PolicySettings;
import dev.strait.agents.ppo.PpoPlan;
import dev.strait.agents.ppo.PpoPresets;
import dev.strait.agents.ppo.PpoSettings;
import dev.strait.core.bottleneck.Bottleneck;
import dev.strait.core.bottleneck.DualAscent;
import dev.strait.core.network.Activation;
import dev.strait.core.objective.Regulariser;
import dev.strait.envs.Environments;
import java.util.List;

/**
 * What works out of the box, one row a world; the README's results table measures these rows. Every
 * world asks for a zero-centred penalty on expert samples of its own weight: without it the short
 * runs of these worlds are not held. GAIL, AIRL, VAIL and VAIRL have that one, which is more than
 * their papers have; the rows with GP have the paper's weight instead, which is larger in every
 * world. {@code --set discriminator.regulariser=None} is a method without. Characters that follow
 * clips ask for none, so there GAIL and VAIL are the paper's.
 */
public final class ImitationPresets {

    private static final CloningSettings BODIES =
            new CloningSettings(600, 64, 1e-3, 0, 0, 100, -1.5);

    private ImitationPresets() {}

    /** What a world asks for; a method adds its own choices to it. */
    private record Row(
            PpoSettings ppo,
            DiscriminatorSettings discriminator,
            Bottleneck narrowing,
            boolean warmStart,
            long steps,
            int evaluateEvery,
            CloningSettings cloning) {

        Row(
                PpoSettings ppo,
                DiscriminatorSettings discriminator,
                Bottleneck narrowing,
                boolean warmStart,
                long steps,
                int evaluateEvery) {
            this(
                    ppo,
                    discriminator,
                    narrowing,
                    warmStart,
                    steps,
                    evaluateEvery,
                    CloningSettings.DEFAULT);
        }
    }

    /** The settings of a method in a world, or a middle way where the world is not known. */
    public static ImitationSettings of(ImitationRecipes recipe, String environment) {
        PpoPlan plan = PpoPresets.of(environment);
        return settings(recipe, plan, row(recipe, environment, plan.ppo()));
    }

    /** The same with a discriminator that sees frames of the world, and nothing else. */
    public static ImitationSettings ofFrames(ImitationRecipes recipe, String environment) {
        PpoPlan plan = PpoPresets.of(environment);
        ImitationSettings settings =
                settings(
                        recipe,
                        plan,
                        watching(row(recipe, environment, plan.ppo()), plan.policy()));
        require(
                settings.discriminator().view() instanceof StateView.Frames,
                "%s has a view of its own and sees no frames; leave out --pixels",
                recipe.id());
        return settings;
    }

    private static ImitationSettings settings(ImitationRecipes recipe, PpoPlan plan, Row row) {
        return new ImitationSettings(
                plan.policy(),
                row.ppo,
                recipe.of(row.discriminator, row.narrowing),
                row.cloning,
                row.warmStart,
                row.steps,
                row.evaluateEvery);
    }

    private static Row row(ImitationRecipes recipe, String environment, PpoSettings ppo) {
        DiscriminatorSettings hurry = discriminator(RewardForm.HURRY, 0.1, 4, 1e-3, 4);
        // Over about ten rounds, within which the two players circle.
        PpoSettings held = ppo.averaging(0.9);
        return switch (Environments.kind(environment)) {
            case "CartPole-v1" -> {
                // A pole that never falls leaves little to tell apart: long rounds, so that chance
                // is not taken for an advantage, and a flat discriminator. The further look ahead
                // that PPO has here is for the world's own reward; this row was measured without.
                DiscriminatorSettings stay = discriminator(RewardForm.SURVIVAL, 4, 2, 3e-4, 4);
                yield new Row(
                        held.discounting(0.99).updating(64, 10, 128, 2e-3),
                        stay,
                        narrowing(1e-3),
                        false,
                        40_000,
                        2);
            }
            case "Pendulum-v1" -> {
                // Rounds of whole episodes: of parts of them some seeds lost the swing again. AIRL,
                // whose reward changes with ln π, needs the more rounds to get there.
                PpoSettings rounds =
                        recipe.shaped()
                                ? held.updating(128, 10, 128, 2e-3)
                                : held.updating(200, 10, 200, 2e-3);
                DiscriminatorSettings level = discriminator(RewardForm.LOGIT, 1, 8, 3e-4, 4);
                yield new Row(rounds, level, narrowing(1e-3), false, 100_000, 2);
            }
            case "MountainCar-v0" -> {
                // Which swing comes first is decided within a hundredth of the start: too fine to
                // find without a warm start, and lost again by large steps and short rounds.
                DiscriminatorSettings sharp = discriminator(RewardForm.HURRY, 0.001, 16, 1e-3, 4);
                yield new Row(
                        held.updating(512, 10, 1024, 5e-5),
                        sharp,
                        narrowing(1e-3),
                        true,
                        60_000,
                        2);
            }
            case "Hopper-v4",
                    "Hopper-v5",
                    "Walker2d-v4",
                    "Walker2d-v5",
                    "Ant-v4",
                    "Ant-v5",
                    "Humanoid-v4",
                    "Humanoid-v5" ->
                    body(held, RewardForm.SURVIVAL, 1_000_000);
            // Nothing ends these early, so neither staying nor leaving is to be paid for.
            case "HalfCheetah-v4", "HalfCheetah-v5", "Swimmer-v4", "Swimmer-v5" ->
                    body(held, RewardForm.LOGIT, 300_000);
            // Smaller steps than on the world's own reward, which does not move; more of them make
            // no better gaits. Where nothing but the bottleneck holds the discriminator, half a nat
            // in 16 numbers let some seeds fall; where a penalty does, 16 do as well.
            case "PlanarBiped-v0", "PlanarBipedPhase-v0" -> {
                DiscriminatorSettings seen = character(List.of(128, 64));
                int numbers = recipe.smooths(seen) ? 16 : 64;
                yield new Row(
                        ppo.learningRate(2e-4),
                        seen,
                        narrowing(numbers, 0.5, 1e-2),
                        false,
                        3_000_000,
                        32);
            }
            case "Humanoid3D-v0", "Humanoid3DPhase-v0" ->
                    new Row(
                            ppo,
                            character(List.of(256, 128)),
                            narrowing(1e-2),
                            false,
                            10_000_000,
                            32);
            // Hurrying is what these two ask for.
            case "Acrobot-v1" -> new Row(held, hurry, narrowing(0.2, 1e-3), false, 100_000, 2);
            // Its rounds are too few to average.
            case "MountainCarContinuous-v0" ->
                    new Row(ppo, hurry, narrowing(1e-3), false, 60_000, 2);
            case "CMaze-v0", "CMazeMirrored-v0", "SMaze-v0", "SMazeMirrored-v0" ->
                    maze(TransferPresets.of(environment), TransferPresets.STEPS);
            default ->
                    new Row(
                            held,
                            hurry.reward(RewardForm.LOGIT),
                            narrowing(1e-3),
                            false,
                            200_000,
                            4);
        };
    }

    /**
     * Two frames in place of features: one alone does not tell whether a leg comes or goes. The
     * policy moves slowly: with ten epochs on rounds of 1,024 steps most single runs ended
     * standing, which pays a little for as long as it lasts. And it keeps the noise that it begins
     * with: a policy that stumbles all the time learns to catch itself.
     */
    private static Row watching(Row row, PolicySettings policy) {
        DiscriminatorSettings frames =
                row.discriminator
                        .input(DiscriminatorInput.TRANSITION)
                        .view(StateView.Frames.defaults())
                        .trunk(List.of(64), Activation.LEAKY_RELU)
                        .updating(5e-4, 10, 128)
                        .replayRounds(2)
                        .inputs(false, true);
        PpoSettings steady =
                row.ppo.updating(32, 5, 256, 5e-4).averaging(0.9).noisy(policy.initialLogStd());
        return new Row(steady, frames, narrowing(5e-3), false, 1_500_000, 40);
    }

    /**
     * Half a nat, as the paper's for motions, held by its rule: with a step larger than its 1e-5,
     * for these runs are short.
     */
    private static Bottleneck narrowing(double step) {
        return narrowing(0.5, step);
    }

    private static Bottleneck narrowing(double limit, double step) {
        return narrowing(16, limit, step);
    }

    private static Bottleneck narrowing(int latentSize, double limit, double step) {
        return Bottleneck.Variational.of(latentSize, limit)
                .dualAscent(new DualAscent.PaperRule(step));
    }

    /**
     * Of worlds with bodies. A cloned policy is close already, and what the two players still tell
     * of it is faint: rounds of eight whole episodes, small steps, and a weak penalty, for a gait
     * is told from a slower one by little. Their experts' actions are without noise, which cannot
     * be fitted too well, and an episode of four held out is missed. What is cloned falls from some
     * starts; under noise it first falls from most, and then learns a gait that stands it.
     */
    private static Row body(PpoSettings held, RewardForm reward, long steps) {
        DiscriminatorSettings seen = discriminator(reward, 0.1, 32, 3e-4, 2);
        return new Row(
                held.updating(1024, 10, 512, 1.5e-4),
                seen,
                narrowing(1e-3),
                true,
                steps,
                6,
                BODIES);
    }

    /**
     * As rewards are learned for a transfer, with the penalty that all of these rows have, and the
     * logit as the reward: episodes have a fixed length, and −ln(1 − D) hardly slopes where D wins.
     */
    private static Row maze(TransferSettings transfer, long steps) {
        return new Row(
                transfer.ppo(),
                transfer.discriminator().reward(RewardForm.LOGIT).regulariser(transfer.penalty()),
                transfer.bottleneck(),
                false,
                steps,
                10);
    }

    /** Transitions alone: a clip has no actions. No penalty, so that GAIL is the paper's. */
    private static DiscriminatorSettings character(List<Integer> hidden) {
        return DiscriminatorSettings.GAIL
                .input(DiscriminatorInput.TRANSITION)
                .trunk(hidden, Activation.TANH)
                .updating(1e-3, 20, 128);
    }

    private static DiscriminatorSettings discriminator(
            RewardForm reward, double penalty, int updates, double learningRate, int replay) {
        return DiscriminatorSettings.GAIL
                .regulariser(new Regulariser.R1(penalty))
                .reward(reward)
                .updating(learningRate, updates, 256)
                .replayRounds(replay);
    }
}
