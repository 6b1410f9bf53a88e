package dev.strait.agents.bc;

import static dev.strait.core.Require.require;
import static dev.strait.core.Require.requirePositive;

/**
 * Behaviour cloning (Pomerleau 1991).
 *
 * @param epochs most passes over the demonstrations
 * @param batch rows of one gradient step
 * @param learningRate Adam's α
 * @param weightDecay L2 coefficient
 * @param heldOut share of the episodes that is not trained on but judged by, in [0, 1); at least
 *     one episode is trained on, and one alone is never held out
 * @param patience epochs without a better held-out loss after which training stops and the best
 *     weights are taken back
 * @param leastLogStd what ln σ is raised to where reinforcement learning goes on from the clone, in
 *     units where a bounded action is in [−1, 1]. A clone's own σ is as small as its error, and a
 *     step of a policy gradient is a share of σ: with it the clone hardly moves any more
 */
public record CloningSettings(
        int epochs,
        int batch,
        double learningRate,
        double weightDecay,
        double heldOut,
        int patience,
        double leastLogStd) {

    /** A tenth of the episodes held out, patience of 20 epochs, σ of a seventh in a warm start. */
    public static final CloningSettings DEFAULT =
            new CloningSettings(200, 64, 1e-3, 0, 0.1, 20, -2);

    public CloningSettings {
        require(epochs >= 1, "epochs must be at least 1, but was %s", epochs);
        require(batch >= 1, "batch must be at least 1, but was %s", batch);
        requirePositive(learningRate, "learningRate");
        require(weightDecay >= 0, "weightDecay must not be negative, but was %s", weightDecay);
        require(heldOut >= 0 && heldOut < 1, "heldOut must be in [0, 1), but was %s", heldOut);
        require(patience >= 1, "patience must be at least 1, but was %s", patience);
        require(
                Double.isFinite(leastLogStd),
                "leastLogStd must be finite, but was %s",
                leastLogStd);
    }
}
