package dev.strait.agents.imitation;

import static dev.strait.core.Require.require;

import dev.strait.agents.policy.Policy;
import dev.strait.agents.rollout.Experience;
import dev.strait.envs.Box;
import dev.strait.envs.Discrete;
import dev.strait.envs.MultiDiscrete;
import dev.strait.envs.Space;
import dev.strait.envs.normalise.ObservationNormaliser;
import java.util.List;

/**
 * Writes transitions as the rows that a discriminator sees: normalised observations, indices as
 * one-hot vectors, coordinates in units of their bounds.
 */
final class RowEncoder {

    private final Policy policy;
    private final boolean action;
    private final boolean successor;
    private final ObservationNormaliser normaliser;
    private final boolean normalise;

    RowEncoder(Policy policy, boolean action, boolean successor, boolean normalise) {
        this.policy = policy;
        this.action = action;
        this.successor = successor;
        this.normalise = normalise;
        normaliser = new ObservationNormaliser(policy.observationSpace().size());
    }

    /** F. */
    int stateWidth() {
        return policy.observationSpace().size();
    }

    /** Width of an encoded action. */
    int actionWidth() {
        return branches(policy.actionSpace()).stream().mapToInt(Integer::intValue).sum();
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

    /**
     * Rows of some transitions.
     *
     * @param from where they are
     * @param chosen (B) which ones
     * @param rows (B, D) written from row {@code at} on
     */
    void encode(Experience from, int[] chosen, float[] rows, int at) {
        int features = stateWidth();
        double[] observation = new double[features];
        double[] units = new double[policy.actionSpace().size()];
        double[] raw = new double[units.length];
        int to = at * width();
        for (int row : chosen) {
            to = put(from.observations(), row, observation, rows, to);
            if (action) {
                System.arraycopy(from.actions(), row * raw.length, raw, 0, raw.length);
                policy.toChoices(raw, units);
                to = putAction(units, rows, to);
            }
            if (successor) {
                to = put(from.nextObservations(), row, observation, rows, to);
            }
        }
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

    private int putAction(double[] units, float[] rows, int at) {
        int to = at;
        List<Integer> widths = branches(policy.actionSpace());
        boolean continuous = policy.actionSpace() instanceof Box;
        for (int i = 0; i < units.length; i++) {
            if (continuous) {
                rows[to] = (float) units[i];
            } else {
                for (int j = 0; j < widths.get(i); j++) {
                    rows[to + j] = j == (int) units[i] ? 1 : 0;
                }
            }
            to += widths.get(i);
        }
        require(to - at == actionWidth(), "an action took %s places", to - at);
        return to;
    }

    /** Encoded width of each coordinate of an action. */
    private static List<Integer> branches(Space space) {
        if (space instanceof MultiDiscrete several) {
            return several.branches();
        }
        return space instanceof Discrete one
                ? List.of(one.n())
                : java.util.Collections.nCopies(space.size(), 1);
    }
}
