package dev.strait.agents.ppo;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.strait.agents.CentralDifferences;
import dev.strait.agents.policy.Policy;
import dev.strait.agents.policy.PolicySettings;
import dev.strait.core.distribution.Distribution;
import dev.strait.core.network.Activation;
import dev.strait.core.tensor.EachDevice;
import dev.strait.core.tensor.SeedStream;
import dev.strait.core.tensor.TensorEngine;
import dev.strait.envs.Box;
import dev.strait.envs.Discrete;
import dev.strait.envs.MultiDiscrete;
import dev.strait.envs.Space;
import java.util.List;

/** The surrogate and the entropy reach every weight of the policy, ln σ among them. */
class PolicyGradientTest {

    private static final int ROWS = 8;

    @EachDevice
    void shouldAgreeWithCentralDifferences(Device device) {
        Space box = Box.of(new double[] {-2, -1}, new double[] {2, 1});
        for (Space space : List.of(new Discrete(3), new MultiDiscrete(List.of(3, 2)), box)) {
            check(space, false, device);
        }
        check(box, true, device);
    }

    private static void check(Space space, boolean squash, Device device) {
        SeedStream random = new SeedStream(4);
        PolicySettings settings =
                new PolicySettings(List.of(5), Activation.TANH, -0.3, squash, false);
        NDManager root = TensorEngine.newManager(device);
        try (Policy policy = Policy.of(Box.unbounded(3), space, settings, root, random)) {
            float[] seen = new float[ROWS * 3];
            policy.see(random.doubles(ROWS * 3L, -1, 1).toArray(), seen);
            double[] choices = new double[ROWS * space.size()];
            policy.sample(seen, random, choices);
            float[] chosen = Acted.floats(choices);
            float[] advantages = Acted.floats(random.doubles(ROWS, -2, 2).toArray());
            float[] before;
            try (NDManager scope = root.newSubManager()) {
                before = logProbability(policy, seen, chosen, scope).toFloatArray();
            }
            // Ratios away from 1, some of them beyond the clip; none at its kink.
            for (int i = 0; i < ROWS; i++) {
                before[i] += i % 2 == 0 ? 0.1f : -0.4f;
            }
            CentralDifferences.assertGradient(
                    root,
                    scope -> {
                        Distribution now = distribution(policy, seen, scope);
                        NDArray loss =
                                Surrogate.policyLoss(
                                        logProbability(policy, seen, chosen, scope),
                                        scope.create(before),
                                        scope.create(advantages),
                                        0.2);
                        return loss.sub(now.entropy().mean().mul(0.3f));
                    },
                    policy.block());
        }
    }

    private static Distribution distribution(Policy policy, float[] seen, NDManager scope) {
        return policy.distribution(scope.create(seen, new Shape(ROWS, 3)));
    }

    private static NDArray logProbability(
            Policy policy, float[] seen, float[] chosen, NDManager scope) {
        Shape shape = new Shape(ROWS, chosen.length / ROWS);
        return distribution(policy, seen, scope).logProbability(scope.create(chosen, shape));
    }
}
