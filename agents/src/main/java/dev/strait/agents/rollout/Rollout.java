package dev.strait.agents.rollout;

import static dev.strait.core.Require.require;

/**
 * One round of experience: T steps of N worlds. Row {@code t·N + n} is step t of world n.
 *
 * @param steps T
 * @param worlds N
 * @param seen (T·N, F) observations as the policy saw them, normalised
 * @param seenNext (T·N, F) their true successors, normalised alike
 * @param observations (T·N, F) observations as the world gave them
 * @param nextObservations (T·N, F) their true successors: at the end of an episode its last
 *     observation, not the first of the next episode
 * @param choices (T·N, A) actions as the policy drew them
 * @param actions (T·N, A) actions as the world got them
 * @param rewards (T·N)
 * @param terminated (T·N) no value follows
 * @param truncated (T·N) the episode was cut: the value of the successor follows
 */
public record Rollout(
        int steps,
        int worlds,
        float[] seen,
        float[] seenNext,
        double[] observations,
        double[] nextObservations,
        double[] choices,
        double[] actions,
        double[] rewards,
        boolean[] terminated,
        boolean[] truncated) {

    /** T·N, the number of transitions. */
    public int size() {
        return steps * worlds;
    }

    /** F. */
    public int observationSize() {
        return observations.length / size();
    }

    /** A. */
    public int actionSize() {
        return actions.length / size();
    }

    /** The same experience under other rewards, (T·N). */
    public Rollout withRewards(double[] other) {
        require(
                other.length == size(),
                "a rollout of %s transitions cannot have %s rewards",
                size(),
                other.length);
        return new Rollout(
                steps,
                worlds,
                seen,
                seenNext,
                observations,
                nextObservations,
                choices,
                actions,
                other,
                terminated,
                truncated);
    }
}
