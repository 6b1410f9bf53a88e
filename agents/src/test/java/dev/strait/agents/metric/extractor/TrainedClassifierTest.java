package dev.strait.agents.metric.extractor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.strait.core.tensor.EachDevice;
import dev.strait.core.tensor.TensorEngine;
import dev.strait.envs.image.DrawnDigits;
import dev.strait.envs.image.ImageShape;
import dev.strait.envs.image.ImageSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainedClassifierTest {

    private static final ImageSource TRAINING = new DrawnDigits(1, 800);
    private static final ImageSource HELD_OUT = new DrawnDigits(2, 200);
    private static final ClassifierRecipe RECIPE = new ClassifierRecipe(16, 4, 4, 32, 5e-3, 1);

    @TempDir private Path folder;

    private final List<ClassifierReport> epochs = new ArrayList<>();

    private TrainedClassifier classifier(Device device, ClassifierRecipe recipe)
            throws IOException {
        return TrainedClassifier.of(folder, TRAINING, HELD_OUT, recipe, device, epochs::add);
    }

    @EachDevice
    void shouldLearnDigitsOnceAndBeReadFromThenOn(Device device) throws IOException {
        try (TrainedClassifier trained = classifier(device, RECIPE);
                TrainedClassifier read = classifier(device, RECIPE);
                NDManager manager = TensorEngine.newManager(device)) {
            assertEquals(4, epochs.size());
            ClassifierReport last = epochs.get(3);
            assertEquals(4, last.epoch());
            assertTrue(last.loss() < epochs.get(0).loss(), epochs::toString);
            assertTrue(last.accuracy() > 0.9, epochs::toString);
            assertEquals(last.accuracy(), trained.identity().accuracy().orElseThrow());

            assertEquals(trained.identity(), read.identity());
            assertEquals("strait-classifier", read.identity().name());
            NDArray pictures = pictures(manager, HELD_OUT, 20);
            assertArrayEquals(
                    trained.extract(pictures).features().toFloatArray(),
                    read.extract(pictures).features().toFloatArray());
        }
    }

    private static NDArray pictures(NDManager manager, ImageSource source, int count) {
        float[] pixels = new float[count * 784];
        for (int i = 0; i < count; i++) {
            source.read(i, pixels, 784 * i);
        }
        return manager.create(pixels, new Shape(count, 1, 28, 28));
    }

    @Test
    void shouldGiveFeaturesAndTheProbabilitiesThatFollow() throws IOException {
        try (TrainedClassifier classifier = classifier(Device.cpu(), RECIPE);
                NDManager manager = TensorEngine.newManager(Device.cpu())) {
            Extraction seen = classifier.extract(pictures(manager, HELD_OUT, 10));
            NDArray probabilities = seen.probabilities().orElseThrow();

            assertEquals(new Shape(10, 16), seen.features().getShape());
            assertEquals(16, classifier.features());
            assertEquals(new Shape(10, 10), probabilities.getShape());
            assertEquals(10, classifier.classes());
            assertEquals(10, probabilities.sum().getFloat(), 1e-4);
            long right = 0;
            long[] told = probabilities.argMax(1).toLongArray();
            for (int i = 0; i < 10; i++) {
                right += told[i] == HELD_OUT.label(i) ? 1 : 0;
            }
            assertTrue(right >= 8, Arrays.toString(told));
        }
    }

    @Test
    void shouldStandardiseItsFeaturesOverTheHeldOutPictures() throws IOException {
        try (TrainedClassifier classifier = classifier(Device.cpu(), RECIPE);
                NDManager manager = TensorEngine.newManager(Device.cpu())) {
            NDArray features =
                    classifier.extract(pictures(manager, HELD_OUT, HELD_OUT.size())).features();

            assertArrayEquals(new float[16], features.mean(new int[] {0}).toFloatArray(), 1e-4f);
            float[] ones = new float[16];
            Arrays.fill(ones, 1);
            assertArrayEquals(ones, features.square().mean(new int[] {0}).toFloatArray(), 1e-3f);
        }
    }

    /** Half a cosine falls from 1: a training of one step takes it whole, and not at 0. */
    @Test
    void shouldBeginAtItsWholeRate() throws IOException {
        ClassifierRecipe oneStep = new ClassifierRecipe(8, 2, 1, TRAINING.size(), 0.01, 1);
        ClassifierRecipe still = new ClassifierRecipe(8, 2, 1, TRAINING.size(), 1e-30, 1);
        assertNotEquals(identity(still).hash(), identity(oneStep).hash());
    }

    @Test
    void shouldComeOutTheSameFromTheSameSeedAndElseNot() throws IOException {
        ClassifierRecipe shorter = new ClassifierRecipe(8, 2, 1, 100, 1e-3, 1);
        ClassifierRecipe otherSeed = new ClassifierRecipe(8, 2, 1, 100, 1e-3, 2);
        ExtractorIdentity first = identity(shorter);
        ExtractorIdentity other = identity(otherSeed);
        assertEquals(2, files().size());
        for (Path file : files()) {
            Files.delete(file);
        }

        assertEquals(first, identity(shorter));
        assertNotEquals(first.hash(), other.hash());
        assertFalse(first.comparableWith(other));
    }

    private ExtractorIdentity identity(ClassifierRecipe recipe) throws IOException {
        try (TrainedClassifier classifier = classifier(Device.cpu(), recipe)) {
            return classifier.identity();
        }
    }

    private List<Path> files() throws IOException {
        try (var paths = Files.list(folder)) {
            return paths.toList();
        }
    }

    @Test
    void shouldRefuseADamagedFileInOneLine() throws IOException {
        ClassifierRecipe recipe = new ClassifierRecipe(8, 2, 1, 100, 1e-3, 1);
        identity(recipe);
        Path file = files().get(0);
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length - 4));
        assertRefused(recipe, file + ": ");

        identityOf(file, new ClassifierRecipe(8, 2, 1, 100, 1e-3, 3));
        assertRefused(recipe, file + ": the classifier comes from ");
    }

    /** Puts another recipe's classifier in the place of a file. */
    private void identityOf(Path file, ClassifierRecipe recipe) throws IOException {
        Files.delete(file);
        identity(recipe);
        Files.move(files().get(0), file);
    }

    private void assertRefused(ClassifierRecipe recipe, String start) {
        String message =
                assertThrows(IllegalArgumentException.class, () -> identity(recipe)).getMessage();
        assertTrue(message.startsWith(start), message);
        assertEquals(1, message.lines().count(), message);
    }

    /** As many classes, one of them another: its accuracy would be of wrong labels. */
    @Test
    void shouldRefuseToBeJudgedByOtherClasses() {
        ImageSource other =
                new Named(HELD_OUT, List.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "x"));

        IllegalArgumentException refused =
                assertThrows(
                        IllegalArgumentException.class,
                        () -> ClassifierTraining.requireLabelled(TRAINING, other));

        assertTrue(refused.getMessage().contains("8, x], but"), refused::getMessage);
    }

    private record Named(ImageSource source, List<String> classNames) implements ImageSource {
        @Override
        public ImageShape shape() {
            return source.shape();
        }

        @Override
        public int size() {
            return source.size();
        }

        @Override
        public int classes() {
            return classNames.size();
        }

        @Override
        public int label(int index) {
            return source.label(index);
        }

        @Override
        public void read(int index, float[] target, int offset) {
            source.read(index, target, offset);
        }
    }

    @Test
    void shouldRefusePicturesItDoesNotTake() throws IOException {
        ClassifierRecipe recipe = new ClassifierRecipe(8, 2, 1, 100, 1e-3, 1);
        try (TrainedClassifier classifier = classifier(Device.cpu(), recipe);
                NDManager manager = TensorEngine.newManager(Device.cpu())) {
            IllegalArgumentException refused =
                    assertThrows(
                            IllegalArgumentException.class,
                            () -> classifier.extract(manager.zeros(new Shape(2, 3, 32, 32))));
            assertEquals(
                    "strait-classifier takes pictures (B, 1, 28, 28), but they were (2, 3, 32, 32)",
                    refused.getMessage());
        }
        assertThrows(
                IllegalArgumentException.class, () -> new ClassifierRecipe(0, 2, 1, 100, 1e-3, 1));
        assertThrows(
                IllegalArgumentException.class,
                () -> new ClassifierRecipe(8, 2, 1, 100, Double.NaN, 1));
    }
}
