package dev.strait.agents.imitation;

import dev.strait.agents.policy.Choices;
import dev.strait.agents.policy.Policy;
import dev.strait.agents.rollout.Experience;
import dev.strait.envs.Box;
import dev.strait.envs.Discrete;
import dev.strait.envs.MultiDiscrete;
import dev.strait.envs.Space;
import dev.strait.envs.StateFeatures;
import dev.strait.envs.normalise.ObservationNormaliser;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * Writes transitions as the rows that a discriminator sees: normalised features of the observed
 * states, indices as one-hot vectors, coordinates in units of their bounds.
 */
final class RowEncoder {

    /** Numbers that are encoded at once, 32 MB: rounds of features, but not of frames. */
    private static final int MOST_NUMBERS = 1 << 23;

    private final int observationSize;
    private final Choices choices;
    private final StateFeatures features;
    private final boolean action;
    private final boolean successor;
    private final ObservationNormaliser normaliser;
    private final boolean normalise;
    private final boolean scale;
    private final List<Integer> branches;
    private final boolean continuous;

    /** An encoder of whole observations. */
    RowEncoder(Policy policy, boolean action, boolean successor, boolean normalise) {
        this(
                policy,
                StateFeatures.observed(policy.observationSpace().size()),
                action,
                successor,
                normalise,
                true);
    }

    /** An encoder of what the world's states are compared by. */
    RowEncoder(
            Policy policy,
            StateFeatures features,
            boolean action,
            boolean successor,
            boolean normalise,
            boolean scale) {
        this(
                policy.observationSpace().size(),
                policy.actionSpace(),
                features,
                action,
                successor,
                normalise,
                scale);
    }

    /**
     * An encoder of the transitions of a world.
     *
     * @param observationSize F
     * @param features of states, from observations
     * @param action whether rows hold a
     * @param successor whether rows hold s′
     * @param normalise whether states are shifted by their running means
     * @param scale whether they are then divided by their running deviations, too; else the
     *     variances that are saved are 1, and whoever restores them need not know of it
     */
    RowEncoder(
            int observationSize,
            Space actionSpace,
            StateFeatures features,
            boolean action,
            boolean successor,
            boolean normalise,
            boolean scale) {
        this.observationSize = observationSize;
        this.features = features;
        this.action = action;
        this.successor = successor;
        this.normalise = normalise;
        this.scale = scale;
        choices = new Choices(actionSpace);
        branches = branches(actionSpace);
        continuous = actionSpace instanceof Box;
        normaliser = new ObservationNormaliser(features.size());
    }

    /** Width of an encoded state. */
    int stateWidth() {
        return features.size();
    }

    /** Width of an encoded action. */
    int actionWidth() {
        return branches.stream().mapToInt(Integer::intValue).sum();
    }

    /** D. */
    int width() {
        return stateWidth() * (successor ? 2 : 1) + (action ? actionWidth() : 0);
    }

    ObservationNormaliser normaliser() {
        return normaliser;
    }

    /** Counts observations of the mixture in. */
    void count(double[] observations) {
        if (normalise) {
            int observed = observationSize;
            double[] states = new double[observations.length / observed * features.size()];
            for (int row = 0; row < observations.length / observed; row++) {
                features.write(observations, row * observed, states, row * features.size());
            }
            normaliser.update(states);
            if (!scale) {
                keepUnits();
            }
        }
    }

    /** Sets the variances to 1: the means go on without them. */
    private void keepUnits() {
        double[] moments = normaliser.save();
        Arrays.fill(moments, features.size(), 2 * features.size(), 1);
        normaliser.restore(moments);
    }

    /** Transitions that are best judged at once, where there are many. */
    int most() {
        return Math.max(1, MOST_NUMBERS / width());
    }

    /** (M, D) rows of all transitions. */
    float[] encode(Experience from) {
        float[] rows = new float[from.size() * width()];
        double[] state = new double[stateWidth()];
        double[] choice = new double[choices.space().size()];
        int to = 0;
        for (int row = 0; row < from.size(); row++) {
            to = put(from.observations(), row, state, rows, to);
            if (action) {
                System.arraycopy(from.actions(), row * choice.length, choice, 0, choice.length);
                choices.of(choice, choice);
                to = putAction(choice, rows, to);
            }
            if (successor) {
                to = put(from.nextObservations(), row, state, rows, to);
            }
        }
        return rows;
    }

    private int put(double[] table, int row, double[] state, float[] rows, int at) {
        if (!normalise) {
            features.write(table, row * observationSize, rows, at);
            return at + state.length;
        }
        features.write(table, row * observationSize, state, 0);
        normaliser.normalise(state, state);
        for (int i = 0; i < state.length; i++) {
            rows[at + i] = (float) state[i];
        }
        return at + state.length;
    }

    private int putAction(double[] choice, float[] rows, int at) {
        int to = at;
        for (int i = 0; i < choice.length; i++) {
            if (continuous) {
                rows[to] = (float) choice[i];
            } else {
                rows[to + (int) choice[i]] = 1;
            }
            to += branches.get(i);
        }
        return to;
    }

    /** Encoded width of each coordinate of an action. */
    private static List<Integer> branches(Space space) {
        if (space instanceof MultiDiscrete several) {
            return several.branches();
        }
        return space instanceof Discrete one
                ? List.of(one.n())
                : Collections.nCopies(space.size(), 1);
    }
}
