package dev.strait.agents.rollout;

import static dev.strait.core.Require.require;

import dev.strait.envs.demonstration.Transitions;
import java.util.stream.IntStream;

/**
 * Transitions side by side, whoever made them.
 *
 * @param size M
 * @param observations (M, F) s as the world gave it
 * @param actions (M, A) a as the world got it; null in state-only demonstrations
 * @param nextObservations (M, F) s′
 * @param terminated (M) whether nothing follows s′
 */
public record Experience(
        int size,
        double[] observations,
        double[] actions,
        double[] nextObservations,
        boolean[] terminated) {

    /** What a policy just did. */
    public static Experience of(Rollout rollout) {
        return new Experience(
                rollout.size(),
                rollout.observations(),
                rollout.actions(),
                rollout.nextObservations(),
                rollout.terminated());
    }

    /**
     * What an expert did.
     *
     * @param demonstrated steps of a recording
     * @param successors whether steps without a recorded successor are left out
     * @throws IllegalArgumentException where nothing is left
     */
    public static Experience of(Transitions demonstrated, boolean successors) {
        int[] rows =
                IntStream.range(0, demonstrated.count())
                        .filter(i -> !successors || demonstrated.hasNext()[i])
                        .toArray();
        require(
                rows.length > 0,
                "the demonstrations have no successors, but this recipe needs them");
        int features = demonstrated.observationSize();
        boolean[] terminated = new boolean[rows.length];
        for (int i = 0; i < rows.length; i++) {
            terminated[i] = demonstrated.terminated()[rows[i]];
        }
        return new Experience(
                rows.length,
                chosen(demonstrated.observations(), features, rows),
                demonstrated.actions() == null
                        ? null
                        : chosen(demonstrated.actions(), demonstrated.actionSize(), rows),
                chosen(demonstrated.nextObservations(), features, rows),
                terminated);
    }

    private static double[] chosen(double[] table, int width, int... rows) {
        double[] chosen = new double[rows.length * width];
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(table, rows[i] * width, chosen, i * width, width);
        }
        return chosen;
    }
}
