package dev.strait.agents.ppo;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.strait.agents.policy.Policy;
import dev.strait.agents.rollout.Rollout;

/** The observations and choices of a rollout, under a policy as it is when asked. */
final class Acted {

    private final Policy policy;
    private final NDArray seen;
    private final NDArray choices;

    /** Puts the rollout on {@code scope}, which must outlive this. */
    Acted(Policy policy, Rollout rollout, NDManager scope) {
        this.policy = policy;
        int rows = rollout.size();
        seen = scope.create(rollout.seen(), new Shape(rows, rollout.observationSize()));
        choices = scope.create(floats(rollout.choices()), new Shape(rows, rollout.actionSize()));
    }

    /** (T·N) ln π(a|s). */
    float[] logProbabilities() {
        return policy.distribution(seen).logProbability(choices).toFloatArray();
    }

    /** Mean over the rollout, in nats. */
    double entropy() {
        return policy.distribution(seen).entropy().mean().getFloat();
    }

    /**
     * How far the policy has moved.
     *
     * @param kl E[(r − 1) − ln r], an estimate of KL(old ‖ new) that is never negative
     * @param clipFraction share of ratios outside 1 ± ε
     */
    record Moved(double kl, double clipFraction) {}

    /**
     * How far the policy has moved.
     *
     * @param before (T·N) ln π of the policy that acted
     * @param clipRatio ε
     */
    Moved since(float[] before, double clipRatio) {
        float[] now = logProbabilities();
        double kl = 0;
        int clipped = 0;
        for (int i = 0; i < now.length; i++) {
            double logRatio = now[i] - before[i];
            double ratio = Math.exp(logRatio);
            kl += ratio - 1 - logRatio;
            clipped += Math.abs(ratio - 1) > clipRatio ? 1 : 0;
        }
        return new Moved(kl / now.length, clipped / (double) now.length);
    }

    static float[] floats(double[] values) {
        float[] floats = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            floats[i] = (float) values[i];
        }
        return floats;
    }
}
