package dev.strait.agents.ppo;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.strait.agents.policy.Policy;
import dev.strait.agents.training.TrainingState;
import dev.strait.core.gradient.InPlace;
import dev.strait.core.network.BlockState;
import java.util.Map;

/**
 * The running average of a policy's parameters over the rounds, θ̄_n = (1 − a)/(1 − aⁿ) · Σ_k
 * a^(n−k) θ_k: two players circle around where they would meet, and the middle of the circle is
 * nearer to it than where they happen to stop (Yazıcı et al. 2019, of generators). The division is
 * that of Adam's moments: the first policies count no more than others.
 */
final class PolicyAverage {

    private final Policy policy;
    private final Policy average;
    private final double averaging;

    /**
     * An average of no rounds yet: the policy as it is.
     *
     * @param averaging a, in [0, 1); 0 for the last policy alone
     */
    PolicyAverage(Policy policy, double averaging) {
        this.policy = policy;
        this.averaging = averaging;
        average = policy.copy();
    }

    /** What is to be evaluated and saved. */
    Policy policy() {
        return average;
    }

    /**
     * Counts the policy in as it is now.
     *
     * @param round n, from 1
     */
    void count(int round) {
        double weight = (1 - averaging) / (1 - Math.pow(averaging, round));
        Map<String, NDArray> now = BlockState.all(policy.block());
        try (NDManager scope = policy.manager().newSubManager()) {
            BlockState.all(average.block())
                    .forEach(
                            (name, mean) -> {
                                // A weight of 1 gives the policy to the bit.
                                NDArray kept = times(1 - weight, mean, scope);
                                NDArray added = times(weight, now.get(name), scope);
                                InPlace.assign(mean, kept.add(added));
                            });
        }
    }

    private static NDArray times(double factor, NDArray values, NDManager scope) {
        return scope.create((float) factor).mul(values);
    }

    void save(TrainingState state) {
        BlockState.all(average.block())
                .forEach((name, mean) -> state.put(part(name), mean.toFloatArray()));
    }

    void restore(TrainingState state) {
        try (NDManager scope = policy.manager().newSubManager()) {
            BlockState.all(average.block())
                    .forEach(
                            (name, mean) -> {
                                float[] saved = state.floats(part(name), mean.size());
                                InPlace.assign(mean, scope.create(saved, mean.getShape()));
                            });
        }
    }

    private static String part(String name) {
        return "policy.average." + name;
    }
}
