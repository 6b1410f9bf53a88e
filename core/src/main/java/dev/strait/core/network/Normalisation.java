package dev.strait.core.network;

import static dev.strait.core.Require.require;
import static dev.strait.core.Require.requirePositive;

import ai.djl.ndarray.types.Shape;

/** How a hidden layer's values are brought to one scale; no normalisation is one of the values. */
public sealed interface Normalisation extends Part {

    /** Nothing. */
    record None() implements Normalisation {

        @Override
        public Layer layer(Shape input, Plan plan) {
            return new ActivationLayer(Activation.IDENTITY);
        }
    }

    /**
     * Batch normalisation (Ioffe and Szegedy 2015): each channel by the mean and variance of the
     * batch in training, by running ones in use, which are buffers of the network. Real and
     * generated samples go through in passes of their own, each with its own statistics, as in
     * DCGAN.
     *
     * @param epsilon added to the variance
     * @param momentum share of a training pass in the running statistics
     * @param scaleStd first scales are N(1, scaleStd²)
     */
    record Batch(double epsilon, double momentum, double scaleStd) implements Normalisation {

        public Batch {
            requireEpsilon(epsilon);
            require(
                    momentum > 0 && momentum <= 1,
                    "momentum must be in (0, 1], but was %s",
                    momentum);
            require(
                    scaleStd >= 0 && scaleStd < 1,
                    "scaleStd must be in [0, 1), but was %s",
                    scaleStd);
        }

        /** PyTorch's ε = 1e-5 and momentum 0.1, scales N(1, 0.02²) as in DCGAN. */
        public Batch() {
            this(1e-5, 0.1, 0.02);
        }

        @Override
        public Layer layer(Shape input, Plan plan) {
            return BatchNorm.of(this, (int) input.get(1), plan);
        }
    }

    /**
     * Layer normalisation (Ba et al. 2016): each sample by its own mean and variance over channels
     * and places, so that samples do not mix. A gradient penalty is one a sample, so its critic may
     * have this and not batch normalisation (Gulrajani et al. 2017). ε is 1e-5.
     */
    record Layerwise() implements Normalisation {

        @Override
        public Layer layer(Shape input, Plan plan) {
            return LayerNorm.of((int) input.get(1), plan);
        }
    }

    /**
     * Virtual batch normalisation (Salimans et al. 2016, section 3.5): each channel by the moments
     * of a reference batch of n samples that is chosen once, and the sample's own with the weight
     * 1/(n + 1). The reference batch goes through the network with every batch, in training and in
     * use, so samples of a batch do not mix. {@link Stack#build(ai.djl.ndarray.NDManager,
     * java.util.random.RandomGenerator, ai.djl.ndarray.NDArray)} takes it; it is a buffer of the
     * network.
     *
     * @param epsilon added to the variance
     */
    record Virtual(double epsilon) implements Normalisation {

        public Virtual {
            requireEpsilon(epsilon);
        }

        /** ε = 1e-5. */
        public Virtual() {
            this(1e-5);
        }

        @Override
        public Layer layer(Shape input, Plan plan) {
            ScaleAndOffset affine =
                    ScaleAndOffset.of(plan.name("norm"), (int) input.get(1), 0, plan);
            return new VirtualBatchNorm(plan.references(), epsilon, affine);
        }
    }

    private static void requireEpsilon(double epsilon) {
        requirePositive(epsilon, "epsilon");
    }
}
