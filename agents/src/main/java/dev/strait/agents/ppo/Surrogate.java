package dev.strait.agents.ppo;

import ai.djl.ndarray.NDArray;
import dev.strait.core.tensor.Constants;

/** The terms of PPO's loss as functions of a minibatch. */
final class Surrogate {

    private Surrogate() {}

    /**
     * −E[min(r Â, clip(r, 1−ε, 1+ε) Â)] with r = π(a|s)/π_old(a|s) (Schulman et al. 2017, eq. 7).
     *
     * @param logProbability (B) ln π(a|s), with its graph
     * @param oldLogProbability (B) ln π_old(a|s)
     * @param advantages (B) Â
     * @param clipRatio ε
     */
    static NDArray policyLoss(
            NDArray logProbability,
            NDArray oldLogProbability,
            NDArray advantages,
            double clipRatio) {
        NDArray ratio = logProbability.sub(oldLogProbability).exp();
        NDArray clipped = ratio.clip((float) (1 - clipRatio), (float) (1 + clipRatio));
        return ratio.mul(advantages).minimum(clipped.mul(advantages)).mean().neg();
    }

    /** ½ E[(V − R)²]. */
    static NDArray valueLoss(NDArray values, NDArray returns) {
        return Constants.times(values.sub(returns).square().mean(), 0.5);
    }

    /** ½ E[max((V − R)², (V_old + clip(V − V_old, ±c) − R)²)], of OpenAI baselines. */
    static NDArray clippedValueLoss(
            NDArray values, NDArray oldValues, NDArray returns, double clip) {
        NDArray moved = values.sub(oldValues).clip((float) -clip, (float) clip);
        NDArray held = oldValues.add(moved).sub(returns).square();
        return Constants.times(values.sub(returns).square().maximum(held).mean(), 0.5);
    }
}
