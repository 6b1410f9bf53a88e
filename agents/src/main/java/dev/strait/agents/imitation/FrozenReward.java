package dev.strait.agents.imitation;

import static dev.strait.core.Require.require;

import dev.strait.agents.ppo.RewardSource;
import dev.strait.agents.rollout.Experience;
import dev.strait.agents.rollout.Rollout;
import dev.strait.agents.training.TrainingState;
import java.util.Arrays;
import java.util.Map;

/**
 * A learned reward in place of the world's own. It learns nothing more; it closes the reward.
 *
 * @param reward that fits the world
 */
public record FrozenReward(LearnedReward reward) implements RewardSource {

    private static final String FINGERPRINT = "reward.fingerprint";

    @Override
    public Rewarded judge(Rollout rollout, double rateFactor) {
        double[] rewards = reward.of(Experience.of(rollout));
        double mean = Arrays.stream(rewards).average().orElse(Double.NaN);
        return new Rewarded(rollout.withRewards(rewards), Map.of("rollout/reward", mean));
    }

    @Override
    public void save(TrainingState state) {
        state.put(FINGERPRINT, reward.fingerprint());
    }

    @Override
    public void restore(TrainingState state) {
        require(
                state.number(FINGERPRINT) == reward.fingerprint(),
                "the run was begun with another reward than the file holds now");
    }

    @Override
    public void close() {
        reward.close();
    }
}
