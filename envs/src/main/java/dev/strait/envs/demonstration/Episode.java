package dev.strait.envs.demonstration;

import static dev.strait.envs.Require.require;

/**
 * One recorded episode of T steps.
 *
 * <p>Some formats do not keep the observation that the last action led to; such an episode has T
 * observation rows instead of T+1, and its last step has no successor. A recording that does not
 * say how an episode ended counts it as truncated: nothing proves that the world ended it.
 *
 * @param length T, at least 1
 * @param observations (T+1, F), or (T, F) where the file has no final observation
 * @param actions (T, A), or null in a state-only recording
 * @param rewards (T), or null where the file has none
 * @param terminated whether the episode ended by the world's own rule
 * @param truncated whether it was cut
 */
public record Episode(
        int length,
        double[] observations,
        double[] actions,
        double[] rewards,
        boolean terminated,
        boolean truncated) {

    public Episode {
        require(length >= 1, "an episode needs at least 1 step, but had %s", length);
        require(observations != null, "an episode needs observations");
        require(
                rewards == null || rewards.length == length,
                "an episode of %s steps has %s rewards",
                length,
                rewards == null ? 0 : rewards.length);
    }

    /**
     * Whether the observation after the last action is there.
     *
     * @param observationSize F
     */
    public boolean hasFinalObservation(int observationSize) {
        return observations.length == (length + 1) * observationSize;
    }

    /** Sum of the rewards; NaN where there are none. */
    public double episodeReturn() {
        if (rewards == null) {
            return Double.NaN;
        }
        double sum = 0;
        for (double reward : rewards) {
            sum += reward;
        }
        return sum;
    }
}
