package dev.strait.core.bottleneck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.strait.core.gradient.Adam;
import dev.strait.core.gradient.Learner;
import dev.strait.core.network.Activation;
import dev.strait.core.network.Dense;
import dev.strait.core.objective.Objective;
import dev.strait.core.tensor.NoiseStream;
import dev.strait.core.tensor.Seeds;
import dev.strait.core.tensor.TensorEngine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The paper's toy: two Gaussians at (−2, 0) and (2, 0) of spread ½, which an unconstrained
 * discriminator tells apart without error.
 */
class TwoGaussiansTest {

    private static final int BATCH = 128;

    private static final int JUDGED = 20_000;

    private static final int STEPS = 700;

    private static final Objective OBJECTIVE = new Objective.NonSaturating();

    private record Outcome(BottleneckReport report, double bce, double meanAccuracy) {}

    private static NDArray side(NDManager manager, NoiseStream noise, int count, float centre) {
        NDArray points = noise.normal(manager, new Shape(count, 2)).mul(0.5f);
        return points.add(manager.create(new float[] {centre, 0}));
    }

    private static Outcome train(Bottleneck bottleneck, long seed) {
        Seeds seeds = new Seeds(seed);
        NoiseStream data = seeds.noise("data");
        NoiseStream code = seeds.noise("code");
        try (NDManager manager = TensorEngine.newManager(Device.cpu())) {
            Discriminator discriminator =
                    bottleneck.around(
                            Dense.of(2, 16)
                                    .last(Activation.RELU)
                                    .build(manager, seeds.stream("trunk")),
                            new Shape(1, 2),
                            manager,
                            seeds.stream("heads"));
            Constraint constraint = bottleneck.constraint();
            try (Learner learner = Learner.of("toy", Adam.of(3e-3), 1e9, discriminator.block())) {
                for (int step = 0; step < STEPS; step++) {
                    try (NDManager scope = manager.newSubManager()) {
                        step(discriminator, constraint, learner, scope, data, code);
                    }
                }
            }
            return outcome(discriminator, constraint, manager, data, code);
        }
    }

    private static void step(
            Discriminator discriminator,
            Constraint constraint,
            Learner learner,
            NDManager scope,
            NoiseStream data,
            NoiseStream code) {
        NDArray real = side(scope, data, BATCH, 2);
        NDArray fake = side(scope, data, BATCH, -2);
        NDArray[] seen = new NDArray[2];
        learner.minimise(
                () -> {
                    Judgement r = discriminator.judge(real, code);
                    Judgement f = discriminator.judge(fake, code);
                    seen[0] = constraint.rate(r, f);
                    seen[1] = OBJECTIVE.discriminatorLoss(r.logits(), f.logits());
                    return seen[1].add(constraint.term(r, f));
                });
        constraint.update(seen[0].getFloat(), seen[1].getFloat());
    }

    private static Outcome outcome(
            Discriminator discriminator,
            Constraint constraint,
            NDManager manager,
            NoiseStream data,
            NoiseStream code) {
        NDArray real = side(manager, data, JUDGED, 2);
        NDArray fake = side(manager, data, JUDGED, -2);
        Judgement r = discriminator.judge(real, code);
        Judgement f = discriminator.judge(fake, code);
        double right =
                discriminator.logits(real).gt(0f).countNonzero().getLong()
                        + discriminator.logits(fake).lt(0f).countNonzero().getLong();
        return new Outcome(
                constraint.report(r, f),
                OBJECTIVE.discriminatorLoss(r.logits(), f.logits()).getFloat(),
                right / (2.0 * JUDGED));
    }

    private static Bottleneck narrow(double informationLimit) {
        return Bottleneck.Variational.of(4, informationLimit)
                .dualAscent(new DualAscent.ProportionalIntegral(5, 0.05));
    }

    /**
     * The bounds hold on sampled codes; on the mean path the same network is nearly always right.
     */
    @ParameterizedTest
    @ValueSource(doubles = {0.05, 0.2})
    void shouldKeepTheRateAndWithItTheCapAndTheFloor(double informationLimit) {
        for (long seed = 1; seed <= 3; seed++) {
            Outcome outcome = train(narrow(informationLimit), seed);
            BottleneckReport report = outcome.report();
            assertEquals(informationLimit, report.rate(), 0.2 * informationLimit, report::toString);
            // Four standard errors of a share of 40,000.
            double sampling = 4 * 0.5 / Math.sqrt(2 * JUDGED);
            assertTrue(report.accuracy() <= report.accuracyCap() + sampling, report::toString);
            assertTrue(outcome.bce() >= report.bceFloor() - 0.02, outcome::toString);
            assertTrue(outcome.meanAccuracy() > 0.99, outcome::toString);
            // And it uses what it is given: better than guessing.
            assertTrue(report.accuracy() > 0.55, report::toString);
        }
    }

    @Test
    void shouldWinOutrightWithoutABottleneck() {
        Outcome outcome = train(new Bottleneck.None(), 1);
        assertTrue(outcome.report().accuracy() > 0.999, outcome::toString);
        assertTrue(outcome.bce() < 0.01, outcome::toString);
        assertEquals(1, outcome.report().accuracyCap());
    }

    @Test
    void shouldRepeatItselfFromTheSameSeed() {
        assertEquals(train(narrow(0.1), 5), train(narrow(0.1), 5));
    }
}
