package dev.strait.core.bottleneck;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.DataType;

/**
 * How a discriminator and its constraint stand. An accuracy at its cap is as good as the code
 * permits; one above it was not measured on sampled codes, or on too few samples.
 *
 * @param beta β
 * @param klReal mean KL of real or expert samples, in nats
 * @param klFake mean KL of generated samples, in nats
 * @param rate E[KL] under the chosen convention: what is held at the limit
 * @param informationLimit I_c in nats; infinite without a bottleneck
 * @param accuracyReal share of real samples with a positive logit
 * @param accuracyFake share of generated samples with a negative logit
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
     * @param accuracyReal share of real samples with a positive logit
     * @param accuracyFake share of generated samples with a negative logit
     */
    public record Figures(double klReal, double klFake, double accuracyReal, double accuracyFake) {

        /** In one reading from the device. */
        static Figures read(Judgement real, Judgement fake) {
            float[] read = NDArrays.stack(on(real, fake)).toFloatArray();
            return new Figures(read[0], read[1], read[2], read[3]);
        }

        /** The four scalars, still on the device. */
        static NDList on(Judgement real, Judgement fake) {
            return new NDList(
                    real.kl().mean(),
                    fake.kl().mean(),
                    share(real.logits().gt(0f)),
                    share(fake.logits().lt(0f)));
        }

        private static NDArray share(NDArray right) {
            return right.toType(DataType.FLOAT32, false).mean();
        }
    }

    /** Whether the rate keeps the limit. */
    public boolean constraintSatisfied() {
        return rate <= informationLimit;
    }

    /** Mean of the accuracies of both sides. */
    public double accuracy() {
        return (accuracyReal + accuracyFake) / 2;
    }
}
