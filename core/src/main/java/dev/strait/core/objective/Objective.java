package dev.strait.core.objective;

import static dev.strait.core.Require.require;
import static dev.strait.core.tensor.Constants.times;

import ai.djl.ndarray.NDArray;
import java.util.OptionalDouble;

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
     * @param realLogits (B) logits of real or expert samples, constants to the generator; ignored
     *     unless {@link #comparesSides}
     * @param fakeLogits (B′) logits of generated samples
     * @return a scalar
     */
    NDArray generatorLoss(NDArray realLogits, NDArray fakeLogits);

    /** Whether the generator's loss reads the real logits; a trainer can spare them where not. */
    default boolean comparesSides() {
        return false;
    }

    /**
     * The logit above which a sample counts as real: what accuracies are told by. Empty where the
     * losses are the same for logits that are all shifted alike, so that one logit says nothing.
     */
    default OptionalDouble boundary() {
        return OptionalDouble.of(0);
    }

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
        public NDArray generatorLoss(NDArray realLogits, NDArray fakeLogits) {
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
        public NDArray generatorLoss(NDArray realLogits, NDArray fakeLogits) {
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

        /** {@link #ZERO_ONE}. */
        public static LeastSquares defaults() {
            return ZERO_ONE;
        }

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
        public NDArray generatorLoss(NDArray realLogits, NDArray fakeLogits) {
            return distance(fakeLogits, generatorTarget);
        }

        /** Half way between the targets of the discriminator. */
        @Override
        public OptionalDouble boundary() {
            return OptionalDouble.of((fakeTarget + realTarget) / 2);
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
        public NDArray generatorLoss(NDArray realLogits, NDArray fakeLogits) {
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
        public NDArray generatorLoss(NDArray realLogits, NDArray fakeLogits) {
            return fakeLogits.mean().neg();
        }

        @Override
        public OptionalDouble boundary() {
            return OptionalDouble.empty();
        }
    }

    /**
     * {@link NonSaturating} whose real target is below 1, the fake one 0: one-sided label smoothing
     * (Salimans et al. 2016, section 3.4). L_D = E[t softplus(−r) + (1−t) softplus(r)] +
     * E[softplus(f)].
     *
     * @param realTarget t, in (½, 1]; 0.9 is common, 0.75 in the authors' ImageNet code
     */
    record Smoothed(double realTarget) implements Objective {

        /** Real samples are real to 0.9. */
        public static final Smoothed DEFAULT = new Smoothed(0.9);

        public Smoothed {
            require(
                    realTarget > 0.5 && realTarget <= 1,
                    "realTarget must be in (0.5, 1], but was %s",
                    realTarget);
        }

        @Override
        public NDArray discriminatorLoss(NDArray realLogits, NDArray fakeLogits) {
            // t softplus(−r) + (1−t) softplus(r) = softplus(−r) + (1−t) r
            NDArray doubt = times(realLogits.mean(), 1 - realTarget);
            return crossEntropy(realLogits, fakeLogits).add(doubt);
        }

        @Override
        public NDArray generatorLoss(NDArray realLogits, NDArray fakeLogits) {
            return softplus(fakeLogits.neg()).mean();
        }
    }

    /**
     * Each real sample against one generated (RSGAN, Jolicoeur-Martineau 2019; the loss of R3GAN,
     * Huang et al. 2024): L_D = E[softplus(−(r − f))], L_G = E[softplus(−(f − r))].
     */
    record RelativisticPaired() implements Objective {

        @Override
        public NDArray discriminatorLoss(NDArray realLogits, NDArray fakeLogits) {
            require(
                    realLogits.getShape().equals(fakeLogits.getShape()),
                    "pairs need as many real as generated samples, but they were %s and %s",
                    realLogits.getShape(),
                    fakeLogits.getShape());
            return softplus(fakeLogits.sub(realLogits)).mean();
        }

        @Override
        public NDArray generatorLoss(NDArray realLogits, NDArray fakeLogits) {
            return discriminatorLoss(fakeLogits, realLogits);
        }

        @Override
        public boolean comparesSides() {
            return true;
        }

        @Override
        public OptionalDouble boundary() {
            return OptionalDouble.empty();
        }
    }

    /**
     * Each sample against the mean logit of the other side, under any loss of the discriminator
     * (Jolicoeur-Martineau 2019): L_D = L(r − E[f], f − E[r]), L_G = L(f − E[r], r − E[f]).
     *
     * @param comparison L; {@link NonSaturating} for RaSGAN, {@link Hinge} for RaHinge, {@link
     *     LeastSquares#MINUS_ONE_ONE} for RaLS (with the ½ of its authors' code)
     */
    record RelativisticAverage(Objective comparison) implements Objective {

        public RelativisticAverage {
            requirePlain(comparison);
        }

        @Override
        public NDArray discriminatorLoss(NDArray realLogits, NDArray fakeLogits) {
            return comparison.discriminatorLoss(
                    realLogits.sub(fakeLogits.mean()), fakeLogits.sub(realLogits.mean()));
        }

        @Override
        public NDArray generatorLoss(NDArray realLogits, NDArray fakeLogits) {
            return discriminatorLoss(fakeLogits, realLogits);
        }

        @Override
        public boolean comparesSides() {
            return true;
        }

        @Override
        public OptionalDouble boundary() {
            return OptionalDouble.empty();
        }
    }

    /**
     * The generator minimises what the discriminator would with the sides exchanged: L_G = L(f, r).
     * T-GAN's, whose two sides are the two orders of a pair (Su 2018), so that both depend on the
     * generator.
     *
     * @param game L
     */
    record Symmetric(Objective game) implements Objective {

        public Symmetric {
            requirePlain(game);
        }

        @Override
        public NDArray discriminatorLoss(NDArray realLogits, NDArray fakeLogits) {
            return game.discriminatorLoss(realLogits, fakeLogits);
        }

        @Override
        public NDArray generatorLoss(NDArray realLogits, NDArray fakeLogits) {
            return game.discriminatorLoss(fakeLogits, realLogits);
        }

        @Override
        public boolean comparesSides() {
            return true;
        }

        @Override
        public OptionalDouble boundary() {
            return game.boundary();
        }
    }

    private static void requirePlain(Objective inner) {
        require(
                !inner.comparesSides(),
                "the loss inside must not compare sides itself, but was %s",
                inner);
    }

    private static NDArray crossEntropy(NDArray realLogits, NDArray fakeLogits) {
        return softplus(realLogits.neg()).mean().add(softplus(fakeLogits).mean());
    }

    /** ln(1 + eˣ). */
    private static NDArray softplus(NDArray values) {
        return values.getNDArrayInternal().softPlus();
    }
}
