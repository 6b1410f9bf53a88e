package dev.strait.agents.experiment.toy;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.Device;
import dev.strait.core.tensor.Seeds;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CurveTest {

    private static final double EPS = 1e-12;

    private static Curve of(double logit, double slope) {
        return new Curve("", new double[] {0}, new double[] {logit}, new double[] {slope});
    }

    /** ∂ ln(1 − σ(l)) / ∂l = −σ(l), by central differences; its size whichever way it points. */
    @ParameterizedTest
    @CsvSource({"0, 2", "3, -1", "-4, 0.5", "-30, 7"})
    void shouldGiveTheGradientOfTheMinimaxLoss(double logit, double slope) {
        double e = 1e-4;
        double difference = (logOfRest(logit + e) - logOfRest(logit - e)) / (2 * e);

        double expected = Math.abs(difference * slope);
        assertEquals(expected, of(logit, slope).saturatingGradients()[0], 1e-8);
    }

    private static double logOfRest(double logit) {
        return -Math.log1p(Math.exp(logit));
    }

    /** σ(ln 3) = ¾, and σ(−l) = 1 − σ(l). */
    @Test
    void shouldCallHighLogitsReal() {
        assertEquals(0.75, of(Math.log(3), 0).probabilities()[0], EPS);
        assertEquals(0.25, of(-Math.log(3), 0).probabilities()[0], EPS);
        assertEquals(1, of(800, 0).probabilities()[0]);
        assertEquals(0, of(-800, 0).probabilities()[0]);
    }

    /** Straight, if falling, within the window, whatever is outside it. */
    @Test
    void shouldJudgeStraightnessWithinItsWindowAlone() {
        double[] x = {-3, -2, -1, 0, 1, 2, 3};
        double[] y = {50, 4, 2, 0, -2, -4, 50};
        Curve curve = new Curve("", x, y, new double[7]);

        assertEquals(1, curve.straightness(-2, 2), EPS);
        // By hand: covariance −20/7, variances 4 and 720 − (100/7)².
        double expected = 400 / 49.0 / (4 * (720 - 10_000 / 49.0));
        assertEquals(expected, curve.straightness(-3, 3), EPS);
    }

    @Test
    void shouldBringTheGreatestSizeToOneAndKeepSigns() {
        double[] scaled = Curve.scaled(new double[] {1, -4, 2});
        assertArrayEquals(new double[] {0.25, -1, 0.5}, scaled, EPS);
        assertArrayEquals(new double[0], Curve.scaled(new double[0]));
    }

    /** The sum of slopes times steps is the rise of the logit. */
    @Test
    void shouldAskTheDiscriminatorForLogitsAndTheirSlopes() {
        double[] x = new double[201];
        Arrays.setAll(x, i -> 0.02 * (i - 100));
        try (ToyDiscriminator player =
                new ToyDiscriminator(ToySettings.plain(), 1, Device.cpu(), new Seeds(3))) {
            player.train(new Sides.Gaussians(1, 2, 1), 50);
            Curve curve = Curve.of("line", player, x);
            double rise = 0;
            for (int i = 1; i < x.length; i++) {
                rise += (curve.slopes()[i] + curve.slopes()[i - 1]) / 2 * 0.02;
            }

            double expected = curve.logits()[200] - curve.logits()[0];
            assertEquals(expected, rise, 1e-3);
            assertTrue(expected > 0.5, "real is to the right: " + expected);
        }
    }
}
