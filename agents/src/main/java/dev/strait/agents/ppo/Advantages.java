package dev.strait.agents.ppo;

import static dev.strait.core.Require.require;

import dev.strait.agents.rollout.Rollout;

/**
 * Generalised advantage estimation (Schulman et al. 2016): δ_t = r_t + γ V(s_{t+1}) − V(s_t), Â_t =
 * Σ_l (γλ)^l δ_{t+l} within an episode.
 *
 * <p>A terminated step has no successor value; a truncated one keeps it, taken at the true last
 * observation. Neither lets the sum run into the next episode.
 *
 * @param advantages (T·N) Â
 * @param returns (T·N) Â + V, the targets of the value function
 */
public record Advantages(float[] advantages, float[] returns) {

    /**
     * Estimates from a rollout and its values.
     *
     * @param values (T·N) V(s_t)
     * @param nextValues (T·N) V(s_{t+1}) at the true successors
     * @param discount γ
     * @param lambda λ
     */
    public static Advantages of(
            Rollout rollout, float[] values, float[] nextValues, double discount, double lambda) {
        int size = rollout.size();
        require(
                values.length == size && nextValues.length == size,
                "a rollout of %s transitions needs as many values, not %s and %s",
                size,
                values.length,
                nextValues.length);
        float[] advantages = new float[size];
        float[] returns = new float[size];
        for (int world = 0; world < rollout.worlds(); world++) {
            double later = 0;
            for (int i = size - rollout.worlds() + world; i >= 0; i -= rollout.worlds()) {
                boolean ended = rollout.terminated()[i] || rollout.truncated()[i];
                double follows = rollout.terminated()[i] ? 0 : nextValues[i];
                double delta = rollout.rewards()[i] + discount * follows - values[i];
                later = delta + (ended ? 0 : discount * lambda * later);
                advantages[i] = (float) later;
                returns[i] = (float) (later + values[i]);
            }
        }
        return new Advantages(advantages, returns);
    }

    /** 1 − Var[R − V]/Var[R]: 1 for perfect values, 0 for a constant; 0 where all returns agree. */
    double explainedVariance() {
        double total = variance(returns);
        return total > 0 ? 1 - variance(advantages) / total : 0;
    }

    private static double variance(float[] values) {
        double mean = 0;
        for (float value : values) {
            mean += value / values.length;
        }
        double squares = 0;
        for (float value : values) {
            squares += (value - mean) * (value - mean);
        }
        return squares / values.length;
    }
}
