package dev.strait.core.bottleneck;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import dev.strait.core.gradient.Learner;
import dev.strait.core.gradient.LearnerReport;
import dev.strait.core.gradient.OnceDifferentiable;
import dev.strait.core.gradient.Optimiser;
import dev.strait.core.objective.Objective;
import dev.strait.core.objective.Regulariser;
import dev.strait.core.tensor.NoiseStream;
import java.util.List;

/**
 * One update of a discriminator: the loss of the objective on sampled codes, plus the penalty of
 * the regulariser, plus β(E[KL] − I_c); then the step, the projection, and β's own move (Peng et
 * al. 2019, eq. 8 to 10).
 *
 * @param discriminator whose parameters the learner holds
 * @param constraint its own; keep it as long as the discriminator
 * @param objective what it minimises
 * @param regulariser what keeps it smooth
 * @param learner over the parameters of {@code discriminator.block()}, then those of what is
 *     learned along
 */
public record DiscriminatorUpdate(
        Discriminator discriminator,
        Constraint constraint,
        Objective objective,
        Regulariser regulariser,
        Learner learner) {

    /** What the learner's layout calls the parameters of its first block. */
    private static final String OWN = "0.";

    /**
     * What one update saw.
     *
     * @param adversarialLoss loss of the objective alone
     * @param penalty of the regulariser
     * @param companion loss of what was learned along, and what it noted
     * @param bottleneck how things stood, under the β that weighed the step
     * @param learner the whole loss and its gradient
     */
    public record Report(
            double adversarialLoss,
            double penalty,
            List<Double> companion,
            BottleneckReport bottleneck,
            LearnerReport learner) {

        /** E[KL] in nats under the constraint's convention. */
        public double rate() {
            return bottleneck.rate();
        }
    }

    /** What is learned along from the features of the same pass, such as InfoGAN's Q. */
    public interface Companion {

        /** Nothing. */
        Companion NONE = (real, fake) -> new NDList(real.getManager().create(0f));

        /**
         * Its loss, called in gradient mode; the learner holds its parameters too.
         *
         * @param realFeatures (B, …) what the trunk makes of real samples
         * @param fakeFeatures (B′, …) of generated samples
         * @return scalars: the loss, then what is to be noted in the report
         */
        NDList loss(NDArray realFeatures, NDArray fakeFeatures);
    }

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
        return step(real, fake, Companion.NONE, noise);
    }

    /** The same under another regulariser, such as a weaker one. */
    public DiscriminatorUpdate regulariser(Regulariser value) {
        return new DiscriminatorUpdate(discriminator, constraint, objective, value, learner);
    }

    /** Updates once, and what is learned along. */
    public Report step(NDArray real, NDArray fake, Companion companion, NoiseStream noise) {
        NDArray seenReal = regulariser.perturb(real, noise);
        NDArray seenFake = regulariser.perturb(fake, noise);
        NDList figures = new NDList();
        LearnerReport learned =
                learner.minimise(
                        () -> loss(seenReal, seenFake, companion, noise, figures), figures);
        project();
        Report report = report(learned);
        // After the step that it weighed: the β of this step is the one that the loss had.
        constraint.update(report.rate(), report.adversarialLoss());
        return report;
    }

    /** The discriminator's own parameters: what is learned along is no part of the critic. */
    private void project() {
        long own =
                learner.layout().stream()
                        .filter(part -> part.getKey().startsWith(OWN))
                        .mapToLong(part -> part.getValue().size())
                        .sum();
        NDArray all = learner.parameters();
        if (own == all.size()) {
            // Spares a view in every step.
            regulariser.project(all);
            return;
        }
        try (NDArray parameters = all.get("0:" + own)) {
            regulariser.project(parameters);
        }
    }

    private NDArray loss(
            NDArray real, NDArray fake, Companion companion, NoiseStream noise, NDList figures) {
        Seen ofReal = see(real, noise);
        Seen ofFake = see(fake, noise);
        Judgement r = ofReal.judgement();
        Judgement f = ofFake.judgement();
        NDArray adversarial = objective.discriminatorLoss(r.logits(), f.logits());
        NDArray penalty = penalty(real, fake, noise);
        NDList along = companion.loss(ofReal.features(), ofFake.features());
        figures.addAll(new NDList(adversarial, penalty));
        figures.addAll(BottleneckReport.Figures.on(r, f, objective.boundary()));
        figures.addAll(along);
        return adversarial.add(penalty).add(along.get(0)).add(constraint.term(r, f));
    }

    private record Seen(NDArray features, Judgement judgement) {}

    /** The penalty, which differentiates twice, makes passes of its own. */
    private Seen see(NDArray inputs, NoiseStream noise) {
        return OnceDifferentiable.in(
                () -> {
                    NDArray features = discriminator.features(inputs);
                    return new Seen(
                            features, discriminator.verdict(features, CodePath.SAMPLED, noise));
                });
    }

    private Report report(LearnerReport learned) {
        List<Double> read = learned.figures();
        BottleneckReport.Figures figures =
                new BottleneckReport.Figures(read.get(2), read.get(3), read.get(4), read.get(5));
        return new Report(
                read.get(0),
                read.get(1),
                read.subList(6, read.size()),
                constraint.report(figures),
                learned);
    }

    /** How things stand on a pair of batches, on sampled codes; nothing moves but the noise. */
    public BottleneckReport report(NDArray real, NDArray fake, NoiseStream noise) {
        return constraint.report(
                discriminator.judge(real, noise),
                discriminator.judge(fake, noise),
                objective.boundary());
    }

    private NDArray penalty(NDArray real, NDArray fake, NoiseStream noise) {
        NDArray penalty =
                regulariser.penalty(
                        inputs -> discriminator.judge(inputs, noise).logits(), real, fake, noise);
        return penalty.add(
                regulariser.weightPenalty(
                        discriminator.block(), discriminator.head(), real.getManager()));
    }
}
