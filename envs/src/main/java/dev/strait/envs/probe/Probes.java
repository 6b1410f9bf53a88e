package dev.strait.envs.probe;

import dev.strait.envs.Box;
import dev.strait.envs.Discrete;
import dev.strait.envs.EnvironmentSpec;
import dev.strait.envs.MultiDiscrete;
import dev.strait.envs.Space;
import dev.strait.envs.World;
import dev.strait.envs.probe.ProbeWorld.Observed;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Supplier;

/**
 * Worlds so small that the right value and the right policy are known, each of which breaks one
 * part of a learner: if a learner fails here, the name of the world says where to look. V is the
 * value of the best policy, γ the discount.
 */
public final class Probes {

    /** Steps after which {@link #truncation} is cut. */
    public static final int TRUNCATION_LIMIT = 10;

    /** The action that {@link #continuousAction} wants. */
    public static final double TARGET = 0.5;

    private static final int NO_LIMIT = 1_000;
    private static final Space TWO = new Discrete(2);
    private static final Space BRANCHES = new MultiDiscrete(List.of(3, 2));
    private static final Space INTERVAL = Box.of(new double[] {-1}, new double[] {1});

    private Probes() {}

    /** All probes. */
    public static List<EnvironmentSpec> specs() {
        return List.of(
                constantReward(),
                observationReward(),
                delayedReward(),
                actionReward(),
                observationActionReward(),
                truncation(),
                continuousAction(),
                multiDiscreteAction());
    }

    /** One step, reward 1, whatever happens: V = 1. Fails if the value cannot learn a constant. */
    public static EnvironmentSpec constantReward() {
        return spec(
                "ConstantReward",
                NO_LIMIT,
                () -> ProbeWorld.ofLength(1, Observed.NOTHING, TWO, (seen, actions, at) -> 1));
    }

    /**
     * One step, the reward is the observed sign: V(s) = s. Fails if the value does not see the
     * observation.
     */
    public static EnvironmentSpec observationReward() {
        return spec(
                "ObservationReward",
                NO_LIMIT,
                () -> ProbeWorld.ofLength(1, Observed.SIGN, TWO, (seen, actions, at) -> seen));
    }

    /**
     * Two steps that show their index, reward 0 and then 1: V(0) = γ, V(1) = 1. Fails if values are
     * not discounted or not passed back.
     */
    public static EnvironmentSpec delayedReward() {
        return spec(
                "DelayedReward",
                NO_LIMIT,
                () -> ProbeWorld.ofLength(2, Observed.STEP, TWO, (seen, actions, at) -> seen));
    }

    /**
     * One step, reward 1 for action 1 and −1 for action 0: V = 1. Fails if the policy climbs the
     * wrong way.
     */
    public static EnvironmentSpec actionReward() {
        return spec(
                "ActionReward",
                NO_LIMIT,
                () ->
                        ProbeWorld.ofLength(
                                1,
                                Observed.NOTHING,
                                TWO,
                                (seen, actions, at) -> 2 * actions[at] - 1));
    }

    /**
     * One step, reward 1 if the action (0 or 1) matches the observed sign (−1 or +1), else −1: V =
     * 1. Fails if observations, actions and advantages of a batch are not in step.
     */
    public static EnvironmentSpec observationActionReward() {
        return spec(
                "ObservationActionReward",
                NO_LIMIT,
                () ->
                        ProbeWorld.ofLength(
                                1,
                                Observed.SIGN,
                                TWO,
                                (seen, actions, at) -> seen * (2 * actions[at] - 1)));
    }

    /**
     * Reward 1 for ever, cut after 10 steps: V = 1 / (1 − γ). A learner that takes the cut for an
     * end finds a mixture of the sums of 1 to 10 rewards instead, below 10.
     */
    public static EnvironmentSpec truncation() {
        return spec(
                "Truncation",
                TRUNCATION_LIMIT,
                () -> ProbeWorld.endless(Observed.NOTHING, TWO, (seen, actions, at) -> 1));
    }

    /**
     * One step, action a in [−1, 1], reward −(a − 0.5)²: the best action is 0.5 and V = 0. Fails if
     * the Gaussian's mean or log-probability is wrong.
     */
    public static EnvironmentSpec continuousAction() {
        return spec(
                "ContinuousAction",
                NO_LIMIT,
                () ->
                        ProbeWorld.ofLength(
                                1,
                                Observed.NOTHING,
                                INTERVAL,
                                (seen, actions, at) -> -square(actions[at] - TARGET)));
    }

    /**
     * One step, two branches of three and two choices: half a point if the first branch takes 2,
     * half if the second matches the observed sign, V = 1. Fails if branches are confused or their
     * log-probabilities are not summed.
     */
    public static EnvironmentSpec multiDiscreteAction() {
        return spec(
                "MultiDiscreteAction",
                NO_LIMIT,
                () -> ProbeWorld.ofLength(1, Observed.SIGN, BRANCHES, Probes::branchReward));
    }

    private static double branchReward(double seen, double[] actions, int offset) {
        double first = actions[offset] == 2 ? 0.5 : 0;
        double second = seen == 2 * actions[offset + 1] - 1 ? 0.5 : 0;
        return first + second;
    }

    private static double square(double value) {
        return value * value;
    }

    private static EnvironmentSpec spec(String name, int steps, Supplier<World> factory) {
        String id = "strait/Probe" + name + "-v0";
        return new EnvironmentSpec(id, steps, OptionalDouble.empty(), false, factory);
    }
}
