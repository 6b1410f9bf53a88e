package dev.strait.envs.demonstration;

import static dev.strait.envs.Require.require;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The steps of a recording without their order: what a discriminator or behaviour cloning draws
 * from.
 *
 * <p>Where the file lacks the final observation of an episode, the last step has no successor:
 * {@code hasNext} is false and the row of {@code nextObservations} repeats the observation, so that
 * arithmetic over whole arrays stays finite.
 *
 * @param count M, number of steps
 * @param observationSize F
 * @param actionSize A; 0 in state-only recordings
 * @param observations (M, F)
 * @param actions (M, A), or null in a state-only recording
 * @param nextObservations (M, F)
 * @param hasNext (M) whether the successor was recorded
 * @param terminated (M) whether the world ended the episode with this step
 */
public record Transitions(
        int count,
        int observationSize,
        int actionSize,
        double[] observations,
        double[] actions,
        double[] nextObservations,
        boolean[] hasNext,
        boolean[] terminated) {

    public Transitions {
        require(count >= 1, "transitions need at least 1 step, but had %s", count);
        require(
                observations.length == count * observationSize
                        && nextObservations.length == observations.length,
                "%s steps of observation size %s have %s and %s numbers",
                count,
                observationSize,
                observations.length,
                nextObservations.length);
        require(
                actionSize == 0 ? actions == null : actions.length == count * actionSize,
                "%s steps of action size %s have %s action numbers",
                count,
                actionSize,
                actions == null ? 0 : actions.length);
        require(
                hasNext.length == count && terminated.length == count,
                "%s steps have %s and %s flags",
                count,
                hasNext.length,
                terminated.length);
    }

    /** Every step of every episode, in order. */
    public static Transitions of(Demonstrations demonstrations) {
        return subsampled(demonstrations, 1, 0);
    }

    /**
     * Every {@code every}-th step of each episode, from an offset that is drawn for each episode,
     * as Ho and Ermon (2016, section 6) thin their experts with 20. An episode shorter than that
     * still gives one step.
     *
     * @param every at least 1
     * @param seed draws the offsets; the same seed gives the same steps
     */
    public static Transitions subsampled(Demonstrations demonstrations, int every, long seed) {
        require(every >= 1, "--subsample must be at least 1, but was %s", every);
        SplittableRandom random = new SplittableRandom(seed);
        List<int[]> picks = new ArrayList<>();
        for (int i = 0; i < demonstrations.episodes().size(); i++) {
            int length = demonstrations.episodes().get(i).length();
            for (int t = random.nextInt(Math.min(every, length)); t < length; t += every) {
                picks.add(new int[] {i, t});
            }
        }
        return picked(demonstrations, picks);
    }

    private static Transitions picked(Demonstrations demonstrations, List<int[]> picks) {
        int size = demonstrations.observationSize();
        int actionSize = demonstrations.actionSize();
        int count = picks.size();
        double[] observations = new double[count * size];
        double[] next = new double[count * size];
        double[] actions = actionSize == 0 ? null : new double[count * actionSize];
        boolean[] hasNext = new boolean[count];
        boolean[] terminated = new boolean[count];
        for (int m = 0; m < count; m++) {
            Episode episode = demonstrations.episodes().get(picks.get(m)[0]);
            int t = picks.get(m)[1];
            boolean last = t == episode.length() - 1;
            hasNext[m] = !last || episode.hasFinalObservation(size);
            terminated[m] = last && episode.terminated();
            int successor = hasNext[m] ? t + 1 : t;
            System.arraycopy(episode.observations(), t * size, observations, m * size, size);
            System.arraycopy(episode.observations(), successor * size, next, m * size, size);
            if (actions != null) {
                System.arraycopy(
                        episode.actions(), t * actionSize, actions, m * actionSize, actionSize);
            }
        }
        return new Transitions(
                count, size, actionSize, observations, actions, next, hasNext, terminated);
    }
}
