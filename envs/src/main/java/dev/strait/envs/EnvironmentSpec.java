package dev.strait.envs;

import static dev.strait.envs.Require.require;

import java.util.OptionalDouble;
import java.util.function.Supplier;

/**
 * A registered kind of world.
 *
 * @param id Gymnasium's id, such as {@code CartPole-v1}
 * @param maxEpisodeSteps steps after which an episode is truncated, at least 1
 * @param rewardThreshold mean return at which the world counts as solved, where Gymnasium has one
 * @param dear whether a step costs enough to be worth a thread pool
 * @param factory makes the dynamics
 */
public record EnvironmentSpec(
        String id,
        int maxEpisodeSteps,
        OptionalDouble rewardThreshold,
        boolean dear,
        Supplier<World> factory) {

    public EnvironmentSpec {
        require(!id.isBlank(), "id must not be blank");
        require(maxEpisodeSteps >= 1, "maxEpisodeSteps must be at least 1: %s", maxEpisodeSteps);
    }
}
