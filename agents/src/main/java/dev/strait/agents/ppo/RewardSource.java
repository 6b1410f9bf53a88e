package dev.strait.agents.ppo;

import dev.strait.agents.rollout.Rollout;
import dev.strait.agents.training.TrainingState;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** Where the rewards of a rollout come from: the worlds themselves, or something that learns. */
public interface RewardSource extends AutoCloseable {

    /**
     * Judges a rollout before the policy moves, and learns from it where it can.
     *
     * @param rateFactor what the step size of this round is multiplied by, as annealing does
     */
    Rewarded judge(Rollout rollout, double rateFactor);

    /**
     * Writes a reward that it has learned into a folder, for others to train on; one that learns
     * none writes nothing.
     *
     * @param folder there already
     * @param environment id of the world that it is learned in
     * @param provenance where it comes from: anything that JSON can hold
     * @throws IOException if it cannot be written
     */
    default void saveReward(Path folder, String environment, Map<String, Object> provenance)
            throws IOException {}

    /** Puts what it has learned. */
    void save(TrainingState state);

    /** Goes on from a saved state. */
    void restore(TrainingState state);

    @Override
    void close();

    /**
     * A rollout under the rewards to learn from.
     *
     * @param rollout the same experience
     * @param figures what is to be reported, name to value
     */
    record Rewarded(Rollout rollout, Map<String, Double> figures) {}

    /** The worlds' own reward. */
    record OfTheWorld() implements RewardSource {

        @Override
        public Rewarded judge(Rollout rollout, double rateFactor) {
            return new Rewarded(rollout, Map.of());
        }

        @Override
        public void save(TrainingState state) {
            // Nothing is learned.
        }

        @Override
        public void restore(TrainingState state) {
            // Nothing was saved.
        }

        @Override
        public void close() {
            // Nothing is held.
        }
    }
}
