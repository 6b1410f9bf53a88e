package dev.strait.demos.play;

import ai.djl.Device;
import dev.strait.agents.policy.Policy;
import dev.strait.core.tensor.Seeds;
import dev.strait.core.tensor.TensorEngine;
import dev.strait.envs.EnvironmentSpec;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options of every command that plays episodes. */
final class PlayOptions {

    private static final int MOST_EPISODES = 1_000_000;

    @Option(
            names = "--env",
            paramLabel = "ID",
            description = "The world to act in; by default the one that the policy was made in.")
    private Optional<String> environment = Optional.empty();

    @Option(
            names = "--episodes",
            paramLabel = "N",
            defaultValue = "100",
            description = "Episodes to play. Default: ${DEFAULT-VALUE}.")
    private int episodes;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Episode i starts from seed + i. Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(
            names = "--max-steps",
            paramLabel = "N",
            description = "Cut episodes after this many steps, instead of the world's own limit.")
    private Optional<Integer> maxSteps = Optional.empty();

    @Option(
            names = "--stochastic",
            description = "Draw actions from the policy; by default it takes the most probable.")
    private boolean stochastic;

    @Option(
            names = "--device",
            paramLabel = "DEVICE",
            defaultValue = "auto",
            description = "auto, cpu, or a graphics card such as gpu:0. Default: ${DEFAULT-VALUE}.")
    private String device;

    Optional<String> environment() {
        return environment;
    }

    int episodes() {
        if (!(episodes >= 1 && episodes <= MOST_EPISODES)) {
            throw new IllegalArgumentException(
                    "--episodes must be in [1, %s], but was %s".formatted(MOST_EPISODES, episodes));
        }
        return episodes;
    }

    /** A world with the time limit that was asked for. */
    EnvironmentSpec limited(EnvironmentSpec world) {
        if (maxSteps.isEmpty()) {
            return world;
        }
        int most = maxSteps.get();
        if (!(most >= 1 && most <= MOST_EPISODES)) {
            throw new IllegalArgumentException(
                    "--max-steps must be in [1, %s], but was %s".formatted(MOST_EPISODES, most));
        }
        return new EnvironmentSpec(
                world.id(), most, world.rewardThreshold(), world.dear(), world.factory());
    }

    long seed() {
        if (seed < 0) {
            throw new IllegalArgumentException("--seed must not be negative, but was " + seed);
        }
        return seed;
    }

    boolean stochastic() {
        return stochastic;
    }

    Device device() {
        return TensorEngine.device(device);
    }

    /** The policy, acting as asked; a new one has its random stream at the start. */
    Actor actor(Policy policy) {
        return stochastic
                ? Actor.sampled(policy, new Seeds(seed()).stream("actions"))
                : Actor.mostProbable(policy);
    }
}
