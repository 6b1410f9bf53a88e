package dev.strait.agents.rollout;

import static dev.strait.core.Require.require;

import dev.strait.envs.demonstration.Transitions;
import java.util.Arrays;
import java.util.function.Function;
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

    public Experience {
        require(size >= 1, "experience needs at least 1 transition, but had %s", size);
        require(
                observations.length % size == 0
                        && nextObservations.length == observations.length
                        && (actions == null || actions.length % size == 0)
                        && terminated.length == size,
                "%s transitions cannot have %s observed, %s successive and %s acted numbers and %s"
                        + " flags",
                size,
                observations.length,
                nextObservations.length,
                actions == null ? 0 : actions.length,
                terminated.length);
    }

    /** The transitions of some rows, in their order; a row may come more than once. */
    public Experience rows(int... rows) {
        Experience[] from = new Experience[rows.length];
        Arrays.fill(from, this);
        return picked(from, rows);
    }

    /** The transitions from one row on to before another. */
    public Experience slice(int from, int to) {
        return from == 0 && to == size ? this : rows(IntStream.range(from, to).toArray());
    }

    /**
     * One row of each of several experiences of the same worlds.
     *
     * @param from (M) where row i comes from
     * @param rows (M) which of its rows it is
     */
    public static Experience picked(Experience[] from, int... rows) {
        boolean[] terminated = new boolean[rows.length];
        for (int i = 0; i < rows.length; i++) {
            terminated[i] = from[i].terminated[rows[i]];
        }
        return new Experience(
                rows.length,
                column(from, rows, Experience::observations),
                column(from, rows, Experience::actions),
                column(from, rows, Experience::nextObservations),
                terminated);
    }

    private static double[] column(
            Experience[] from, int[] rows, Function<Experience, double[]> table) {
        if (table.apply(from[0]) == null) {
            return null;
        }
        int width = table.apply(from[0]).length / from[0].size;
        double[] column = new double[rows.length * width];
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(table.apply(from[i]), rows[i] * width, column, i * width, width);
        }
        return column;
    }

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
        Experience all =
                new Experience(
                        demonstrated.count(),
                        demonstrated.observations(),
                        demonstrated.actions(),
                        demonstrated.nextObservations(),
                        demonstrated.terminated());
        return all.rows(rows);
    }
}
