package dev.strait.envs;

/** What a step of {@link VectorEnvironment} writes: arrays made once, by the caller. */
public final class StepBatch {

    /** (N, F) what the next action answers: successors, or first observations after an end. */
    public final double[] observations;

    /** (N, F) the true last observation in rows whose episode ended; other rows are stale. */
    public final double[] finalObservations;

    /** (N) rewards. */
    public final double[] rewards;

    /** (N) ended by the world's own rule: no value follows. */
    public final boolean[] terminated;

    /**
     * (N) cut by the time limit or where the world has no more: the value of the final observation
     * still follows.
     */
    public final boolean[] truncated;

    /**
     * Arrays for {@code count} worlds.
     *
     * @param count N
     * @param observationSize F
     */
    public StepBatch(int count, int observationSize) {
        observations = new double[count * observationSize];
        finalObservations = new double[count * observationSize];
        rewards = new double[count];
        terminated = new boolean[count];
        truncated = new boolean[count];
    }
}
