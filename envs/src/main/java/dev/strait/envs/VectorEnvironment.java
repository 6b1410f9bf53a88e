package dev.strait.envs;

/**
 * N copies of one world, stepped together into arrays that the caller owns.
 *
 * <p>An episode that ends is begun anew within the same step (Gymnasium's {@code SAME_STEP}
 * autoreset): {@link StepBatch#observations} then holds the first observation of the next episode
 * and {@link StepBatch#finalObservations} the true last one, which a truncated step bootstraps
 * from.
 */
public interface VectorEnvironment extends AutoCloseable {

    /** What the copies are copies of. */
    EnvironmentSpec spec();

    /** N, the number of worlds. */
    int count();

    /** Bounds of one observation row. */
    Box observationSpace();

    /** The actions that a row may hold. */
    Space actionSpace();

    /**
     * Seeds every world (world i as a single environment with seed + i) and begins an episode in
     * each.
     *
     * @param seed at least 0
     * @param observations (N, F) written
     */
    void reset(long seed, double[] observations);

    /**
     * Steps every world; allocates nothing.
     *
     * @param actions (N, A) read; continuous ones beyond their bounds are clipped by the world
     * @param out written
     * @throws IllegalArgumentException if an array has another size, or an action is not one of a
     *     discrete space's choices or is NaN; no world has moved then
     * @throws IllegalStateException before the first reset or restore, and after {@link #close}
     */
    void step(double[] actions, StepBatch out);

    /** Everything that a later {@link #restore} needs to continue to the bit. */
    Snapshot save();

    /**
     * Continues from a snapshot of an equal vector environment.
     *
     * @throws IllegalArgumentException if the snapshot is of another size
     */
    void restore(Snapshot snapshot);

    /** Writes the observations of the present states, (N, F). */
    void observe(double[] observations);

    @Override
    void close();

    /**
     * The state of N worlds.
     *
     * @param states (N, S) physical states
     * @param elapsedSteps (N) steps of the running episodes
     * @param randomStates (N, 4) states of the random streams
     */
    record Snapshot(double[] states, int[] elapsedSteps, long[] randomStates) {}
}
