package dev.strait.core.objective;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.strait.core.gradient.GradientMode;
import dev.strait.core.gradient.InputGradient;
import dev.strait.core.tensor.EachDevice;
import dev.strait.core.tensor.TensorEngine;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ObjectiveTest {

    private static final List<Objective> ALL =
            List.of(
                    new Objective.NonSaturating(),
                    new Objective.Minimax(),
                    Objective.LeastSquares.ZERO_ONE,
                    Objective.LeastSquares.MINUS_ONE_ONE,
                    new Objective.Hinge(),
                    new Objective.Wasserstein(),
                    Objective.Smoothed.DEFAULT,
                    new Objective.RelativisticPaired(),
                    new Objective.RelativisticAverage(new Objective.NonSaturating()),
                    new Objective.RelativisticAverage(new Objective.Hinge()),
                    new Objective.RelativisticAverage(Objective.LeastSquares.MINUS_ONE_ONE),
                    new Objective.Symmetric(new Objective.NonSaturating()));

    @Test
    void shouldTestEveryObjective() {
        Set<Class<?>> tested = ALL.stream().map(Object::getClass).collect(Collectors.toSet());
        assertEquals(Set.of(Objective.class.getPermittedSubclasses()), tested);
    }

    private static float discriminator(NDManager manager, Objective of, double real, double fake) {
        return of.discriminatorLoss(vector(manager, real), vector(manager, fake)).getFloat();
    }

    private static float generator(NDManager manager, Objective of, double fake) {
        return of.generatorLoss(vector(manager, 0), vector(manager, fake)).getFloat();
    }

    private static NDArray vector(NDManager manager, double... values) {
        float[] floats = new float[values.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) values[i];
        }
        return manager.create(floats);
    }

    @EachDevice
    void shouldCostLn2ASideWhenUndecided(Device device) {
        try (NDManager manager = TensorEngine.newManager(device)) {
            double ln2 = Math.log(2);
            assertEquals(2 * ln2, discriminator(manager, ALL.get(0), 0, 0), 1e-6);
            assertEquals(2 * ln2, discriminator(manager, ALL.get(1), 0, 0), 1e-6);
            assertEquals(ln2, generator(manager, ALL.get(0), 0), 1e-6);
            assertEquals(-ln2, generator(manager, ALL.get(1), 0), 1e-6);
        }
    }

    @EachDevice
    void shouldEqualTheLogarithmsOfD(Device device) {
        try (NDManager manager = TensorEngine.newManager(device)) {
            double real = 1 / (1 + Math.exp(-0.7));
            double fake = 1 / (1 + Math.exp(1.3));
            double expected = -Math.log(real) - Math.log(1 - fake);
            assertEquals(expected, discriminator(manager, ALL.get(0), 0.7, -1.3), 1e-6);
            assertEquals(-Math.log(fake), generator(manager, ALL.get(0), -1.3), 1e-6);
            assertEquals(Math.log(1 - fake), generator(manager, ALL.get(1), -1.3), 1e-6);
        }
    }

    @EachDevice
    void shouldGiveTheWorkedValuesOfTheBoundedAndLinearLosses(Device device) {
        try (NDManager manager = TensorEngine.newManager(device)) {
            // ½(0.5 − 1)² + ½(−2 − 0)² and ½(−2 − 1)²
            assertEquals(2.125, discriminator(manager, ALL.get(2), 0.5, -2), 1e-6);
            assertEquals(4.5, generator(manager, ALL.get(2), -2), 1e-6);
            // ½(0.5 − 1)² + ½(−2 + 1)²
            assertEquals(0.625, discriminator(manager, ALL.get(3), 0.5, -2), 1e-6);
            // max(0, 1 − 0.5) + max(0, 1 − 2)
            assertEquals(0.5, discriminator(manager, ALL.get(4), 0.5, -2), 1e-6);
            assertEquals(2, generator(manager, ALL.get(4), -2), 1e-6);
            assertEquals(-2.5, discriminator(manager, ALL.get(5), 0.5, -2), 1e-6);
            assertEquals(2, generator(manager, ALL.get(5), -2), 1e-6);
        }
    }

    @EachDevice
    void shouldAverageOverSidesOfDifferentSizes(Device device) {
        try (NDManager manager = TensorEngine.newManager(device)) {
            NDArray loss =
                    new Objective.Wasserstein()
                            .discriminatorLoss(vector(manager, 1, 3), vector(manager, 1, 2, 6));
            assertEquals(1, loss.getFloat(), 1e-6);
        }
    }

    /** A swapped label turns these signs around. */
    @EachDevice
    void shouldRaiseRealAndLowerFakeLogitsForTheDiscriminatorAndRaiseThemForTheGenerator(
            Device device) {
        try (NDManager manager = TensorEngine.newManager(device)) {
            for (Objective objective : ALL) {
                NDArray other = vector(manager, 0.2);
                assertTrue(
                        slope(manager, r -> objective.discriminatorLoss(r, other)) < 0,
                        objective + " must raise real logits");
                assertTrue(
                        slope(manager, f -> objective.discriminatorLoss(other, f)) > 0,
                        objective + " must lower fake logits");
                assertTrue(
                        slope(manager, f -> objective.generatorLoss(other, f)) < 0,
                        objective + " must raise the generator's logits");
            }
        }
    }

    private static float slope(NDManager manager, UnaryOperator<NDArray> loss) {
        return slope(vector(manager, 0.2), loss);
    }

    private static float slope(NDArray logit, UnaryOperator<NDArray> loss) {
        logit.setRequiresGradient(true);
        return GradientMode.recording(() -> InputGradient.of(loss.apply(logit), logit))
                .toFloatArray()[0];
    }

    @EachDevice
    void shouldStayFiniteAndFloat32AtExtremeLogits(Device device) {
        try (NDManager manager = TensorEngine.newManager(device)) {
            for (Objective objective : ALL) {
                for (double logit : new double[] {-1e4, 1e4}) {
                    float judged = discriminator(manager, objective, -logit, logit);
                    assertTrue(Float.isFinite(judged), objective + " gave " + judged);
                    float generated = generator(manager, objective, logit);
                    assertTrue(Float.isFinite(generated), objective + " gave " + generated);
                }
            }
        }
    }

    @EachDevice
    void shouldDoubtRealSamplesUnderSmoothedLabels(Device device) {
        try (NDManager manager = TensorEngine.newManager(device)) {
            Objective smoothed = new Objective.Smoothed(0.9);
            double d = 1 / (1 + Math.exp(-0.7));
            double expected = -0.9 * Math.log(d) - 0.1 * Math.log(1 - d) + Math.log(2);
            assertEquals(expected, discriminator(manager, smoothed, 0.7, 0), 1e-6);
            // Best at D = t, so at the logit ln 9.
            NDArray fake = vector(manager, 0);
            NDArray best = vector(manager, Math.log(9));
            assertEquals(0, slope(best, r -> smoothed.discriminatorLoss(r, fake)), 1e-6);
            assertEquals(
                    discriminator(manager, new Objective.NonSaturating(), 2, 1),
                    discriminator(manager, new Objective.Smoothed(1), 2, 1),
                    1e-6);
        }
    }

    @EachDevice
    void shouldCompareEachRealSampleWithOneGenerated(Device device) {
        try (NDManager manager = TensorEngine.newManager(device)) {
            Objective paired = new Objective.RelativisticPaired();
            NDArray real = vector(manager, 1, 3);
            NDArray fake = vector(manager, 0.5, -1);
            double expected = (Math.log1p(Math.exp(-0.5)) + Math.log1p(Math.exp(-4))) / 2;
            assertEquals(expected, paired.discriminatorLoss(real, fake).getFloat(), 1e-6);
            double swapped = (Math.log1p(Math.exp(0.5)) + Math.log1p(Math.exp(4))) / 2;
            assertEquals(swapped, paired.generatorLoss(real, fake).getFloat(), 1e-6);
            NDArray three = vector(manager, 1, 2, 3);
            assertThrows(
                    IllegalArgumentException.class, () -> paired.discriminatorLoss(three, fake));
        }
    }

    @EachDevice
    void shouldCompareEachSideWithTheMeanOfTheOther(Device device) {
        try (NDManager manager = TensorEngine.newManager(device)) {
            NDArray real = vector(manager, 1, 3);
            NDArray fake = vector(manager, 0.5, -1.5);
            // r − E[f] = 1.5, 3.5 and f − E[r] = −1.5, −3.5
            Objective squares =
                    new Objective.RelativisticAverage(Objective.LeastSquares.MINUS_ONE_ONE);
            // ½((0.5² + 2.5²)/2) twice; the generator's ½((−2.5)² + (−4.5)²)/2 twice
            assertEquals(3.25, squares.discriminatorLoss(real, fake).getFloat(), 1e-5);
            assertEquals(13.25, squares.generatorLoss(real, fake).getFloat(), 1e-5);
            Objective hinge = new Objective.RelativisticAverage(new Objective.Hinge());
            assertEquals(0, hinge.discriminatorLoss(real, fake).getFloat(), 1e-6);
            assertEquals(7, hinge.generatorLoss(real, fake).getFloat(), 1e-6);
        }
    }

    /** Only differences count, so a common shift changes nothing. */
    @EachDevice
    void shouldNotSeeACommonShiftWhereSidesAreCompared(Device device) {
        try (NDManager manager = TensorEngine.newManager(device)) {
            for (Objective objective : ALL) {
                if (objective.comparesSides() && !(objective instanceof Objective.Symmetric)) {
                    float here = discriminator(manager, objective, 0.3, -0.4);
                    float there = discriminator(manager, objective, 5.3, 4.6);
                    assertEquals(here, there, 1e-5, objective.toString());
                }
            }
        }
    }

    /** Where a common shift of all logits changes nothing, no logit says real or fake. */
    @EachDevice
    void shouldTellABoundaryUnlessOnlyDifferencesCount(Device device) {
        try (NDManager manager = TensorEngine.newManager(device)) {
            for (Objective objective : ALL) {
                float here = discriminator(manager, objective, 0.3, -0.4);
                float there = discriminator(manager, objective, 5.3, 4.6);
                boolean shiftsAlike = Math.abs(here - there) < 1e-5;
                assertEquals(shiftsAlike, objective.boundary().isEmpty(), objective.toString());
            }
        }
        assertEquals(0, new Objective.NonSaturating().boundary().orElseThrow());
        assertEquals(0.5, Objective.LeastSquares.ZERO_ONE.boundary().orElseThrow());
        assertEquals(0, Objective.LeastSquares.MINUS_ONE_ONE.boundary().orElseThrow());
        Objective symmetric = new Objective.Symmetric(Objective.LeastSquares.ZERO_ONE);
        assertEquals(0.5, symmetric.boundary().orElseThrow());
    }

    /** A trainer spares the pass over real samples where the answer is no. */
    @EachDevice
    void shouldSayWhetherTheGeneratorsLossReadsRealLogits(Device device) {
        try (NDManager manager = TensorEngine.newManager(device)) {
            NDArray fake = vector(manager, 0.2);
            for (Objective objective : ALL) {
                NDArray real = vector(manager, 0.7);
                float first = objective.generatorLoss(real, fake).getFloat();
                float second = objective.generatorLoss(vector(manager, -1), fake).getFloat();
                assertEquals(objective.comparesSides(), first != second, objective.toString());
            }
        }
    }

    @EachDevice
    void shouldExchangeTheSidesForASymmetricGenerator(Device device) {
        try (NDManager manager = TensorEngine.newManager(device)) {
            Objective inner = new Objective.NonSaturating();
            NDArray real = vector(manager, 1, 3);
            NDArray fake = vector(manager, 0.5, -1.5);
            assertEquals(
                    inner.discriminatorLoss(fake, real).getFloat(),
                    new Objective.Symmetric(inner).generatorLoss(real, fake).getFloat());
        }
    }

    @Test
    void shouldRefuseComparisonsOfComparisonsAndLabelsBelowOneHalf() {
        Objective paired = new Objective.RelativisticPaired();
        assertThrows(
                IllegalArgumentException.class, () -> new Objective.RelativisticAverage(paired));
        assertThrows(IllegalArgumentException.class, () -> new Objective.Symmetric(paired));
        assertThrows(IllegalArgumentException.class, () -> new Objective.Smoothed(0.5));
        assertThrows(IllegalArgumentException.class, () -> new Objective.Smoothed(Double.NaN));
    }

    @Test
    void shouldRefuseTargetsTheWrongWayRound() {
        assertThrows(IllegalArgumentException.class, () -> new Objective.LeastSquares(1, 0, 1));
        assertThrows(
                IllegalArgumentException.class, () -> new Objective.LeastSquares(Double.NaN, 1, 1));
    }
}
