package dev.strait.agents.ppo;

import dev.strait.agents.policy.PolicySettings;
import dev.strait.core.network.Activation;
import dev.strait.envs.Environments;
import java.util.List;
import java.util.OptionalDouble;

/** What works out of the box, one row a world; the README's results table measures these rows. */
public final class PpoPresets {

    private PpoPresets() {}

    /** The plan for a world, or a middle way where the world is not known. */
    public static PpoPlan of(String environment) {
        return switch (Environments.kind(environment)) {
            // Averaged and with a long look ahead: of policies of such large steps that see a
            // hundred steps ahead one in twenty drifts off the track after 400.
            case "CartPole-v1", "strait/CartPoleFixed-v1" ->
                    row(false, false, 0, 16, 32, 10, 128, 0.995, 0.95, 0.3, 3e-3, 40_960, 2)
                            .ppo(ppo -> ppo.averaging(0.8));
            case "Pendulum-v1" ->
                    row(false, true, 0, 16, 64, 10, 128, 0.95, 0.95, 0.3, 2e-3, 40_960, 2);
            case "Acrobot-v1", "strait/AcrobotFixed-v1" ->
                    row(true, true, 0, 16, 128, 10, 256, 0.99, 0.95, 0.2, 1e-3, 102_400, 4);
            case "MountainCar-v0", "strait/MountainCarFixed-v0" ->
                    row(true, true, 0, 16, 128, 10, 256, 0.99, 0.98, 0.2, 1e-3, 307_200, 4);
            case "MountainCarContinuous-v0", "strait/MountainCarContinuousFixed-v0" ->
                    row(true, true, 1, 16, 256, 10, 256, 0.999, 0.98, 0.2, 1e-3, 102_400, 2);
            case "CMaze-v0", "CMazeMirrored-v0" -> maze(100);
            case "SMaze-v0", "SMazeMirrored-v0" -> maze(200);
            case "Hopper-v4", "Hopper-v5", "Walker2d-v4", "Walker2d-v5" -> locomotion();
            case "HalfCheetah-v4", "HalfCheetah-v5", "Ant-v4", "Ant-v5" -> locomotion();
            case "Humanoid-v4", "Humanoid-v5" -> locomotion();
            // A stroke pays late: at 0.99 it is never found (Franceschetti et al. 2022).
            case "Swimmer-v4", "Swimmer-v5" -> locomotion().ppo(ppo -> ppo.discounting(0.999));
            case "Reacher-v4", "Reacher-v5" -> locomotion();
            case "InvertedPendulum-v4", "InvertedPendulum-v5" -> locomotion();
            case "InvertedDoublePendulum-v4", "InvertedDoublePendulum-v5" -> locomotion();
            case "PlanarBiped-v0", "PlanarBipedPhase-v0" ->
                    character(List.of(128, 64), 5e-4, 3_000_000);
            // Of 28 drives at 5e-4 a round's policies are nats apart, and nothing is learned.
            case "Humanoid3D-v0", "Humanoid3DPhase-v0" ->
                    character(List.of(256, 128), 1e-4, 10_000_000);
            default -> row(true, true, 0, 16, 128, 10, 256, 0.99, 0.95, 0.2, 3e-4, 200_000, 4);
        };
    }

    /** Whole episodes of 64 worlds a round; an actor as small as that of Peng et al. 2019. */
    private static PpoPlan maze(int rounds) {
        return row(true, true, 0, 64, 100, 10, 640, 0.99, 0.95, 0.2, 1e-3, 6_400L * rounds, 10)
                .policy(new PolicySettings(List.of(32, 32), Activation.RELU, 0, false, true));
    }

    /**
     * cleanrl's ppo_continuous_action.py over eight worlds instead of one: rounds of 2,048 steps in
     * 32 minibatches, a million steps.
     */
    private static PpoPlan locomotion() {
        List<Integer> hidden = List.of(64, 64);
        return new PpoPlan(
                new PolicySettings(hidden, Activation.TANH, 0, false, true),
                new PpoSettings(
                        8,
                        256,
                        10,
                        64,
                        0.99,
                        0.95,
                        0.2,
                        OptionalDouble.of(0.2),
                        0,
                        OptionalDouble.empty(),
                        0.5,
                        0.5,
                        OptionalDouble.empty(),
                        3e-4,
                        true,
                        0,
                        true,
                        true,
                        hidden,
                        Activation.TANH),
                1_000_000,
                50);
    }

    /** Small noise about the clip's mean pose, and no look further ahead than a second. */
    private static PpoPlan character(List<Integer> hidden, double learningRate, long steps) {
        double deviation = 0.12 / 1.5;
        return new PpoPlan(
                new PolicySettings(hidden, Activation.TANH, Math.log(deviation), false, true),
                new PpoSettings(
                        64,
                        64,
                        5,
                        256,
                        0.97,
                        0.95,
                        0.2,
                        OptionalDouble.empty(),
                        0,
                        OptionalDouble.empty(),
                        0.5,
                        0.5,
                        OptionalDouble.empty(),
                        learningRate,
                        true,
                        0,
                        true,
                        true,
                        hidden,
                        Activation.TANH),
                steps,
                32);
    }

    private static PpoPlan row(
            boolean normaliseObservations,
            boolean normaliseRewards,
            double initialLogStd,
            int worlds,
            int stepsPerRound,
            int epochs,
            int minibatch,
            double discount,
            double lambda,
            double clipRatio,
            double learningRate,
            long steps,
            int evaluateEvery) {
        List<Integer> hidden = List.of(64, 64);
        return new PpoPlan(
                new PolicySettings(
                        hidden, Activation.TANH, initialLogStd, false, normaliseObservations),
                new PpoSettings(
                        worlds,
                        stepsPerRound,
                        epochs,
                        minibatch,
                        discount,
                        lambda,
                        clipRatio,
                        OptionalDouble.empty(),
                        0,
                        OptionalDouble.empty(),
                        0.5,
                        0.5,
                        OptionalDouble.empty(),
                        learningRate,
                        true,
                        0,
                        true,
                        normaliseRewards,
                        hidden,
                        Activation.TANH),
                steps,
                evaluateEvery);
    }
}
