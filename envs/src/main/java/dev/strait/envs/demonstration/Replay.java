package dev.strait.envs.demonstration;

import dev.strait.envs.EnvironmentSpec;
import dev.strait.envs.World;

/**
 * How far a world answers a recording's actions otherwise than the recording says: a file from
 * another version of the world is found out before anything is trained on it.
 *
 * <p>Each step is replayed from its own recorded observation, so that errors do not add up; only
 * {@code replayedReturn} lets the world run on by itself. Observations are float32 in most files,
 * so deviations near 1e-6 are rounding. What an observation leaves out is taken for 0; a step from
 * one that holds a value to a limit, which may be anything beyond, is left out. Where a reward
 * depends on the step before, too, it is that of running on from there.
 *
 * @param steps number of steps replayed
 * @param untold number of steps left out because their observations do not tell the state
 * @param maxObservationDeviation the largest difference of any coordinate of any successor, over
 *     steps whose successor is recorded
 * @param maxRewardDeviation the largest difference of any reward; NaN where none are recorded
 * @param worstEpisode where the observation deviates most
 * @param worstStep where the observation deviates most
 * @param earlyEnds steps after which the world has ended the episode but the recording goes on
 * @param recordedReturn of the first episode; NaN where no rewards are recorded
 * @param replayedReturn of the first episode's actions, open loop from its first observation, until
 *     they are used up or the world ends
 */
public record Replay(
        int steps,
        int untold,
        double maxObservationDeviation,
        double maxRewardDeviation,
        int worstEpisode,
        int worstStep,
        int earlyEnds,
        double recordedReturn,
        double replayedReturn) {

    /**
     * Replays every recorded action.
     *
     * @throws DemonstrationException where the recording does not fit the world, has no actions, or
     *     the world cannot be set from an observation
     */
    public static Replay of(Demonstrations demonstrations, EnvironmentSpec spec) {
        DemonstrationFit.check(demonstrations, spec);
        if (!demonstrations.hasActions()) {
            throw new DemonstrationException("a state-only recording cannot be replayed");
        }
        try {
            return new Replayer(demonstrations, spec.factory().get()).replay();
        } catch (UnsupportedOperationException hidden) {
            throw new DemonstrationException(
                    spec.id() + " cannot be replayed: an observation does not tell its state");
        }
    }

    /** The running maxima. */
    private static final class Replayer {

        private final Demonstrations demonstrations;
        private final World world;
        private final double[] successor;
        private final double[] scratch;
        private final double[] reached;
        private int steps;
        private int untold;
        private double observationDeviation;
        private double rewardDeviation = Double.NEGATIVE_INFINITY;
        private int worstEpisode;
        private int worstStep;
        private int earlyEnds;

        Replayer(Demonstrations demonstrations, World world) {
            this.demonstrations = demonstrations;
            this.world = world;
            this.successor = new double[demonstrations.observationSize()];
            this.scratch = successor.clone();
            this.reached = new double[world.stateSize()];
        }

        Replay replay() {
            for (int i = 0; i < demonstrations.episodes().size(); i++) {
                Episode episode = demonstrations.episodes().get(i);
                boolean ranOn = false;
                for (int t = 0; t < episode.length(); t++) {
                    ranOn = step(episode, i, t, ranOn);
                }
            }
            Episode first = demonstrations.episodes().get(0);
            return new Replay(
                    steps,
                    untold,
                    observationDeviation,
                    rewardDeviation < 0 ? Double.NaN : rewardDeviation,
                    worstEpisode,
                    worstStep,
                    earlyEnds,
                    first.episodeReturn(),
                    openLoop(first));
        }

        /** Makes a step, where it can be; {@code ranOn} tells whether the one before was made. */
        private boolean step(Episode episode, int index, int t, boolean ranOn) {
            int size = successor.length;
            if (!world.tellsState(episode.observations(), t * size)) {
                untold++;
                return false;
            }
            world.restoreFromObservation(episode.observations(), t * size);
            double reward =
                    world.step(episode.actions(), t * demonstrations.actionSize(), successor, 0);
            steps++;
            if (world.terminated() && t < episode.length() - 1) {
                earlyEnds++;
            }
            if (!world.tellsReward()) {
                double[] end = state();
                reward = ranOn ? runningOn(episode, t) : reward;
                System.arraycopy(end, 0, reached, 0, end.length);
            }
            if (episode.rewards() != null) {
                double off = Math.abs(reward - episode.rewards()[t]);
                rewardDeviation = Math.max(rewardDeviation, off);
            }
            if (t < episode.length() - 1 || episode.hasFinalObservation(size)) {
                compare(episode.observations(), (t + 1) * size, index, t);
            }
            return true;
        }

        private double[] state() {
            double[] state = new double[reached.length];
            world.saveState(state, 0);
            return state;
        }

        /** The reward of a step from where the one before led. */
        private double runningOn(Episode episode, int t) {
            world.restoreState(reached, 0);
            return world.step(episode.actions(), t * demonstrations.actionSize(), scratch, 0);
        }

        private void compare(double[] recorded, int offset, int index, int t) {
            for (int i = 0; i < successor.length; i++) {
                double off = Math.abs(successor[i] - recorded[offset + i]);
                // A NaN is more than any number, and stays.
                if (Double.compare(off, observationDeviation) > 0) {
                    observationDeviation = off;
                    worstEpisode = index;
                    worstStep = t;
                }
            }
        }

        private double openLoop(Episode episode) {
            world.restoreFromObservation(episode.observations(), 0);
            double sum = 0;
            for (int t = 0; t < episode.length(); t++) {
                sum += world.step(episode.actions(), t * demonstrations.actionSize(), successor, 0);
                if (world.terminated()) {
                    break;
                }
            }
            return sum;
        }
    }
}
