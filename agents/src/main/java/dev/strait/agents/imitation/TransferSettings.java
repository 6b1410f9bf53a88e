package dev.strait.agents.imitation;

import static dev.strait.core.Require.require;

import dev.strait.agents.bc.CloningSettings;
import dev.strait.agents.policy.PolicySettings;
import dev.strait.agents.ppo.PpoPlan;
import dev.strait.agents.ppo.PpoSettings;
import dev.strait.core.bottleneck.Bottleneck;
import dev.strait.core.objective.Regulariser;

/**
 * Everything that a transfer of rewards can be told.
 *
 * @param expert how the experts of both worlds are trained on the worlds' own rewards
 * @param policy the imitator
 * @param ppo how it improves while the reward is learned
 * @param discriminator what the recipes have in common
 * @param bottleneck of the variational recipes
 * @param penalty of the recipes that end in GP
 * @param evaluateEvery rounds between two evaluations of the imitator
 * @param retraining how a new policy is trained on the learned reward
 * @param attempts how many such policies are trained, each from other first weights; the one whom
 *     the learned reward pays most is kept, and the world's own is not asked
 */
public record TransferSettings(
        PpoPlan expert,
        PolicySettings policy,
        PpoSettings ppo,
        DiscriminatorSettings discriminator,
        Bottleneck bottleneck,
        Regulariser penalty,
        int evaluateEvery,
        PpoPlan retraining,
        int attempts) {

    public TransferSettings {
        require(evaluateEvery >= 1, "evaluateEvery must be at least 1: %s", evaluateEvery);
        require(attempts >= 1, "attempts must be at least 1, but was %s", attempts);
    }

    /**
     * How the reward is learned.
     *
     * @param steps of the worlds in all
     */
    public ImitationSettings imitation(TransferRecipes recipe, long steps) {
        return new ImitationSettings(
                policy,
                ppo,
                recipe.of(discriminator, bottleneck, penalty),
                CloningSettings.DEFAULT,
                false,
                steps,
                evaluateEvery);
    }
}
