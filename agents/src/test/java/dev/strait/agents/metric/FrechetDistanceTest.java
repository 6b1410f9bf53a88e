package dev.strait.agents.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.strait.core.tensor.SeedStream;
import dev.strait.core.tensor.Seeds;
import org.junit.jupiter.api.Test;

class FrechetDistanceTest {

    private static final int MANY = 1_000;

    private static double between(Points first, Points second) {
        return FrechetDistance.from(Moments.of(first)).to(Moments.of(second));
    }

    private static Moments diagonal(double[] mean, double... variances) {
        double[] covariance = new double[mean.length * mean.length];
        for (int i = 0; i < mean.length; i++) {
            covariance[i * (mean.length + 1)] = variances[i];
        }
        return new Moments(MANY, mean, covariance);
    }

    /** Of diagonal covariances it is Σ (μ₁ − μ₂)² + (σ₁ − σ₂)²: 1 + 4 + (2 − 1)² + (3 − 0.5)². */
    @Test
    void shouldBeTheClosedFormOfDiagonalGaussians() {
        Moments first = diagonal(new double[] {0, 0}, 4, 9);
        Moments second = diagonal(new double[] {1, -2}, 1, 0.25);

        assertEquals(12.25, FrechetDistance.from(first).to(second), 1e-12);
        assertEquals(12.25, FrechetDistance.from(second).to(first), 1e-12);
    }

    /** A turned covariance: Σ₁ = I leaves (λ₁ + λ₂) + 2 − 2(√λ₁ + √λ₂) = Σ (√λ − 1)², λ 3 and 1. */
    @Test
    void shouldTakeTheRootOfTheMatrixNotOfItsEntries() {
        Moments turned = new Moments(MANY, new double[2], new double[] {2, 1, 1, 2});
        double expected = Math.pow(Math.sqrt(3) - 1, 2);

        assertEquals(
                expected, FrechetDistance.from(turned).to(diagonal(new double[2], 1, 1)), 1e-12);
        assertEquals(
                expected, FrechetDistance.from(diagonal(new double[2], 1, 1)).to(turned), 1e-12);
    }

    @Test
    void shouldBeZeroOfASetAndItselfEvenWhereADimensionIsDead() {
        Points points = SomePoints.normal(new Seeds(1).stream("points"), 200, 20, 0, 1);
        float[] values = points.values().clone();
        for (int i = 0; i < values.length; i += 20) {
            values[i] = 3;
        }
        Points dead = new Points(values, 20);

        assertEquals(0, between(points, points), 1e-10);
        assertEquals(0, between(dead, dead), 1e-10);
    }

    /** scipy.linalg.sqrtm(Σ₁Σ₂) and numpy.cov on the same points (scipy 1.17.1, numpy 2.4.6). */
    @Test
    void shouldAgreeWithScipy() {
        assertEquals(0.03885617386183382, between(SomePoints.WAVES, SomePoints.OTHER_WAVES), 1e-12);
    }

    /** The bias falls as 1/N: ten times the points, about a tenth of the distance. */
    @Test
    void shouldShrinkWithTheNumberOfPointsOfOneDistribution() {
        SeedStream random = new Seeds(2).stream("points");
        double few = between(sample(random, 500), sample(random, 500));
        double many = between(sample(random, 5_000), sample(random, 5_000));

        assertTrue(many > 0 && many < few / 5, few + " and " + many);
    }

    private static Points sample(SeedStream random, int count) {
        return SomePoints.normal(random, count, 16, 0, 1);
    }

    @Test
    void shouldRefuseFewerPointsThanDimensions() {
        Points few = SomePoints.normal(new Seeds(3).stream("points"), 9, 10, 0, 1);
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> between(few, few));
        assertEquals(
                "FID over 10 features needs at least 10 images, but there are 9",
                refused.getMessage());
    }

    @Test
    void shouldRefuseMomentsOfAnotherSpace() {
        FrechetDistance plane = FrechetDistance.from(diagonal(new double[2], 1, 1));
        Moments line = diagonal(new double[1], 1);
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> plane.to(line));
        assertEquals(
                "moments of 1 dimensions cannot be compared with moments of 2",
                refused.getMessage());
    }

    /** Of (0, 0), (2, 0), (0, 4): mean (2/3, 4/3), covariance (4/3, −4/3; −4/3, 16/3). */
    @Test
    void shouldDivideTheCovarianceByOneLessThanThePoints() {
        Moments moments = Moments.of(Points.of(new double[][] {{0, 0}, {2, 0}, {0, 4}}));

        assertEquals(2 / 3.0, moments.mean()[0], 1e-15);
        assertEquals(4 / 3.0, moments.mean()[1], 1e-15);
        double[] expected = {4 / 3.0, -4 / 3.0, -4 / 3.0, 16 / 3.0};
        for (int i = 0; i < 4; i++) {
            assertEquals(expected[i], moments.covariance()[i], 1e-14);
        }
    }
}
