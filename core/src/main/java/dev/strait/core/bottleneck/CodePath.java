package dev.strait.core.bottleneck;

import ai.djl.ndarray.NDArray;
import dev.strait.core.distribution.DiagonalGaussian;
import dev.strait.core.tensor.NoiseStream;

/** Which code a generator or a reward sees. */
public enum CodePath {
    /** D(μ(x)), as the paper says (Peng et al. 2019, eq. 11). */
    MEAN {
        @Override
        NDArray code(DiagonalGaussian code, NoiseStream noise) {
            return code.mean();
        }

        @Override
        public NDArray logits(Discriminator discriminator, NDArray inputs, NoiseStream noise) {
            return discriminator.logits(inputs);
        }
    },
    /** D(z), z drawn from E(z|x), as the official image code does. */
    SAMPLED {
        @Override
        NDArray code(DiagonalGaussian code, NoiseStream noise) {
            return code.sample(noise);
        }

        @Override
        public NDArray logits(Discriminator discriminator, NDArray inputs, NoiseStream noise) {
            return discriminator.judge(inputs, noise).logits();
        }
    };

    /**
     * One code a row.
     *
     * @return (B, …) in the code's shape
     */
    abstract NDArray code(DiagonalGaussian code, NoiseStream noise);

    /**
     * Logits along this path, as rewards see them.
     *
     * @param inputs (B, …)
     * @return (B)
     */
    public abstract NDArray logits(Discriminator discriminator, NDArray inputs, NoiseStream noise);
}
