package dev.strait.agents.vib;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.strait.core.tensor.EachDevice;
import dev.strait.core.tensor.NoiseStream;
import dev.strait.core.tensor.Seeds;
import dev.strait.envs.image.ImageShape;
import dev.strait.envs.image.ImageSource;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AttackTest {

    private static final float[] W = {0.5f, -0.25f, 0.125f, -1};
    private static final float[] X = {0.1f, -0.2f, 0.3f, 0};

    static List<Attack> attacks() {
        return List.of(new Attack.Fgsm(), Attack.Pgd.of(5));
    }

    private static Seeds seeds() {
        return new Seeds(5);
    }

    /** Logits ±(w·x + 10): one hidden unit that is always on, so the net is linear. */
    private static VibClassifier linear(Device device) {
        VibClassifier classifier = SmallVib.fresh(new Code.Features(), 4, 1, 2, device);
        SmallVib.set(classifier, 0, "layer1_weight", W);
        SmallVib.set(classifier, 0, "layer1_bias", 10);
        SmallVib.set(classifier, 1, "layer1_weight", 1, -1);
        SmallVib.set(classifier, 1, "layer1_bias", 0, 0);
        return classifier;
    }

    @EachDevice
    void shouldStepAgainstTheSignOfTheWeightsOfALinearNet(Device device) {
        try (VibClassifier classifier = linear(device);
                NDManager scope = classifier.manager().newSubManager()) {
            // Head −1 for class 0 would make it the worst; label 1 is the one to be hurt.
            NDArray images = scope.create(X, new Shape(1, 4));
            NDArray labels = scope.create(new long[] {1});
            NDArray moved =
                    new Attack.Fgsm()
                            .attacked(
                                    new Attack.Victim(classifier, 0),
                                    images,
                                    labels,
                                    0.2,
                                    seeds().noise("attack"));
            assertArrayEquals(new float[] {0.3f, -0.4f, 0.5f, -0.2f}, moved.toFloatArray(), 1e-6f);
            float[] before = classifier.logits(images).toFloatArray();
            float[] after = classifier.logits(moved).toFloatArray();
            // The margin falls by 2 ε ‖w‖₁.
            double fall = (before[1] - before[0]) - (after[1] - after[0]);
            assertEquals(2 * 0.2 * 1.875, fall, 1e-5);
        }
    }

    @Test
    void shouldEqualFgsmAfterEnoughStepsOnALinearNet() {
        try (VibClassifier classifier = linear(Device.cpu());
                NDManager scope = classifier.manager().newSubManager()) {
            NDArray moved =
                    new Attack.Pgd(8, 0.5)
                            .attacked(
                                    new Attack.Victim(classifier, 0),
                                    scope.create(X, new Shape(1, 4)),
                                    scope.create(new long[] {1}),
                                    0.2,
                                    seeds().noise("attack"));
            assertArrayEquals(new float[] {0.3f, -0.4f, 0.5f, -0.2f}, moved.toFloatArray(), 1e-6f);
        }
    }

    /** Central differences of the loss with the very same draws. */
    @Test
    void shouldDifferentiateThroughDrawnCodes() {
        int samples = 3;
        try (VibClassifier classifier =
                        SmallVib.fresh(new Code.Gaussian(3, 1), 4, 6, 3, Device.cpu());
                NDManager scope = classifier.manager().newSubManager()) {
            // A σ that moves with x: softplus(s − 5) at s near 5.
            SmallVib.set(classifier, 0, "03spread_layer1_bias", 5, 4, 6);
            NDArray labels = scope.create(new long[] {1});
            float[] gradient =
                    new Attack.Victim(classifier, samples)
                            .gradient(scope.create(X, new Shape(1, 4)), labels, noise())
                            .toFloatArray();
            float step = 1e-2f;
            for (int i = 0; i < X.length; i++) {
                double[] side = new double[2];
                for (int s = 0; s < 2; s++) {
                    float[] moved = X.clone();
                    moved[i] += s == 0 ? step : -step;
                    NDArray images = scope.create(moved, new Shape(1, 4));
                    side[s] =
                            VibLoss.surprise(classifier.logits(images, samples, noise()), labels)
                                    .mean()
                                    .getFloat();
                }
                assertEquals((side[0] - side[1]) / (2 * step), gradient[i], 2e-3);
            }
        }
    }

    private static NoiseStream noise() {
        return seeds().noise("attack");
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void shouldStayInTheBallAndInTheRangeOfPixels(Attack attack) {
        try (VibClassifier classifier =
                        SmallVib.fresh(new Code.Gaussian(3, 1), 4, 6, 3, Device.cpu());
                NDManager scope = classifier.manager().newSubManager()) {
            float[] pixels = {0.95f, -0.95f, 0, 0.5f};
            float[] moved =
                    attack.attacked(
                                    new Attack.Victim(classifier, 2),
                                    scope.create(pixels, new Shape(1, 4)),
                                    scope.create(new long[] {2}),
                                    0.1,
                                    noise())
                            .toFloatArray();
            for (int i = 0; i < moved.length; i++) {
                assertTrue(Math.abs(moved[i]) <= 1, () -> attack + " leaves the range");
                assertEquals(pixels[i], moved[i], 0.1 + 1e-6);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void shouldChangeNothingAtRadiusZero(Attack attack) {
        try (VibTraining training = SmallVib.trained(SmallVib.NARROW, 1)) {
            VibClassifier classifier = training.classifier();
            double clean = 1 - VibEvaluation.of(classifier, SmallVib.TEST, 1, seeds()).meanError();
            assertEquals(
                    clean,
                    Robustness.of(
                                    new Attack.Victim(classifier, 2),
                                    new Attack.Victim(classifier, 0),
                                    SmallVib.TEST,
                                    300,
                                    attack,
                                    0,
                                    seeds())
                            .accuracy(),
                    1e-9);
        }
    }

    /** The linear net says class 0 of every picture: right on half of them, however they lie. */
    @Test
    void shouldAttackPicturesOfEveryClassOfASortedSource() {
        ImageSource sorted = new SortedImages(100);
        try (VibClassifier classifier = linear(Device.cpu())) {
            Attack.Victim victim = new Attack.Victim(classifier, 0);
            double accuracy =
                    Robustness.of(victim, victim, sorted, 50, new Attack.Fgsm(), 0, seeds())
                            .accuracy();

            assertEquals(0.5, accuracy, 0.2);
            ImageSource drawn = Robustness.drawn(sorted, 50, seeds());
            long right = IntStream.range(0, 50).filter(i -> drawn.label(i) == 0).count();
            assertEquals(right / 50.0, accuracy, 1e-12, "the same are drawn");
        }
    }

    /** Four grey cells each; the first half of class 0, the others of class 1. */
    private record SortedImages(int size) implements ImageSource {
        @Override
        public ImageShape shape() {
            return new ImageShape(1, 1, 4);
        }

        @Override
        public int classes() {
            return 2;
        }

        @Override
        public int label(int index) {
            return 2 * index / size;
        }

        @Override
        public void read(int index, float[] target, int offset) {
            Arrays.fill(target, offset, offset + 4, 0);
        }
    }

    @Test
    void shouldHurtATrainedClassifierTheMoreTheFurtherItGoes() {
        try (VibTraining training = SmallVib.trained(new Code.Features(), 4)) {
            Attack.Victim victim = new Attack.Victim(training.classifier(), 1);
            double[] radii = {0.0, 0.05, 0.2};
            double[] accuracy = new double[radii.length];
            for (int i = 0; i < radii.length; i++) {
                accuracy[i] = accuracy(victim, victim, radii[i]);
            }
            assertTrue(accuracy[0] > 0.8, () -> "clean " + accuracy[0]);
            assertTrue(accuracy[1] < accuracy[0] && accuracy[2] < accuracy[1]);
            assertTrue(accuracy[2] < 0.2, () -> "attacked " + accuracy[2]);
        }
    }

    private static double accuracy(Attack.Victim followed, Attack.Victim asked, double epsilon) {
        Attack attack = Attack.Pgd.of(5);
        return Robustness.of(followed, asked, SmallVib.TEST, 200, attack, epsilon, seeds())
                .accuracy();
    }

    /** What hurts one network hurts another less than its own attacker would. */
    @Test
    void shouldTransferLessThanItHurtsItself() {
        try (VibTraining one = SmallVib.trained(new Code.Features(), 4);
                VibTraining other = SmallVib.trained(SmallVib.NARROW, 4)) {
            Attack.Victim followed = new Attack.Victim(one.classifier(), 0);
            Attack.Victim asked = new Attack.Victim(other.classifier(), 0);
            double own = accuracy(followed, followed, 0.1);
            double transferred = accuracy(followed, asked, 0.1);
            assertTrue(own < transferred, () -> own + " and " + transferred);
        }
    }

    @Test
    void shouldGiveTwinsToLookAt() {
        try (VibClassifier classifier = linear(Device.cpu())) {
            float[] twins =
                    Robustness.twins(
                            new Attack.Victim(classifier, 0),
                            X,
                            new long[] {1},
                            new Attack.Fgsm(),
                            0.1,
                            seeds());
            // A tenth of the range of a pixel is 0.2.
            assertArrayEquals(new float[] {0.3f, -0.4f, 0.5f, -0.2f}, twins, 1e-6f);
        }
    }

    @Test
    void shouldCoverEveryAttack() {
        Set<Class<?>> covered =
                attacks().stream().map(Object::getClass).collect(Collectors.toSet());
        assertEquals(Set.of(Attack.class.getPermittedSubclasses()), covered);
        assertEquals(
                List.of("FGSM", "PGD-5"),
                Stream.of(new Attack.Fgsm(), Attack.Pgd.of(5)).map(Attack::label).toList());
    }

    @Test
    void shouldRefuseWhatIsNoAttack() {
        assertThrows(IllegalArgumentException.class, () -> Attack.Pgd.of(0));
        assertThrows(IllegalArgumentException.class, () -> new Attack.Pgd(3, Double.NaN));
        try (VibClassifier classifier = linear(Device.cpu())) {
            assertThrows(IllegalArgumentException.class, () -> new Attack.Victim(classifier, -1));
            assertThrows(
                    IllegalArgumentException.class,
                    () ->
                            Robustness.of(
                                    new Attack.Victim(classifier, 1),
                                    new Attack.Victim(classifier, 1),
                                    SmallVib.TEST,
                                    1,
                                    new Attack.Fgsm(),
                                    0.1,
                                    seeds()));
        }
    }
}
