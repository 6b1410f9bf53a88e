package dev.strait.demos.benchmark;

import ai.djl.Device;
import dev.strait.agents.policy.Policy;
import dev.strait.agents.policy.PolicySettings;
import dev.strait.agents.ppo.Ppo;
import dev.strait.agents.ppo.PpoSettings;
import dev.strait.agents.rollout.Collector;
import dev.strait.agents.rollout.Rollout;
import dev.strait.core.tensor.Seeds;
import dev.strait.core.tensor.TensorEngine;
import dev.strait.envs.Environments;
import dev.strait.envs.VectorEnvironment;

/** PPO on a rollout of CartPole: a 64-64 actor, a 64-64 critic, gradient clipping, Adam. */
final class PpoUpdate {

    private static final int ROWS_OF_A_WORLD = 128;

    private PpoUpdate() {}

    static Measurement measure(Device device, int minibatch, double seconds) {
        PpoSettings settings = settings(minibatch);
        Seeds seeds = new Seeds(0);
        try (VectorEnvironment worlds = Environments.makeVector("CartPole-v1", settings.worlds());
                Policy policy = policy(worlds, device, seeds);
                Ppo ppo = new Ppo(policy, settings, seeds)) {
            Collector collector = new Collector(worlds, policy, 0, seeds.stream("actions"));
            Rollout rollout = collector.collect(ROWS_OF_A_WORLD);
            double round = Stopwatch.median(seconds, () -> ppo.update(rollout, 1));
            int updates = settings.epochs() * rollout.size() / minibatch;
            return new Measurement(
                    "PPO update, 64-64 actor and critic, " + minibatch + " rows",
                    round / updates * 1e6,
                    "µs");
        }
    }

    static Policy policy(VectorEnvironment worlds, Device device, Seeds seeds) {
        return Policy.of(
                worlds.observationSpace(),
                worlds.actionSpace(),
                PolicySettings.DEFAULT,
                TensorEngine.newManager(device),
                seeds.stream("policy weights"));
    }

    /** The defaults, but for the rate: thousands of updates on one rollout are to stay finite. */
    private static PpoSettings settings(int minibatch) {
        PpoSettings d = PpoSettings.DEFAULT;
        return new PpoSettings(
                d.worlds(),
                ROWS_OF_A_WORLD,
                d.epochs(),
                minibatch,
                d.discount(),
                d.lambda(),
                d.clipRatio(),
                d.valueClip(),
                d.entropyWeight(),
                d.leastLogStd(),
                d.valueWeight(),
                d.maxGradientNorm(),
                d.targetKl(),
                1e-7,
                d.anneal(),
                d.averaging(),
                d.normaliseAdvantages(),
                d.normaliseRewards(),
                d.valueHidden(),
                d.valueActivation());
    }
}
