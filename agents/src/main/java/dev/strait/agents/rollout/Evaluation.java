package dev.strait.agents.rollout;

import static dev.strait.core.Require.require;

import dev.strait.agents.policy.Policy;
import dev.strait.core.tensor.SeedStream;
import dev.strait.envs.EnvironmentSpec;
import dev.strait.envs.Environments;
import dev.strait.envs.StepBatch;
import dev.strait.envs.VectorEnvironment;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * Returns of whole episodes in the world's own reward.
 *
 * @param mean of the returns
 * @param std of the returns, of the population
 * @param episodes how many
 */
public record Evaluation(double mean, double std, int episodes) {

    /** Statistics of some returns. */
    public static Evaluation ofReturns(double... returns) {
        require(returns.length > 0, "an evaluation needs at least one episode");
        double mean = Arrays.stream(returns).average().orElseThrow();
        double variance = Arrays.stream(returns).map(r -> (r - mean) * (r - mean)).sum();
        return new Evaluation(mean, Math.sqrt(variance / returns.length), returns.length);
    }

    /**
     * Plays episodes with the policy's most probable actions, all at once, one in each of as many
     * worlds, so that short episodes are not counted more often than long ones.
     *
     * @param episodes at least 1
     * @param seed of the initial states
     */
    public static Evaluation of(Policy policy, EnvironmentSpec spec, int episodes, long seed) {
        float[] seen = new float[episodes * policy.observationSpace().size()];
        double[] choices = new double[episodes * policy.actionSpace().size()];
        return play(
                spec,
                episodes,
                seed,
                (observations, actions) -> {
                    policy.see(observations, seen);
                    policy.mode(seen, choices);
                    policy.toActions(choices, actions);
                });
    }

    /** Plays episodes with uniformly drawn actions. */
    public static Evaluation ofRandomActions(EnvironmentSpec spec, int episodes, long seed) {
        RandomGenerator random = new SeedStream(seed);
        return play(
                spec,
                episodes,
                seed,
                (observations, actions) -> {
                    int size = actions.length / episodes;
                    for (int row = 0; row < episodes; row++) {
                        spec.factory().get().actionSpace().sample(random, actions, row * size);
                    }
                });
    }

    /** What acts: writes (N, A) actions for (N, F) observations. */
    private interface Actor {
        void act(double[] observations, double[] actions);
    }

    private static Evaluation play(EnvironmentSpec spec, int episodes, long seed, Actor actor) {
        try (VectorEnvironment worlds = Environments.makeVector(spec, episodes, 1)) {
            StepBatch now = new StepBatch(episodes, worlds.observationSpace().size());
            double[] actions = new double[episodes * worlds.actionSpace().size()];
            double[] returns = new double[episodes];
            boolean[] over = new boolean[episodes];
            worlds.reset(seed, now.observations);
            for (int running = episodes; running > 0; ) {
                actor.act(now.observations, actions);
                worlds.step(actions, now);
                for (int i = 0; i < episodes; i++) {
                    if (!over[i]) {
                        returns[i] += now.rewards[i];
                        over[i] = now.terminated[i] || now.truncated[i];
                        running -= over[i] ? 1 : 0;
                    }
                }
            }
            return ofReturns(returns);
        }
    }
}
