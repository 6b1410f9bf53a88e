package dev.strait.agents;

import ai.djl.Device;
import dev.strait.agents.bc.CloningSettings;
import dev.strait.agents.imitation.DiscriminatorSettings;
import dev.strait.agents.imitation.Imitation;
import dev.strait.agents.imitation.ImitationRecipes;
import dev.strait.agents.imitation.ImitationSettings;
import dev.strait.agents.policy.Policy;
import dev.strait.agents.policy.PolicySettings;
import dev.strait.agents.ppo.PpoSettings;
import dev.strait.agents.ppo.PpoTraining;
import dev.strait.agents.ppo.RewardSource;
import dev.strait.agents.rollout.Experience;
import dev.strait.agents.training.PolicyTraining;
import dev.strait.core.bottleneck.Bottleneck;
import dev.strait.core.bottleneck.DualAscent;
import dev.strait.core.network.Activation;
import dev.strait.core.objective.Regulariser;
import dev.strait.core.tensor.Seeds;
import dev.strait.core.tensor.TensorEngine;
import dev.strait.envs.Environment;
import dev.strait.envs.EnvironmentSpec;
import dev.strait.envs.Environments;
import dev.strait.envs.World;
import dev.strait.envs.demonstration.Demonstrations;
import dev.strait.envs.demonstration.Episode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/** Trainings that take milliseconds a round, and experts that need no training. */
public final class SmallTrainings {

    /** CartPole-v1. */
    public static final EnvironmentSpec CART_POLE = Environments.spec("CartPole-v1");

    /** Pendulum-v1. */
    public static final EnvironmentSpec PENDULUM = Environments.spec("Pendulum-v1");

    /** A bottleneck whose β moves within a few rounds. */
    public static final Bottleneck NARROW =
            Bottleneck.Variational.of(4, 0.3).dualAscent(new DualAscent.PaperRule(0.01));

    private SmallTrainings() {}

    /** A small actor. */
    public static PolicySettings policySettings() {
        return new PolicySettings(List.of(16), Activation.TANH, -0.5, false, true);
    }

    /** Rounds of 4 worlds and 32 steps, two epochs. */
    public static PpoSettings ppoSettings() {
        return new PpoSettings(
                4,
                32,
                2,
                32,
                0.99,
                0.95,
                0.2,
                OptionalDouble.empty(),
                0.001,
                OptionalDouble.empty(),
                0.5,
                0.5,
                OptionalDouble.empty(),
                1e-3,
                true,
                0.8,
                true,
                true,
                List.of(16),
                Activation.TANH);
    }

    /** Two updates of 32 rows a round, three rounds of replay. */
    public static DiscriminatorSettings discriminator(Regulariser regulariser) {
        return DiscriminatorSettings.GAIL
                .regulariser(regulariser)
                .trunk(List.of(16), Activation.TANH)
                .updating(1e-3, 2, 32)
                .replayRounds(3);
    }

    /** A new policy of a world. */
    public static Policy policy(EnvironmentSpec spec, PolicySettings settings, Device device) {
        World world = spec.factory().get();
        return Policy.of(
                world.observationSpace(),
                world.actionSpace(),
                settings,
                TensorEngine.newManager(device),
                new Seeds(1).stream("policy weights"));
    }

    /** PPO on the world's own reward, ten rounds planned. */
    public static PolicyTraining ppo(EnvironmentSpec spec, Device device, long seed) {
        return new PpoTraining(
                spec,
                policy(spec, policySettings(), device),
                new RewardSource.OfTheWorld(),
                ppoSettings(),
                10L * ppoSettings().roundSize(),
                1,
                new Seeds(seed));
    }

    /** An imitation of the scripted expert, ten rounds planned. */
    public static PolicyTraining imitation(
            EnvironmentSpec spec,
            ImitationRecipes recipe,
            Regulariser regulariser,
            Device device,
            long seed) {
        ImitationSettings settings =
                new ImitationSettings(
                        policySettings(),
                        ppoSettings(),
                        recipe.of(discriminator(regulariser), NARROW),
                        new CloningSettings(10, 32, 3e-3, 1e-4, 0.3, 5, -2),
                        false,
                        10L * ppoSettings().roundSize(),
                        5);
        return new Imitation(spec, settings, device, 1, new Seeds(seed))
                .training(recipe, demonstrations(spec, 3), 1);
    }

    /** Episodes of a controller written by hand. */
    public static Demonstrations demonstrations(EnvironmentSpec spec, int episodes) {
        boolean cartPole = spec.equals(CART_POLE);
        ToDoubleFunction<double[]> controller =
                cartPole ? SmallTrainings::balance : SmallTrainings::swingUp;
        List<Episode> recorded = new ArrayList<>();
        for (int i = 0; i < episodes; i++) {
            recorded.add(record(new Environment(spec), 100 + i, controller));
        }
        return new Demonstrations(
                "made here",
                Optional.of(spec.id()),
                spec.factory().get().observationSpace().size(),
                1,
                cartPole,
                recorded);
    }

    /** The same without actions. */
    public static Experience statesOnly(Experience full) {
        return new Experience(
                full.size(), full.observations(), null, full.nextObservations(), full.terminated());
    }

    /** LQR around the upright pole, by the sign of its force. */
    private static double balance(double... s) {
        return s[0] + 1.66 * s[1] + 18.7 * s[2] + 3.46 * s[3] > 0 ? 1 : 0;
    }

    /** Pumps energy up, then holds: cos θ, sin θ, θ̇. */
    private static double swingUp(double... s) {
        double hold = -(10 * s[1] + 2 * s[2]);
        double torque = s[0] > 0.8 ? hold : Math.signum(s[2]) * 2;
        return Math.max(-2, Math.min(2, torque));
    }

    private static Episode record(
            Environment world, long seed, ToDoubleFunction<double[]> controller) {
        List<double[]> observations = new ArrayList<>();
        List<Double> actions = new ArrayList<>();
        List<Double> rewards = new ArrayList<>();
        double[] observation = world.reset(seed).clone();
        observations.add(observation);
        boolean terminated = false;
        boolean truncated = false;
        while (!terminated && !truncated) {
            double action = controller.applyAsDouble(observation);
            Environment.Step step = world.step(action);
            observation = step.observation().clone();
            observations.add(observation);
            actions.add(action);
            rewards.add(step.reward());
            terminated = step.terminated();
            truncated = step.truncated();
        }
        return new Episode(
                actions.size(),
                observations.stream().flatMapToDouble(Arrays::stream).toArray(),
                actions.stream().mapToDouble(a -> a).toArray(),
                rewards.stream().mapToDouble(r -> r).toArray(),
                terminated,
                truncated);
    }
}
