package dev.strait.agents.rollout;

/**
 * Transitions side by side, whoever made them.
 *
 * @param size M
 * @param observations (M, F) s as the world gave it
 * @param actions (M, A) a as the world got it; null in state-only demonstrations
 * @param nextObservations (M, F) s′; null where the file has no successors
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
}
