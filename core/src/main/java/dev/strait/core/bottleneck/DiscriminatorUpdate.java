package dev.strait.core.bottleneck;

import ai.djl.ndarray.NDArray;
import dev.strait.core.gradient.Learner;
import dev.strait.core.gradient.LearnerReport;
import dev.strait.core.gradient.Optimiser;
import dev.strait.core.objective.Objective;
import dev.strait.core.objective.Regulariser;
import dev.strait.core.tensor.NoiseStream;

/**
 * One update of a discriminator: the loss of the objective on sampled codes, plus the penalty of
 * the regulariser, plus β(E[KL] − I_c); then the step, the projection, and β's own move (Peng et
 * al. 2019, eq. 8 to 10).
 *
 * @param discriminator whose parameters the learner holds
 * @param constraint its own; keep it as long as the discriminator
 * @param objective what it minimises
 * @param regulariser what keeps it smooth
 * @param learner over the parameters of {@code discriminator.block()}
 */
public record DiscriminatorUpdate(
        Discriminator discriminator,
        Constraint constraint,
        Objective objective,
        Regulariser regulariser,
        Learner learner) {

    /**
     * What one update saw.
     *
     * @param adversarialLoss loss of the objective alone
     * @param rate E[KL] in nats under the constraint's convention
     * @param learner the whole loss and its gradient
     */
    public record Report(double adversarialLoss, double rate, LearnerReport learner) {}

    /**
     * The paper's update around a discriminator: cross-entropy, no regulariser, no clipping, β at
     * its start.
     */
    public static DiscriminatorUpdate of(
            Bottleneck bottleneck, Discriminator discriminator, Optimiser optimiser) {
        return new DiscriminatorUpdate(
                discriminator,
                bottleneck.constraint(),
                new Objective.NonSaturating(),
                new Regulariser.None(),
                Learner.of(
                        "discriminator",
                        optimiser,
                        Double.POSITIVE_INFINITY,
                        discriminator.block()));
    }

    /**
     * Updates once.
     *
     * @param real (B, …) real or expert samples
     * @param fake (B′, …) generated samples, taken as constants
     * @param noise for codes, interpolates and instance noise
     */
    public Report step(NDArray real, NDArray fake, NoiseStream noise) {
        NDArray seenReal = regulariser.perturb(real, noise);
        NDArray seenFake = regulariser.perturb(fake, noise);
        NDArray[] terms = new NDArray[2];
        LearnerReport learned =
                learner.minimise(
                        () -> {
                            Judgement r = discriminator.judge(seenReal, noise);
                            Judgement f = discriminator.judge(seenFake, noise);
                            terms[0] = objective.discriminatorLoss(r.logits(), f.logits());
                            terms[1] = constraint.rate(r, f);
                            return terms[0].add(penalty(seenReal, seenFake, noise))
                                    .add(constraint.term(r, f));
                        });
        regulariser.project(learner.parameters());
        Report report = new Report(terms[0].getFloat(), terms[1].getFloat(), learned);
        // After the step that it weighed: the β of this step is the one that the loss had.
        constraint.update(report.rate(), report.adversarialLoss());
        return report;
    }

    /** How things stand on a pair of batches, on sampled codes; nothing moves but the noise. */
    public BottleneckReport report(NDArray real, NDArray fake, NoiseStream noise) {
        return constraint.report(
                discriminator.judge(real, noise), discriminator.judge(fake, noise));
    }

    private NDArray penalty(NDArray real, NDArray fake, NoiseStream noise) {
        return regulariser.penalty(
                inputs -> discriminator.judge(inputs, noise).logits(), real, fake, noise);
    }
}
