package dev.strait.agents.imitation;

import static dev.strait.core.Require.require;

import dev.strait.agents.bc.CloningSettings;
import dev.strait.agents.policy.PolicySettings;
import dev.strait.agents.ppo.PpoSettings;

/**
 * Everything that an imitation can be told.
 *
 * @param policy the actor
 * @param ppo how the actor improves on the discriminator's rewards
 * @param discriminator what it is rewarded by
 * @param cloning behaviour cloning: the whole training of BC, and the warm start of the others
 * @param warmStart whether the adversarial recipes begin with a cloned policy
 * @param steps of the worlds in all
 * @param evaluateEvery rounds between two evaluations
 */
public record ImitationSettings(
        PolicySettings policy,
        PpoSettings ppo,
        DiscriminatorSettings discriminator,
        CloningSettings cloning,
        boolean warmStart,
        long steps,
        int evaluateEvery) {

    public ImitationSettings {
        require(steps >= 1, "steps must be at least 1, but was %s", steps);
        require(evaluateEvery >= 1, "evaluateEvery must be at least 1: %s", evaluateEvery);
    }
}
