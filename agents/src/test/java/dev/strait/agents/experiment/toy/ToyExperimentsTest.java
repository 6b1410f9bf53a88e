package dev.strait.agents.experiment.toy;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.Device;
import dev.strait.agents.experiment.Check;
import dev.strait.core.tensor.EachDevice;
import dev.strait.core.tensor.Seeds;
import java.util.List;
import org.junit.jupiter.api.Test;

class ToyExperimentsTest {

    private static void holds(List<Check> checks) {
        for (Check check : checks) {
            assertTrue(check.holds(), check::toString);
        }
    }

    @EachDevice
    void shouldWidenTheBoundaryAsTheBottleneckNarrows(Device device) {
        PlaneExperiment sweep =
                new PlaneExperiment(new Sides.Gaussians(2, 4, 0.5), List.of(5.0, 0.5, 0.1), 600);
        holds(sweep.run(new Seeds(1), device).checks());
    }

    @EachDevice
    void shouldLeaveAGradientWhereTheDiscriminatorSaturates(Device device) {
        LineExperiment line =
                new LineExperiment(new Sides.Gaussians(1, 4, 0.5), List.of(0.5, 0.1), 0.1, 700);
        holds(line.run(new Seeds(1), device).checks());
    }

    @EachDevice
    void shouldKeepTheBoundOfArjovskyAndBottou(Device device) {
        holds(new VanishingExperiment(1, 0.1, 20, 50).run(new Seeds(1), device).checks());
    }

    @EachDevice
    void shouldHoldTheRateUnderThePapersRuleAlone(Device device) {
        holds(new BetaExperiment(0.5, 1e-3, 3, 0.02, 1200).run(new Seeds(1), device).checks());
    }

    @Test
    void shouldRepeatItselfFromTheSameSeed() {
        VanishingExperiment few = new VanishingExperiment(1, 0.1, 3, 5);
        VanishingExperiment.Result first = few.run(new Seeds(4), Device.cpu());
        VanishingExperiment.Result second = few.run(new Seeds(4), Device.cpu());

        assertArrayEquals(first.narrow().saturating(), second.narrow().saturating());
        assertArrayEquals(first.plain().nonSaturating(), second.plain().nonSaturating());
    }

    /** The slope that is reported is the derivative of the logit that is. */
    @Test
    void shouldReportSlopesThatAreDerivatives() {
        try (ToyDiscriminator player =
                new ToyDiscriminator(ToySettings.narrow(0.5), 2, Device.cpu(), new Seeds(2))) {
            player.train(new Sides.Gaussians(2, 4, 0.5), 200);
            float e = 1e-2f;
            float[] at = {0.3f, -0.2f};
            float[] around = {0.3f + e, -0.2f, 0.3f - e, -0.2f, 0.3f, -0.2f + e, 0.3f, -0.2f - e};
            double[] logits = player.logits(around, 2);
            double[] slopes = player.slopes(at, 2);

            assertEquals((logits[0] - logits[1]) / (2 * e), slopes[0], 2e-3);
            assertEquals((logits[2] - logits[3]) / (2 * e), slopes[1], 2e-3);
        }
    }

    /** A straight line explains itself; a step does not. */
    @Test
    void shouldMeasureHowStraightACurveIs() {
        double[] x = {-2, -1, 0, 1, 2};
        double[] none = new double[5];
        Curve line = new Curve("", x, new double[] {1, 3, 5, 7, 9}, none);
        Curve step = new Curve("", x, new double[] {0, 0, 0.5, 1, 1}, none);

        assertEquals(1, line.straightness(-2, 2), 1e-12);
        // By hand: covariance 0.6, variances 2 and 0.2.
        assertEquals(0.36 / 0.4, step.straightness(-2, 2), 1e-12);
    }

    @Test
    void shouldRefuseSettingsThatMeanNothing() {
        assertThrows(IllegalArgumentException.class, () -> new Sides.Gaussians(0, 1, 1));
        assertThrows(IllegalArgumentException.class, () -> new Sides.Lines(Double.NaN));
        assertThrows(
                IllegalArgumentException.class,
                () -> new PlaneExperiment(new Sides.Gaussians(1, 4, 1), List.of(1.0), 10));
        assertThrows(IllegalArgumentException.class, () -> new VanishingExperiment(0, 0.1, 10, 10));
        assertThrows(
                IllegalArgumentException.class, () -> new BetaExperiment(0.5, 2, 1, 0.1, 1000));
    }
}
