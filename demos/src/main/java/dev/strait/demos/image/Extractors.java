package dev.strait.demos.image;

import ai.djl.Device;
import dev.strait.agents.metric.extractor.ClassifierRecipe;
import dev.strait.agents.metric.extractor.FeatureExtractor;
import dev.strait.agents.metric.extractor.PictureForm;
import dev.strait.agents.metric.extractor.TorchScriptExtractor;
import dev.strait.agents.metric.extractor.TrainedClassifier;
import dev.strait.demos.run.Disk;
import dev.strait.envs.image.ImageSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/** Finds what sees features in pictures: a user's file, or a classifier of Strait's own. */
final class Extractors {

    /** Where trained classifiers are kept; tests say another place. */
    static final String FOLDER = "strait.extractors";

    /** How a classifier of one's own is trained. */
    static final ClassifierRecipe RECIPE = ClassifierRecipe.DEFAULT;

    private Extractors() {}

    /**
     * A user's network.
     *
     * @throws IllegalArgumentException where it cannot be used
     */
    static FeatureExtractor ofFile(Path file, PictureForm form, Device device) {
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException("--extractor: there is no file " + file);
        }
        try {
            return TorchScriptExtractor.load(file, form, device);
        } catch (IOException e) {
            throw Disk.failure("read", file, e);
        }
    }

    /**
     * A classifier of these pictures: read where it was kept, else trained and kept.
     *
     * @param training the pictures' training part
     * @param remark hears how it goes
     * @return empty where the pictures have no classes to learn
     */
    static Optional<FeatureExtractor> trained(
            PictureSet pictures, ImageSource training, Device device, Consumer<String> remark) {
        if (training.classes() < 2) {
            return Optional.empty();
        }
        PictureParts parts = pictures.parts(training, remark);
        Path folder = folder();
        try {
            return Optional.of(
                    TrainedClassifier.of(
                            folder,
                            parts.training(),
                            parts.heldOut(),
                            RECIPE,
                            device,
                            report ->
                                    remark.accept(
                                            String.format(
                                                    Locale.ROOT,
                                                    "training a classifier to measure by, once:"
                                                            + " epoch %s of %s, %.1f %% of held-out"
                                                            + " pictures right",
                                                    report.epoch(),
                                                    report.epochs(),
                                                    100 * report.accuracy()))));
        } catch (IOException e) {
            throw Disk.failure("use", folder, e);
        }
    }

    private static Path folder() {
        String told = System.getProperty(FOLDER);
        if (told != null) {
            return Path.of(told);
        }
        String cache = System.getenv("XDG_CACHE_HOME");
        return (cache == null || cache.isBlank()
                        ? Path.of(System.getProperty("user.home"), ".cache")
                        : Path.of(cache))
                .resolve("strait");
    }
}
