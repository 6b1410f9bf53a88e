package dev.strait.core.bottleneck;

import ai.djl.ndarray.NDArray;
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

    static BottleneckReport of(
            Judgement real,
            Judgement fake,
            double beta,
            double rate,
            double informationLimit,
            double permitted) {
        return new BottleneckReport(
                beta,
                real.kl().mean().getFloat(),
                fake.kl().mean().getFloat(),
                rate,
                informationLimit,
                share(real.logits().gt(0f)),
                share(fake.logits().lt(0f)),
                InformationBound.accuracyCap(permitted),
                InformationBound.bceFloor(permitted));
    }

    /** Whether the rate keeps the limit. */
    public boolean constraintSatisfied() {
        return rate <= informationLimit;
    }

    /** Mean of the accuracies of both sides. */
    public double accuracy() {
        return (accuracyReal + accuracyFake) / 2;
    }

    private static double share(NDArray right) {
        return right.toType(DataType.FLOAT32, false).mean().getFloat();
    }
}
