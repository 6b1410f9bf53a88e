package dev.strait.agents.policy;

import static dev.strait.core.Require.require;

import dev.strait.core.network.Activation;
import java.util.List;

/**
 * The actor's network.
 *
 * @param hidden sizes of the hidden layers
 * @param activation between the layers
 * @param initialLogStd first ln σ of continuous actions, in units where a bounded action is in [−1,
 *     1]
 * @param squash whether continuous actions pass through tanh instead of being clipped
 * @param normaliseObservations whether observations are shifted and scaled by their running mean
 *     and deviation, which are saved with the policy
 */
public record PolicySettings(
        List<Integer> hidden,
        Activation activation,
        double initialLogStd,
        boolean squash,
        boolean normaliseObservations) {

    /** Two layers of 64 with tanh, as most implementations of PPO have it. */
    public static final PolicySettings DEFAULT =
            new PolicySettings(List.of(64, 64), Activation.TANH, 0, false, true);

    public PolicySettings {
        hidden = List.copyOf(hidden);
        require(
                hidden.stream().allMatch(size -> size >= 1),
                "hidden sizes must be at least 1, but were %s",
                hidden);
        require(
                Double.isFinite(initialLogStd),
                "initialLogStd must be finite, but was %s",
                initialLogStd);
    }
}
