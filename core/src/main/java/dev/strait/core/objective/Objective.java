package dev.strait.core.objective;

import static dev.strait.core.Require.require;
import static dev.strait.core.tensor.Constants.times;

import ai.djl.ndarray.NDArray;

/**
 * What the two players minimise, as functions of logits that are high for real or expert. Losses
 * are means over the batch, summed over the two sides; every form is stable for logits of any size.
 */
public sealed interface Objective {

    /**
     * The discriminator's loss.
     *
     * @param realLogits (B) logits of real or expert samples
     * @param fakeLogits (B′) logits of generated samples
     * @return a scalar
     */
    NDArray discriminatorLoss(NDArray realLogits, NDArray fakeLogits);

    /**
     * The generator's loss.
     *
     * @param fakeLogits (B) logits of generated samples
     * @return a scalar
     */
    NDArray generatorLoss(NDArray fakeLogits);

    /**
     * Cross-entropy for the discriminator; the generator minimises −ln D (Goodfellow et al. 2014,
     * section 3): L_D = E[softplus(−r)] + E[softplus(f)], L_G = E[softplus(−f)].
     */
    record NonSaturating() implements Objective {

        @Override
        public NDArray discriminatorLoss(NDArray realLogits, NDArray fakeLogits) {
            return crossEntropy(realLogits, fakeLogits);
        }

        @Override
        public NDArray generatorLoss(NDArray fakeLogits) {
            return softplus(fakeLogits.neg()).mean();
        }
    }

    /**
     * The same for the discriminator; the generator minimises ln(1 − D), whose gradient vanishes
     * while the discriminator wins (Goodfellow et al. 2014, eq. 1): L_G = −E[softplus(f)].
     */
    record Minimax() implements Objective {

        @Override
        public NDArray discriminatorLoss(NDArray realLogits, NDArray fakeLogits) {
            return crossEntropy(realLogits, fakeLogits);
        }

        @Override
        public NDArray generatorLoss(NDArray fakeLogits) {
            return softplus(fakeLogits).mean().neg();
        }
    }

    /**
     * Squared distances to targets (Mao et al. 2017, eq. 2): L_D = ½E[(r − b)²] + ½E[(f − a)²], L_G
     * = ½E[(f − c)²].
     *
     * @param fakeTarget a
     * @param realTarget b, above a
     * @param generatorTarget c, what the generator wants its samples to get
     */
    record LeastSquares(double fakeTarget, double realTarget, double generatorTarget)
            implements Objective {

        /** Targets 0 and 1, the generator's 1. */
        public static final LeastSquares ZERO_ONE = new LeastSquares(0, 1, 1);

        /** Targets −1 and 1, as AMP has them (Peng et al. 2021); the generator's 1. */
        public static final LeastSquares MINUS_ONE_ONE = new LeastSquares(-1, 1, 1);

        public LeastSquares {
            require(
                    fakeTarget < realTarget,
                    "fakeTarget must be below realTarget, but they were %s and %s",
                    fakeTarget,
                    realTarget);
            require(
                    generatorTarget > fakeTarget,
                    "generatorTarget must be above fakeTarget, but they were %s and %s",
                    generatorTarget,
                    fakeTarget);
        }

        @Override
        public NDArray discriminatorLoss(NDArray realLogits, NDArray fakeLogits) {
            return distance(realLogits, realTarget).add(distance(fakeLogits, fakeTarget));
        }

        @Override
        public NDArray generatorLoss(NDArray fakeLogits) {
            return distance(fakeLogits, generatorTarget);
        }

        private static NDArray distance(NDArray logits, double target) {
            return times(logits.sub((float) target).square().mean(), 0.5);
        }
    }

    /**
     * L_D = E[max(0, 1 − r)] + E[max(0, 1 + f)], L_G = −E[f] (Lim and Ye 2017; Miyato et al. 2018).
     */
    record Hinge() implements Objective {

        @Override
        public NDArray discriminatorLoss(NDArray realLogits, NDArray fakeLogits) {
            NDArray real = realLogits.neg().add(1f).getNDArrayInternal().relu().mean();
            return real.add(fakeLogits.add(1f).getNDArrayInternal().relu().mean());
        }

        @Override
        public NDArray generatorLoss(NDArray fakeLogits) {
            return fakeLogits.mean().neg();
        }
    }

    /**
     * L_D = E[f] − E[r], L_G = −E[f] (Arjovsky et al. 2017); needs a critic of bounded slope, so a
     * regulariser.
     */
    record Wasserstein() implements Objective {

        @Override
        public NDArray discriminatorLoss(NDArray realLogits, NDArray fakeLogits) {
            return fakeLogits.mean().sub(realLogits.mean());
        }

        @Override
        public NDArray generatorLoss(NDArray fakeLogits) {
            return fakeLogits.mean().neg();
        }
    }

    private static NDArray crossEntropy(NDArray realLogits, NDArray fakeLogits) {
        return softplus(realLogits.neg()).mean().add(softplus(fakeLogits).mean());
    }

    /** ln(1 + eˣ). */
    private static NDArray softplus(NDArray values) {
        return values.getNDArrayInternal().softPlus();
    }
}
