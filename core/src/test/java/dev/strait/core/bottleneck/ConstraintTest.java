package dev.strait.core.bottleneck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.strait.core.network.InitialWeights;
import dev.strait.core.tensor.EachDevice;
import dev.strait.core.tensor.TensorEngine;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ConstraintTest {

    /** Worked by hand for real rates 1 and 3, fake rates 4, 5 and 9. */
    private static final Map<RateExpectation, Double> RATES =
            Map.of(
                    new RateExpectation.Mixture(), 4.0,
                    new RateExpectation.RealOnly(), 2.0,
                    new RateExpectation.MeanOverCells(16), 0.25,
                    new RateExpectation.SumOfSides(), 8.0);

    private static Bottleneck.Variational under(RateExpectation expectation) {
        return new Bottleneck.Variational(
                2,
                0.5,
                new Spread.LogStd(),
                new InitialWeights.FanIn(),
                expectation,
                new DualAscent.PaperRule(0.01),
                0.1);
    }

    private static Judgement judgement(NDManager manager, float[] logits, float[] kl) {
        return new Judgement(manager.create(logits), manager.create(kl));
    }

    private static Judgement real(NDManager manager) {
        return judgement(manager, new float[] {1, -1}, new float[] {1, 3});
    }

    private static Judgement fake(NDManager manager) {
        return judgement(manager, new float[] {-1, -2, 1}, new float[] {4, 5, 9});
    }

    @Test
    void shouldTestEveryConvention() {
        Set<Class<?>> tested =
                RATES.keySet().stream().map(Object::getClass).collect(Collectors.toSet());
        assertEquals(Set.of(RateExpectation.class.getPermittedSubclasses()), tested);
    }

    @EachDevice
    void shouldWeighTheCentredRateOfEveryConvention(Device device) {
        try (NDManager manager = TensorEngine.newManager(device)) {
            RATES.forEach(
                    (expectation, rate) -> {
                        Constraint constraint = under(expectation).constraint();
                        Judgement real = real(manager);
                        Judgement fake = fake(manager);
                        assertEquals(rate, constraint.rate(real, fake).getFloat(), 1e-6);
                        NDArray term = constraint.term(real, fake);
                        assertEquals(0.1 * (rate - 0.5), term.getFloat(), 1e-6);
                    });
        }
    }

    /** What the term is centred by, the update must not be centred by again, and the reverse. */
    @EachDevice
    void shouldMoveBetaByTheViolationThatTheTermShows(Device device) {
        try (NDManager manager = TensorEngine.newManager(device)) {
            Constraint constraint = under(new RateExpectation.Mixture()).constraint();
            Judgement real = real(manager);
            Judgement fake = fake(manager);
            double violation = constraint.term(real, fake).getFloat() / 0.1;
            constraint.update(constraint.rate(real, fake).getFloat(), 1);
            assertEquals(0.1 + 0.01 * violation, constraint.state().beta(), 1e-6);
        }
    }

    @EachDevice
    void shouldReportWhereDiscriminatorAndConstraintStand(Device device) {
        try (NDManager manager = TensorEngine.newManager(device)) {
            Judgement real = judgement(manager, new float[] {1, -1}, new float[] {0.1f, 0.3f});
            Judgement fake = judgement(manager, new float[] {-1, -2, 1}, new float[] {0, 0, 0});
            BottleneckReport report =
                    under(new RateExpectation.Mixture()).constraint().report(real, fake);
            assertEquals(0.1, report.beta());
            assertEquals(0.2, report.klReal(), 1e-6);
            assertEquals(0, report.klFake());
            assertEquals(0.1, report.rate(), 1e-6);
            assertTrue(report.constraintSatisfied());
            assertEquals(0.5, report.accuracyReal());
            assertEquals(2 / 3.0, report.accuracyFake(), 1e-6);
            assertEquals(7 / 12.0, report.accuracy(), 1e-6);
            assertEquals(0.720, report.accuracyCap(), 1e-3);
            assertEquals(1.186, report.bceFloor(), 1e-3);
            assertFalse(
                    under(new RateExpectation.Mixture())
                            .constraint()
                            .report(real(manager), fake(manager))
                            .constraintSatisfied());
        }
    }

    /** A discriminator that has learned nothing has judged nothing right, on either side. */
    @EachDevice
    void shouldCountALogitOnTheBoundaryAsWrong(Device device) {
        try (NDManager manager = TensorEngine.newManager(device)) {
            Judgement undecided = judgement(manager, new float[] {0, 0}, new float[] {0, 0});
            BottleneckReport report =
                    under(new RateExpectation.Mixture())
                            .constraint()
                            .report(undecided, undecided, OptionalDouble.of(0));
            assertEquals(0, report.accuracyReal());
            assertEquals(0, report.accuracyFake());
        }
    }

    @EachDevice
    void shouldTellAccuraciesByTheBoundaryOrNone(Device device) {
        try (NDManager manager = TensorEngine.newManager(device)) {
            Judgement real = judgement(manager, new float[] {0.4f, 0.9f, 2}, new float[] {0, 0, 0});
            Judgement fake = judgement(manager, new float[] {0.3f, 0.6f}, new float[] {0, 0});
            Constraint constraint = under(new RateExpectation.Mixture()).constraint();

            BottleneckReport half = constraint.report(real, fake, OptionalDouble.of(0.5));
            BottleneckReport none = constraint.report(real, fake, OptionalDouble.empty());

            assertEquals(2 / 3.0, half.accuracyReal(), 1e-6);
            assertEquals(0.5, half.accuracyFake(), 1e-6);
            assertTrue(half.tellsAccuracy());
            assertFalse(none.tellsAccuracy());
            assertTrue(Double.isNaN(none.accuracy()));
            assertEquals(half.rate(), none.rate());
        }
    }

    @EachDevice
    void shouldCapByTheMixtureWhateverTheConvention(Device device) {
        try (NDManager manager = TensorEngine.newManager(device)) {
            Judgement real = judgement(manager, new float[] {1}, new float[] {0.2f});
            Judgement fake = judgement(manager, new float[] {-1}, new float[] {0});
            for (RateExpectation expectation : RATES.keySet()) {
                BottleneckReport report = under(expectation).constraint().report(real, fake);
                assertEquals(InformationBound.accuracyCap(0.1), report.accuracyCap(), 1e-6);
            }
        }
    }

    /** A mixture at the permitted limit has just the rate that the convention holds. */
    @Test
    void shouldKnowTheMixtureThatEachConventionPermits() {
        assertEquals(0.5, new RateExpectation.Mixture().mixtureLimit(0.5));
        assertEquals(1.6, new RateExpectation.MeanOverCells(16).mixtureLimit(0.1), 1e-12);
        assertEquals(0.25, new RateExpectation.SumOfSides().mixtureLimit(0.5));
        for (RateExpectation expectation : RATES.keySet()) {
            double mixture = expectation.mixtureLimit(0.5);
            if (Double.isFinite(mixture)) {
                assertEquals(0.5, expectation.of(mixture, mixture), 1e-12);
            }
        }
        assertEquals(1, under(new RateExpectation.RealOnly()).accuracyCap());
        assertEquals(0.952, under(new RateExpectation.Mixture()).accuracyCap(), 1e-3);
        assertEquals(1, new Bottleneck.None().accuracyCap());
    }

    /** A β that starts over each round never grows (lets-do-irl). */
    @Test
    void shouldKeepBetaAcrossRoundsAndCheckpoints() {
        Constraint constraint = under(new RateExpectation.Mixture()).constraint();
        double before = 0.1;
        for (int round = 0; round < 3; round++) {
            for (int step = 0; step < 10; step++) {
                constraint.update(1.5, 1);
            }
            assertEquals(before + 0.1, constraint.state().beta(), 1e-9);
            before = constraint.state().beta();
        }
        Constraint resumed = under(new RateExpectation.Mixture()).constraint();
        resumed.restore(constraint.state());
        assertEquals(before, resumed.state().beta());
    }

    @Test
    void shouldRefuseLimitsThatAreNone() {
        assertThrows(
                IllegalArgumentException.class, () -> Bottleneck.Variational.of(8, Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> Bottleneck.Variational.of(8, 0));
        assertThrows(IllegalArgumentException.class, () -> Bottleneck.Variational.of(0, 0.5));
        assertThrows(IllegalArgumentException.class, () -> new RateExpectation.MeanOverCells(0));
    }

    @Test
    void shouldCountAsHeldWithinATenthOfTheLimit() {
        assertTrue(BottleneckReport.held(0.1, 0.5));
        assertTrue(BottleneckReport.held(0.549, 0.5));
        assertFalse(BottleneckReport.held(0.551, 0.5));
        assertFalse(BottleneckReport.held(Double.NaN, 0.5));
    }
}
