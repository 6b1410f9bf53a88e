package dev.strait.demos.benchmark;

import ai.djl.Device;
import dev.strait.agents.policy.Policy;
import dev.strait.core.tensor.SeedStream;
import dev.strait.core.tensor.Seeds;
import dev.strait.envs.Environments;
import dev.strait.envs.VectorEnvironment;

/** Normalising, the 64-64 actor and the drawing of actions for eight worlds of CartPole. */
final class RolloutForward {

    private static final int WORLDS = 8;

    private RolloutForward() {}

    static Measurement measure(Device device, double seconds) {
        Seeds seeds = new Seeds(0);
        try (VectorEnvironment worlds = Environments.makeVector("CartPole-v1", WORLDS);
                Policy policy = PpoUpdate.policy(worlds, device, seeds)) {
            double[] observations = new double[WORLDS * worlds.observationSpace().size()];
            float[] seen = new float[observations.length];
            double[] choices = new double[WORLDS];
            double[] actions = new double[WORLDS];
            SeedStream random = seeds.stream("actions");
            worlds.reset(0, observations);
            policy.normaliser().update(observations);
            double time =
                    Stopwatch.median(
                            seconds,
                            () -> {
                                policy.see(observations, seen);
                                policy.sample(seen, random, choices);
                                policy.toActions(choices, actions);
                            });
            return new Measurement("acting in 8 worlds, 64-64 actor", time * 1e6, "µs");
        }
    }
}
