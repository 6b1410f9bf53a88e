package dev.strait.agents.policy;

import static dev.strait.core.Require.require;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import dev.strait.core.distribution.Distribution;
import dev.strait.core.gradient.InPlace;
import dev.strait.core.network.BlockState;
import dev.strait.core.network.Dense;
import dev.strait.core.network.Forward;
import dev.strait.core.network.InitialWeights;
import dev.strait.core.tensor.SeedStream;
import dev.strait.envs.Box;
import dev.strait.envs.Space;
import dev.strait.envs.normalise.ObservationNormaliser;
import java.util.random.RandomGenerator;

/**
 * π(a|s): a network over normalised observations and the distribution that its outputs mean in the
 * action space.
 *
 * <p>Its first weights are orthogonal with gain √2, and 0.01 in the last layer, so that a new
 * policy has no preference (Engstrom et al. 2020).
 */
public final class Policy implements AutoCloseable {

    private final PolicySettings settings;
    private final Box observationSpace;
    private final Space actionSpace;
    private final ActionHead head;
    private final NDManager manager;
    private final PolicyNetwork network;
    private final Forward forward;
    private final ObservationNormaliser normaliser;

    private Policy(
            Box observationSpace,
            Space actionSpace,
            PolicySettings settings,
            NDManager manager,
            RandomGenerator random,
            ObservationNormaliser normaliser) {
        this.settings = settings;
        this.observationSpace = observationSpace;
        this.actionSpace = actionSpace;
        this.manager = manager;
        head = ActionHead.of(actionSpace, settings.squash());
        int features = observationSpace.size();
        Block actor =
                Dense.of(features, settings.hidden(), head.outputs())
                        .activation(settings.activation())
                        .initial(
                                new InitialWeights.Orthogonal(Math.sqrt(2)),
                                new InitialWeights.Orthogonal(0.01))
                        .build(manager, random);
        network =
                new PolicyNetwork(
                        actor,
                        head.scales(),
                        settings.initialLogStd(),
                        new Shape(1, features),
                        manager);
        forward = Forward.of(network);
        this.normaliser = normaliser;
    }

    /**
     * A new policy.
     *
     * @param manager a root of its own, on the policy's device
     * @param random the stream that first weights are drawn from
     */
    public static Policy of(
            Box observationSpace,
            Space actionSpace,
            PolicySettings settings,
            NDManager manager,
            RandomGenerator random) {
        return new Policy(
                observationSpace,
                actionSpace,
                settings,
                manager,
                random,
                new ObservationNormaliser(observationSpace.size()));
    }

    /**
     * Another network of the same weights, over the same observation statistics; it lives and is
     * closed with this one.
     */
    public Policy copy() {
        // Its own first weights do not matter.
        Policy copy =
                new Policy(
                        observationSpace,
                        actionSpace,
                        settings,
                        manager,
                        new SeedStream(0),
                        normaliser);
        BlockState.restore(BlockState.all(copy.network), BlockState.all(network));
        return copy;
    }

    /** What was asked of it. */
    public PolicySettings settings() {
        return settings;
    }

    /** Bounds of an observation. */
    public Box observationSpace() {
        return observationSpace;
    }

    /** The actions that it gives. */
    public Space actionSpace() {
        return actionSpace;
    }

    /** Everything that is learned. */
    public Block block() {
        return network;
    }

    PolicyNetwork network() {
        return network;
    }

    /** Where its tensors live. */
    public NDManager manager() {
        return manager;
    }

    /**
     * Running mean and deviation of the observations; it learns in {@code update} only, never in
     * {@link #see}.
     */
    public ObservationNormaliser normaliser() {
        return normaliser;
    }

    /**
     * Observations as the network takes them.
     *
     * @param observations (B, F) as the world gives them
     * @param seen (B, F) written
     */
    public void see(double[] observations, float[] seen) {
        double[] values = observations;
        if (settings.normaliseObservations()) {
            values = new double[observations.length];
            normaliser.normalise(observations, values);
        }
        for (int i = 0; i < seen.length; i++) {
            seen[i] = (float) values[i];
        }
    }

    /**
     * The distribution over choices, with its graph in gradient mode.
     *
     * @param seen (B, F) normalised observations
     */
    public Distribution distribution(NDArray seen) {
        return ActionDistribution.of(head, forward.apply(seen), network.logStd());
    }

    /**
     * Draws one choice a row.
     *
     * @param seen (B, F) normalised observations
     * @param random where the draws come from
     * @param choices (B, A) written
     */
    public void sample(float[] seen, RandomGenerator random, double[] choices) {
        float[] outputs = outputs(seen);
        float[] logStd = head.scales() == 0 ? null : network.logStd().toFloatArray();
        for (int row = 0; row < seen.length / observationSpace.size(); row++) {
            head.sample(outputs, logStd, row, random, choices);
        }
    }

    /** Writes the most probable choice of every row; see {@link #sample}. */
    public void mode(float[] seen, double[] choices) {
        float[] outputs = outputs(seen);
        for (int row = 0; row < seen.length / observationSpace.size(); row++) {
            head.mode(outputs, row, choices);
        }
    }

    /**
     * Raises every ln σ of continuous actions to a least one; in discrete spaces there is none.
     *
     * @param leastLogStd in units where a bounded action is in [−1, 1]
     */
    public void widen(double leastLogStd) {
        if (head.scales() == 0) {
            return;
        }
        float[] logStd = network.logStd().toFloatArray();
        for (int i = 0; i < logStd.length; i++) {
            logStd[i] = Math.max(logStd[i], (float) leastLogStd);
        }
        try (NDArray raised = manager.create(logStd)) {
            InPlace.assign(network.logStd(), raised);
        }
    }

    private float[] outputs(float[] seen) {
        int features = observationSpace.size();
        require(
                seen.length % features == 0,
                "rows of %s features cannot fill %s numbers",
                features,
                seen.length);
        try (NDManager scope = manager.newSubManager()) {
            return forward.apply(scope.create(seen, new Shape(seen.length / features, features)))
                    .toFloatArray();
        }
    }

    /** (B, A) actions of the world from choices. */
    public void toActions(double[] choices, double[] actions) {
        head.toActions(choices, actions);
    }

    /** (B, A) choices that stand for actions of the world; may be the same array. */
    public void toChoices(double[] actions, double[] choices) {
        head.toChoices(actions, choices);
    }

    /** (B, A) choices that stand for actions of the world, as the engine takes them. */
    public void toChoices(double[] actions, float[] choices) {
        double[] exact = new double[actions.length];
        head.toChoices(actions, exact);
        for (int i = 0; i < exact.length; i++) {
            choices[i] = (float) exact[i];
        }
    }

    @Override
    public void close() {
        manager.close();
    }
}
