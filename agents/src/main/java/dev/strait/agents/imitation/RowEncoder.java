package dev.strait.agents.imitation;

import dev.strait.agents.policy.Choices;
import dev.strait.agents.policy.Policy;
import dev.strait.agents.rollout.Experience;
import dev.strait.envs.Box;
import dev.strait.envs.Discrete;
import dev.strait.envs.MultiDiscrete;
import dev.strait.envs.Space;
import dev.strait.envs.normalise.ObservationNormaliser;
import java.util.Collections;
import java.util.List;

/**
 * Writes transitions as the rows that a discriminator sees: normalised observations, indices as
 * one-hot vectors, coordinates in units of their bounds.
 */
final class RowEncoder {

    private final int stateWidth;
    private final Choices choices;
    private final boolean action;
    private final boolean successor;
    private final ObservationNormaliser normaliser;
    private final boolean normalise;
    private final List<Integer> branches;
    private final boolean continuous;

    /** An encoder of what a policy sees and does. */
    RowEncoder(Policy policy, boolean action, boolean successor, boolean normalise) {
        this(policy.observationSpace().size(), policy.actionSpace(), action, successor, normalise);
    }

    /**
     * An encoder of the transitions of a world.
     *
     * @param stateWidth F
     * @param action whether rows hold a
     * @param successor whether rows hold s′
     * @param normalise whether observations go by their running moments
     */
    RowEncoder(
            int stateWidth,
            Space actionSpace,
            boolean action,
            boolean successor,
            boolean normalise) {
        this.stateWidth = stateWidth;
        this.action = action;
        this.successor = successor;
        this.normalise = normalise;
        choices = new Choices(actionSpace);
        branches = branches(actionSpace);
        continuous = actionSpace instanceof Box;
        normaliser = new ObservationNormaliser(stateWidth);
    }

    /** F. */
    int stateWidth() {
        return stateWidth;
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
            normaliser.update(observations);
        }
    }

    /** (M, D) rows of all transitions. */
    float[] encode(Experience from) {
        float[] rows = new float[from.size() * width()];
        double[] observation = new double[stateWidth()];
        double[] choice = new double[choices.space().size()];
        int to = 0;
        for (int row = 0; row < from.size(); row++) {
            to = put(from.observations(), row, observation, rows, to);
            if (action) {
                System.arraycopy(from.actions(), row * choice.length, choice, 0, choice.length);
                choices.of(choice, choice);
                to = putAction(choice, rows, to);
            }
            if (successor) {
                to = put(from.nextObservations(), row, observation, rows, to);
            }
        }
        return rows;
    }

    private int put(double[] table, int row, double[] observation, float[] rows, int at) {
        int features = observation.length;
        System.arraycopy(table, row * features, observation, 0, features);
        if (normalise) {
            normaliser.normalise(observation, observation);
        }
        for (int i = 0; i < features; i++) {
            rows[at + i] = (float) observation[i];
        }
        return at + features;
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
