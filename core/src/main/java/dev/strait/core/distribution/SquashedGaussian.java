package dev.strait.core.distribution;

import static dev.strait.core.tensor.Constants.times;

import ai.djl.ndarray.NDArray;
import dev.strait.core.tensor.NoiseStream;

/**
 * tanh of a diagonal Gaussian: actions in (−1, 1) (Haarnoja et al. 2018, appendix C).
 *
 * @param base the distribution of u, where the action is tanh u
 */
public record SquashedGaussian(DiagonalGaussian base) implements Distribution {

    /** Largest action whose u is still told apart in float32. */
    private static final float EDGE = 1 - 1e-6f;

    /** The trapezoid on ±6 standard deviations: its error is far below float32's. */
    private static final int NODES = 49;

    private static final float STEP = 0.25f;

    @Override
    public NDArray sample(NoiseStream noise) {
        return base.sample(noise).tanh();
    }

    /** tanh(μ + σε); see {@link DiagonalGaussian#sample(NDArray)}. */
    public NDArray sample(NDArray noise) {
        return base.sample(noise).tanh();
    }

    @Override
    public NDArray mode() {
        return base.mean().tanh();
    }

    /**
     * ln p(u) − Σ_a ln(1 − a²) at u = artanh a. Actions beyond ±(1 − 10⁻⁶) count as that edge,
     * where float32 can no longer invert tanh; {@link #logProbabilityOfUnsquashed} has no such
     * limit.
     */
    @Override
    public NDArray logProbability(NDArray values) {
        NDArray inside = values.clip(-EDGE, EDGE);
        NDArray u = times(inside.add(1f).log().sub(inside.neg().add(1f).log()), 0.5);
        return logProbabilityOfUnsquashed(u);
    }

    /**
     * ln p of the action tanh u, from u itself.
     *
     * @param u (B, A) draws of {@link #base}
     * @return (B)
     */
    public NDArray logProbabilityOfUnsquashed(NDArray u) {
        return base.logProbability(u).sub(DiagonalGaussian.lastAxis(logSlope(u)));
    }

    /** H(base) + Σ_a E[ln(1 − tanh²u)], the expectation by a trapezoid over the noise. */
    @Override
    public NDArray entropy() {
        NDArray std = base.std();
        NDArray slope = base.mean().zerosLike();
        for (int node = 0; node < NODES; node++) {
            float noise = (node - NODES / 2) * STEP;
            float weight = (float) (STEP * Math.exp(-0.5 * noise * noise) / Math.sqrt(2 * Math.PI));
            slope = slope.add(times(logSlope(base.mean().add(times(std, noise))), weight));
        }
        return base.entropy().add(DiagonalGaussian.lastAxis(slope));
    }

    /** KL between two squashed Gaussians: tanh is one-to-one, so it is that of their bases; (B). */
    public NDArray kl(SquashedGaussian other) {
        return base.kl(other.base);
    }

    /** ln(1 − tanh²u) = 2(ln 2 − u − softplus(−2u)), which does not overflow. */
    private static NDArray logSlope(NDArray u) {
        NDArray softplus = times(u, -2).getNDArrayInternal().softPlus();
        return times(u.add(softplus), -2).add((float) (2 * Math.log(2)));
    }
}
