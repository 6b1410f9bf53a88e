package dev.strait.demos.play;

import dev.strait.agents.policy.Policy;
import dev.strait.envs.Space;
import java.util.random.RandomGenerator;

/** What acts in some worlds at once. */
@FunctionalInterface
public interface Actor {

    /**
     * Acts.
     *
     * @param observations (N, F) read
     * @param actions (N, A) written
     */
    void act(double[] observations, double[] actions);

    /** A policy that takes its most probable action. */
    static Actor mostProbable(Policy policy) {
        return (observations, actions) -> {
            float[] seen = seen(policy, observations);
            double[] choices = new double[actions.length];
            policy.mode(seen, choices);
            policy.toActions(choices, actions);
        };
    }

    /** A policy that draws its actions. */
    static Actor sampled(Policy policy, RandomGenerator random) {
        return (observations, actions) -> {
            float[] seen = seen(policy, observations);
            double[] choices = new double[actions.length];
            policy.sample(seen, random, choices);
            policy.toActions(choices, actions);
        };
    }

    /** Uniformly drawn actions. */
    static Actor random(Space space, RandomGenerator random) {
        return (observations, actions) -> {
            for (int at = 0; at < actions.length; at += space.size()) {
                space.sample(random, actions, at);
            }
        };
    }

    private static float[] seen(Policy policy, double... observations) {
        float[] seen = new float[observations.length];
        policy.see(observations, seen);
        return seen;
    }
}
