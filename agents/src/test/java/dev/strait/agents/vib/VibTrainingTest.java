package dev.strait.agents.vib;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.Device;
import dev.strait.agents.training.RoundReport;
import dev.strait.agents.training.TrainingState;
import dev.strait.core.checkpoint.Checkpoint;
import dev.strait.core.checkpoint.TensorData;
import dev.strait.core.tensor.EachDevice;
import dev.strait.core.tensor.Seeds;
import dev.strait.envs.image.DrawnDigits;
import dev.strait.envs.image.ImageShape;
import dev.strait.envs.image.ImageSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class VibTrainingTest {

    private static final int WARM_UP = 20;
    private static final int ROUNDS = 200;
    private static final long MEGABYTE = 1 << 20;

    static List<Code> codes() {
        return List.of(SmallVib.NARROW, new Code.Features(), new Code.Dropout(0.5));
    }

    private static VibEvaluation tested(VibClassifier classifier) {
        return VibEvaluation.of(classifier, SmallVib.TEST, 12, new Seeds(9));
    }

    @Test
    void shouldCoverEveryCode() {
        assertEquals(
                Set.of(Code.class.getPermittedSubclasses()),
                codes().stream().map(Object::getClass).collect(Collectors.toSet()));
    }

    @ParameterizedTest
    @MethodSource("codes")
    void shouldLearnDrawnDigits(Code code) {
        try (VibTraining training = SmallVib.trained(code, 8)) {
            VibEvaluation last = tested(training.classifier());
            VibEvaluation averaged = tested(training.averaged());
            assertTrue(last.error() < 0.12, last::toString);
            assertTrue(averaged.error() < 0.12, averaged::toString);
            // Of the 2.3 nats; drawn features with half of them dropped tell least.
            assertTrue(last.labelInformation() > 1.4, last::toString);
        }
    }

    /** I(Z;Y) ≤ I(X;Z), so the two bounds stand in this order, and a higher β costs both. */
    @Test
    void shouldKeepLessOfThePictureAtAHigherBeta() {
        double previous = Double.POSITIVE_INFINITY;
        for (double beta : new double[] {0, 1e-2, 1}) {
            try (VibTraining training = SmallVib.trained(new Code.Gaussian(8, beta), 4)) {
                VibEvaluation evaluation = tested(training.classifier());
                assertTrue(evaluation.codeInformation() < previous, evaluation::toString);
                assertTrue(
                        evaluation.labelInformation() <= evaluation.codeInformation() + 1e-3,
                        evaluation::toString);
                previous = evaluation.codeInformation();
            }
        }
        assertTrue(previous < 0.3, "at β = 1 the code should be near the prior: " + previous);
    }

    @EachDevice
    void shouldGiveTheSameRunForTheSameSeed(Device device) {
        try (VibTraining one = SmallVib.training(SmallVib.NARROW, 2, 1, device);
                VibTraining same = SmallVib.training(SmallVib.NARROW, 2, 1, device);
                VibTraining other = SmallVib.training(SmallVib.NARROW, 2, 2, device)) {
            Map<String, Double> figures = one.round().figures();
            assertEquals(figures, same.round().figures());
            assertNotEquals(figures, other.round().figures());
        }
    }

    private static Map<String, TensorData> state(VibTraining training) {
        TrainingState state = new TrainingState();
        training.save(state);
        return state.checkpoint(Checkpoint.newState()).tensors();
    }

    @ParameterizedTest
    @MethodSource("codes")
    void shouldGoOnAsIfNeverStopped(Code code) {
        try (VibTraining whole = SmallVib.training(code, 3, 1, Device.cpu());
                VibTraining resumed = SmallVib.training(code, 3, 1, Device.cpu())) {
            whole.round();
            TrainingState saved = new TrainingState();
            whole.save(saved);
            RoundReport expected = whole.round();
            resumed.restore(saved);
            assertEquals(expected, resumed.round());
            assertEquals(state(whole), state(resumed));
        }
    }

    @Test
    void shouldRefuseAStateOfAnotherNetwork() {
        try (VibTraining saved = SmallVib.training(SmallVib.NARROW, 2, 1, Device.cpu());
                VibTraining other = SmallVib.training(new Code.Features(), 2, 1, Device.cpu())) {
            TrainingState state = new TrainingState();
            saved.save(state);
            assertThrows(IllegalArgumentException.class, () -> other.restore(state));
        }
    }

    @Test
    void shouldEvaluateWithoutChangingWhatIsLearned() {
        try (VibTraining watched = SmallVib.training(SmallVib.NARROW, 2, 1, Device.cpu());
                VibTraining alone = SmallVib.training(SmallVib.NARROW, 2, 1, Device.cpu())) {
            watched.round();
            alone.round();
            assertEquals(tested(watched.classifier()), tested(watched.classifier()));
            tested(watched.averaged());
            assertEquals(alone.round(), watched.round());
        }
    }

    @Test
    void shouldCountAPassThatTheBatchDoesNotDivide() {
        try (VibTraining training =
                new VibTraining(
                        new DrawnDigits(1, 70),
                        SmallVib.settings(SmallVib.NARROW, 1),
                        new Seeds(1),
                        Device.cpu())) {
            RoundReport report = training.round();
            assertEquals(70, report.samples());
            assertTrue(training.finished());
            assertEquals(1, training.progress());
            // 70 pictures of two codes each: the share of wrong ones is a multiple of 1/140.
            double wrong = 140 * report.figures().get("vib/training_error");
            assertEquals(Math.rint(wrong), wrong, 1e-3);
        }
    }

    @Test
    void shouldRefusePicturesWithoutClasses() {
        ImageSource blank =
                new ImageSource() {
                    @Override
                    public ImageShape shape() {
                        return new ImageShape(1, 2, 2);
                    }

                    @Override
                    public int size() {
                        return 3;
                    }

                    @Override
                    public int classes() {
                        return 0;
                    }

                    @Override
                    public int label(int index) {
                        return -1;
                    }

                    @Override
                    public void read(int index, float[] target, int offset) {
                        target[offset] = index;
                    }
                };
        Exception refused =
                assertThrows(
                        IllegalArgumentException.class,
                        () ->
                                new VibTraining(
                                        blank,
                                        SmallVib.settings(SmallVib.NARROW, 1),
                                        new Seeds(1),
                                        Device.cpu()));
        assertTrue(refused.getMessage().contains("at least 2 classes"), refused.getMessage());
    }

    @Test
    void shouldStayTheSameSizeOverTwoHundredRounds() throws IOException {
        Assumptions.assumeTrue(
                Files.exists(Path.of("/proc/self/statm")), "no /proc: resident memory not checked");
        try (VibTraining training =
                new VibTraining(
                        new DrawnDigits(1, 100),
                        SmallVib.settings(SmallVib.NARROW, ROUNDS + WARM_UP),
                        new Seeds(1),
                        Device.cpu())) {
            for (int i = 0; i < WARM_UP; i++) {
                training.round();
            }
            long before = resident();
            for (int i = 0; i < ROUNDS; i++) {
                training.round();
            }
            long grown = (resident() - before) / MEGABYTE;
            // The collector's own heap may still grow to its working size.
            assertTrue(grown < 60, "grew by " + grown + " MB");
        }
    }

    private static long resident() throws IOException {
        String[] pages = Files.readString(Path.of("/proc/self/statm")).split(" ");
        return Long.parseLong(pages[1]) * 4096;
    }
}
