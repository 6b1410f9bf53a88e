package dev.strait.core.bottleneck;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.DataType;
import java.util.OptionalDouble;

/**
 * How a discriminator and its constraint stand. An accuracy at its cap is as good as the code
 * permits; one above it was not measured on sampled codes, or on too few samples.
 *
 * @param beta β
 * @param klReal mean KL of real or expert samples, in nats
 * @param klFake mean KL of generated samples, in nats
 * @param rate E[KL] under the chosen convention: what is held at the limit
 * @param informationLimit I_c in nats; infinite without a bottleneck
 * @param accuracyReal share of real samples whose logit is above the objective's boundary; NaN
 *     where it has none
 * @param accuracyFake share of generated samples whose logit is below it; NaN where there is none
 * @param accuracyCap the best mean accuracy that the measured mixture KL permits
 * @param bceFloor the lowest summed cross-entropy that it permits, in nats
 */
public record BottleneckReport(
        double beta,
        double klReal,
        double klFake,
        double rate,
        double informationLimit,
        double accuracyReal,
        double accuracyFake,
        double accuracyCap,
        double bceFloor) {

    private static final double MARGIN = 1.1;

    /** Without a bottleneck: no rate, no limit, no cap. */
    static BottleneckReport unlimited(Figures figures) {
        double none = Double.POSITIVE_INFINITY;
        return new BottleneckReport(
                0, 0, 0, 0, none, figures.accuracyReal, figures.accuracyFake, 1, 0);
    }

    static BottleneckReport of(
            Figures figures, double beta, RateExpectation expectation, double informationLimit) {
        double mixture = Math.max(0, (figures.klReal + figures.klFake) / 2);
        return new BottleneckReport(
                beta,
                figures.klReal,
                figures.klFake,
                expectation.of(figures.klReal, figures.klFake),
                informationLimit,
                figures.accuracyReal,
                figures.accuracyFake,
                InformationBound.accuracyCap(mixture),
                InformationBound.bceFloor(mixture));
    }

    /**
     * What a report is made from.
     *
     * @param klReal mean KL of real samples, in nats
     * @param klFake mean KL of generated samples, in nats
     * @param accuracyReal share of real samples whose logit is above the boundary, or NaN
     * @param accuracyFake share of generated samples whose logit is below it, or NaN
     */
    public record Figures(double klReal, double klFake, double accuracyReal, double accuracyFake) {

        /** In one reading from the device. */
        static Figures read(Judgement real, Judgement fake, OptionalDouble boundary) {
            float[] read = NDArrays.stack(on(real, fake, boundary)).toFloatArray();
            return new Figures(read[0], read[1], read[2], read[3]);
        }

        /** The four scalars, still on the device; without a boundary there are no accuracies. */
        static NDList on(Judgement real, Judgement fake, OptionalDouble boundary) {
            // No logit is above or below NaN, so what would be a share is made NaN as well.
            float at = (float) boundary.orElse(Double.NaN);
            float known = at - at;
            return new NDList(
                    real.kl().mean(),
                    fake.kl().mean(),
                    share(real.logits().gt(at)).add(known),
                    share(fake.logits().lt(at)).add(known));
        }

        private static NDArray share(NDArray right) {
            return right.toType(DataType.FLOAT32, false).mean();
        }
    }

    /**
     * Whether the constraint counts as held by a mean rate over many updates: dual ascent circles
     * about I_c, from above as much as from below, so up to a tenth above it.
     *
     * @param meanRate in nats; never held where NaN
     * @param informationLimit I_c in nats
     */
    public static boolean held(double meanRate, double informationLimit) {
        return meanRate <= MARGIN * informationLimit;
    }

    /** Whether the rate keeps the limit. */
    public boolean constraintSatisfied() {
        return rate <= informationLimit;
    }

    /** Whether a single logit says on which side a sample is, so that there are accuracies. */
    public boolean tellsAccuracy() {
        return !Double.isNaN(accuracyReal) && !Double.isNaN(accuracyFake);
    }

    /** Mean of the accuracies of both sides; NaN without. */
    public double accuracy() {
        return (accuracyReal + accuracyFake) / 2;
    }
}
