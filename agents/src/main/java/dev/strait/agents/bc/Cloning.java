package dev.strait.agents.bc;

import static dev.strait.core.Require.require;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.strait.agents.policy.Policy;
import dev.strait.agents.rollout.Experience;
import dev.strait.agents.rollout.Minibatches;
import dev.strait.agents.training.TrainingState;
import dev.strait.core.gradient.Adam;
import dev.strait.core.gradient.InPlace;
import dev.strait.core.gradient.Learner;
import dev.strait.core.tensor.SeedStream;
import dev.strait.core.tensor.Seeds;

/**
 * Behaviour cloning: minimises −E[ln π(a|s)] over demonstrated pairs, judged by held-out ones, and
 * keeps the weights that did best on them.
 */
public final class Cloning implements AutoCloseable {

    private static final double MAX_GRADIENT_NORM = 10;

    private final CloningSettings settings;
    private final Policy policy;
    private final Learner learner;
    private final SeedStream shuffle;
    private final Minibatches minibatches;
    private final Experience heldOut;
    private final NDArray best;
    private double bestLoss = Double.POSITIVE_INFINITY;
    private int epochsSinceBest;

    /**
     * A cloning at its start; the policy's observation statistics become the demonstrations'.
     *
     * @param trained pairs to imitate
     * @param heldOut pairs to judge by; null to judge by the trained ones
     * @param seeds gives the stream {@code cloning order}
     */
    public Cloning(
            Policy policy,
            Experience trained,
            Experience heldOut,
            CloningSettings settings,
            Seeds seeds) {
        require(
                trained.actions() != null,
                "behaviour cloning needs actions, but the demonstrations have none");
        this.settings = settings;
        this.policy = policy;
        this.heldOut = heldOut == null ? trained : heldOut;
        policy.normaliser().update(trained.observations());
        minibatches = new Minibatches(trained.size(), seen(trained), choices(trained));
        learner =
                Learner.of(
                        "behaviour cloning",
                        new Adam(settings.learningRate(), 0.9, 0.999, 1e-8, settings.weightDecay()),
                        MAX_GRADIENT_NORM,
                        policy.block());
        best = learner.parameters().duplicate();
        best.attach(policy.manager());
        shuffle = seeds.stream("cloning order");
    }

    private float[] seen(Experience pairs) {
        float[] seen = new float[pairs.observations().length];
        policy.see(pairs.observations(), seen);
        return seen;
    }

    private float[] choices(Experience pairs) {
        double[] choices = new double[pairs.actions().length];
        policy.toChoices(pairs.actions(), choices);
        float[] floats = new float[choices.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) choices[i];
        }
        return floats;
    }

    /** One pass over the trained pairs; keeps the weights where the held-out loss is the best. */
    public CloningReport epoch() {
        double[] sums = new double[2];
        minibatches.pass(
                policy.manager(),
                settings.batch(),
                shuffle,
                columns -> {
                    sums[0] +=
                            learner.minimise(
                                            () ->
                                                    policy.distribution(columns.get(0))
                                                            .logProbability(columns.get(1))
                                                            .mean()
                                                            .neg())
                                    .loss();
                    sums[1]++;
                });
        double judged = heldOutLoss();
        if (judged < bestLoss) {
            bestLoss = judged;
            epochsSinceBest = 0;
            InPlace.assign(best, learner.parameters());
        } else {
            epochsSinceBest++;
        }
        return new CloningReport(sums[0] / sums[1], judged, bestLoss, accuracy());
    }

    private double heldOutLoss() {
        try (NDManager scope = policy.manager().newSubManager()) {
            return -policy.distribution(rows(scope, seen(heldOut)))
                    .logProbability(rows(scope, choices(heldOut)))
                    .mean()
                    .getFloat();
        }
    }

    /** Share of held-out actions that the most probable choice equals; NaN for coordinates. */
    private double accuracy() {
        float[] wanted = choices(heldOut);
        double[] given = new double[wanted.length];
        policy.mode(seen(heldOut), given);
        int equal = 0;
        for (int i = 0; i < wanted.length; i++) {
            equal += wanted[i] == (float) given[i] ? 1 : 0;
        }
        return equal / (double) wanted.length;
    }

    private NDArray rows(NDManager scope, float[] values) {
        return scope.create(values, new Shape(heldOut.size(), values.length / heldOut.size()));
    }

    /** Whether the held-out loss has stopped falling for as long as the patience. */
    public boolean stalled() {
        return epochsSinceBest >= settings.patience();
    }

    /** Gives the policy the best weights seen. */
    public void takeBest() {
        InPlace.assign(learner.parameters(), best);
    }

    void save(TrainingState state) {
        state.put("cloning", learner);
        state.put("cloning.best", best.toFloatArray());
        state.put("cloning.best_loss", bestLoss);
        state.put("cloning.epochs_since_best", epochsSinceBest);
        state.put("cloning.order", shuffle.state());
    }

    void restore(TrainingState state) {
        NDManager manager = policy.manager();
        state.restore("cloning", learner, manager);
        try (NDArray saved = manager.create(state.floats("cloning.best", best.size()))) {
            InPlace.assign(best, saved);
        }
        bestLoss = state.doubles("cloning.best_loss", 1)[0];
        epochsSinceBest = (int) state.number("cloning.epochs_since_best");
        shuffle.restore(state.number("cloning.order"));
    }

    @Override
    public void close() {
        learner.close();
    }
}
