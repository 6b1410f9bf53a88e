package dev.strait.envs;

import java.util.random.RandomGenerator;

/**
 * The dynamics of N copies of one world, stepped together: the fast path of a world whose
 * arithmetic gains from arrays. A world offers it by implementing {@link Source}; every other world
 * is stepped row by row.
 *
 * <p>Each row behaves to the bit as a {@link World} of its own. Calls on disjoint rows may come
 * from different threads.
 */
public interface WorldBatch {

    /** A world that knows a faster way to step many copies of itself. */
    interface Source {

        /** Dynamics of {@code count} copies; their states are undefined until reset. */
        WorldBatch batch(int count);
    }

    /** Draws an initial state of one row and writes its observation at {@code offset}. */
    void reset(int row, RandomGenerator random, double[] observations, int offset);

    /**
     * Steps the rows {@code from .. to-1}; all arrays are indexed by row.
     *
     * @param actions (N, A) members of the action space, read
     * @param observations (N, F) successors, written
     * @param rewards (N) written
     * @param terminated (N) ended by the world's own rule, written
     */
    void step(
            int from,
            int to,
            double[] actions,
            double[] observations,
            double[] rewards,
            boolean[] terminated);

    /** Whether one row's last step was the last one, as {@link World#truncated} says. */
    default boolean truncated(int row) {
        return false;
    }

    /** Writes the physical state of one row. */
    void saveState(int row, double[] state, int offset);

    /** Sets the physical state of one row. */
    void restoreState(int row, double[] state, int offset);

    /** Writes the observation of one row's present state. */
    void observe(int row, double[] observations, int offset);
}
