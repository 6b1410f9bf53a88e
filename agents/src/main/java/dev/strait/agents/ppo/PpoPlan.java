package dev.strait.agents.ppo;

import static dev.strait.core.Require.require;

import dev.strait.agents.policy.PolicySettings;
import dev.strait.core.network.Activation;
import java.util.List;

/**
 * Everything that a training by PPO can be told.
 *
 * @param policy the actor
 * @param ppo how it improves
 * @param steps of the worlds in all
 * @param evaluateEvery rounds between two evaluations
 */
public record PpoPlan(PolicySettings policy, PpoSettings ppo, long steps, int evaluateEvery) {

    public PpoPlan {
        require(steps >= 1, "steps must be at least 1, but was %s", steps);
        require(evaluateEvery >= 1, "evaluateEvery must be at least 1: %s", evaluateEvery);
    }

    /** The same with other hidden layers in both networks. */
    PpoPlan hidden(List<Integer> sizes, Activation activation) {
        PolicySettings actor =
                new PolicySettings(
                        sizes,
                        activation,
                        policy.initialLogStd(),
                        policy.squash(),
                        policy.normaliseObservations());
        return new PpoPlan(actor, ppo.valueHidden(sizes, activation), steps, evaluateEvery);
    }
}
