package dev.strait.agents.vib;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.Device;
import dev.strait.core.tensor.Seeds;
import dev.strait.envs.image.DrawnDigits;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class VibEvaluationTest {

    private static final Seeds SEEDS = new Seeds(4);

    /** A head of zeros knows nothing: cross-entropy ln 10, and of ten balanced digits 0 nats. */
    @Test
    void shouldFindNoInformationInAHeadOfZeros() {
        try (VibTraining training = SmallVib.training(SmallVib.NARROW, 1, 1, Device.cpu())) {
            VibClassifier classifier = training.classifier();
            SmallVib.set(classifier, 1, "layer1_weight", new float[80]);
            SmallVib.set(classifier, 1, "layer1_bias", new float[10]);
            VibEvaluation evaluation =
                    VibEvaluation.of(classifier, new DrawnDigits(1, 1200), 3, SEEDS);
            assertEquals(1200, evaluation.images());
            assertEquals(Math.log(10), evaluation.crossEntropy(), 1e-5);
            assertEquals(Math.log(10), evaluation.labelEntropy(), 1e-12);
            assertEquals(0, evaluation.labelInformation(), 1e-5);
            // All probabilities are equal, and the first class is taken.
            assertEquals(0.9, evaluation.error());
            assertEquals(0.9, evaluation.meanError());
        }
    }

    @Test
    void shouldSayThatNothingBoundsACodeWithoutNoise() {
        try (VibTraining training = SmallVib.training(new Code.Features(), 1, 1, Device.cpu())) {
            VibEvaluation evaluation =
                    VibEvaluation.of(training.classifier(), SmallVib.TEST, 12, SEEDS);
            assertEquals(Double.POSITIVE_INFINITY, evaluation.codeInformation());
            assertEquals(evaluation.meanError(), evaluation.error());
            assertEquals(evaluation.meanError(), evaluation.oneSampleError());
        }
    }

    @Test
    void shouldSayNatsInBits() {
        assertEquals(1, VibEvaluation.bits(Math.log(2)), 1e-15);
        assertEquals(3.3219, VibEvaluation.bits(Math.log(10)), 1e-4);
    }

    @Test
    void shouldRefuseNoSamples() {
        try (VibTraining training = SmallVib.training(SmallVib.NARROW, 1, 1, Device.cpu())) {
            assertThrows(
                    IllegalArgumentException.class,
                    () -> VibEvaluation.of(training.classifier(), SmallVib.TEST, 0, SEEDS));
        }
    }

    @Test
    void shouldSpreadBetasInEqualRatios() {
        List<Double> grid = InformationPlane.grid(1e-3, 4);
        double[] expected = {0, 1e-3, 1e-2, 1e-1, 1};
        assertEquals(expected.length, grid.size());
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i], grid.get(i), 1e-12);
        }
    }

    @Test
    void shouldSweepThePlaneAndStopWhenAsked() {
        InformationPlane plane =
                new InformationPlane(SmallVib.settings(SmallVib.NARROW, 2), List.of(1e-4, 1.0), 4);
        List<InformationPlane.Point> heard = new ArrayList<>();
        List<InformationPlane.Point> points =
                plane.sweep(
                        SmallVib.TRAIN,
                        SmallVib.TEST,
                        SEEDS,
                        Device.cpu(),
                        heard::add,
                        () -> false);
        assertEquals(heard, points);
        assertEquals(1e-4, points.get(0).beta());
        double wide = points.get(0).evaluation().codeInformation();
        double narrow = points.get(1).evaluation().codeInformation();
        assertTrue(narrow < 0.1 * wide, () -> wide + " nats, then " + narrow);
        assertEquals(
                List.of(),
                plane.sweep(
                        SmallVib.TRAIN,
                        SmallVib.TEST,
                        SEEDS,
                        Device.cpu(),
                        point -> {},
                        () -> true));
    }

    @Test
    void shouldRefuseASweepWithoutABottleneck() {
        assertThrows(
                IllegalArgumentException.class,
                () ->
                        new InformationPlane(
                                SmallVib.settings(new Code.Features(), 1), List.of(1e-3), 4));
        assertThrows(
                IllegalArgumentException.class,
                () -> new InformationPlane(SmallVib.settings(SmallVib.NARROW, 1), List.of(), 4));
    }
}
