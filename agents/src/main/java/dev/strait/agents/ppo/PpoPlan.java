package dev.strait.agents.ppo;

import static dev.strait.core.Require.require;

import dev.strait.agents.policy.PolicySettings;
import java.util.function.UnaryOperator;

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

    /** The same with a change of how it improves. */
    PpoPlan ppo(UnaryOperator<PpoSettings> change) {
        return new PpoPlan(policy, change.apply(ppo), steps, evaluateEvery);
    }

    /** The same with another actor. */
    public PpoPlan policy(PolicySettings actor) {
        return new PpoPlan(actor, ppo, steps, evaluateEvery);
    }
}
