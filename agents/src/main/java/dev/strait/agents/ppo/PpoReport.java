package dev.strait.agents.ppo;

import java.util.Map;

/**
 * One round of PPO.
 *
 * @param loss mean of the minibatches' losses
 * @param gradientNorm mean over the minibatches, before clipping
 * @param entropy of the policy that acted, mean over the rollout, in nats
 * @param kl E[(r − 1) − ln r] over the rollout after the last step: how far the policy moved, in
 *     nats
 * @param clipFraction share of the rollout whose ratio left 1 ± ε
 * @param explainedVariance 1 − Var[R − V]/Var[R] of the values before the round
 * @param epochs passes made, fewer than asked where the KL stopped them
 */
public record PpoReport(
        double loss,
        double gradientNorm,
        double entropy,
        double kl,
        double clipFraction,
        double explainedVariance,
        int epochs) {

    /** Adds the figures of the round under their names. */
    void describe(Map<String, Double> figures) {
        figures.put("ppo/loss", loss);
        figures.put("ppo/gradient_norm", gradientNorm);
        figures.put("ppo/entropy", entropy);
        figures.put("ppo/kl", kl);
        figures.put("ppo/clip_fraction", clipFraction);
        figures.put("ppo/explained_variance", explainedVariance);
        figures.put("ppo/epochs", (double) epochs);
    }
}
