package dev.strait.agents.metric.extractor;

import static dev.strait.core.Require.require;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import dev.strait.envs.image.ImageShape;
import dev.strait.envs.image.ImageSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A small convolutional classifier that Strait trains itself, on labelled pictures of the kind to
 * be measured: features without a download. Its features are the layer below the classes, its hash
 * is that of its weights.
 *
 * <p>It is trained once and kept in a file. Trained again on another machine it comes out the same
 * but for rounding, and has another hash: who wants to compare figures across machines copies the
 * file.
 */
public final class TrainedClassifier implements FeatureExtractor {

    private final ExtractorIdentity identity;
    private final ClassifierNetwork network;
    private final int features;
    private final int classes;

    TrainedClassifier(
            ExtractorIdentity identity, ClassifierNetwork network, int features, int classes) {
        this.identity = identity;
        this.network = network;
        this.features = features;
        this.classes = classes;
    }

    /**
     * The classifier of a recipe and a data set: read from the folder where it was kept, else
     * trained and kept there.
     *
     * @param folder made where it is missing
     * @param training labelled pictures
     * @param heldOut others of the same size and classes, for its accuracy
     * @param device where it is to run
     * @param listener hears of every epoch; of none where the classifier is read
     * @return to be closed by the caller
     * @throws IllegalArgumentException where the pictures have no classes, or the file kept is
     *     damaged
     * @throws IOException if the file cannot be read or written
     */
    public static TrainedClassifier of(
            Path folder,
            ImageSource training,
            ImageSource heldOut,
            ClassifierRecipe recipe,
            Device device,
            Consumer<ClassifierReport> listener)
            throws IOException {
        ClassifierTraining.requireLabelled(training, heldOut);
        ClassifierFile file = ClassifierFile.of(folder, training, heldOut, recipe);
        if (!Files.exists(file.path())) {
            Files.createDirectories(folder);
            try (ClassifierNetwork network =
                    new ClassifierNetwork(training.shape(), training.classes(), recipe, device)) {
                double accuracy =
                        new ClassifierTraining(network, recipe, training, heldOut).run(listener);
                file.write(network, accuracy);
            }
        }
        return file.read(device);
    }

    @Override
    public ExtractorIdentity identity() {
        return identity;
    }

    @Override
    public int features() {
        return features;
    }

    @Override
    public int classes() {
        return classes;
    }

    @Override
    public Device device() {
        return network.manager().getDevice();
    }

    @Override
    public Extraction extract(NDArray images) {
        ImageShape wanted = network.shape();
        Shape shape = images.getShape();
        require(
                shape.dimension() == 4
                        && shape.get(1) == wanted.channels()
                        && shape.get(2) == wanted.height()
                        && shape.get(3) == wanted.width(),
                "%s takes pictures (B, %s, %s, %s), but they were %s",
                identity.name(),
                wanted.channels(),
                wanted.height(),
                wanted.width(),
                shape);
        NDArray seen = network.features(images);
        return new Extraction(
                network.standardised(seen), Optional.of(network.logits(seen).softmax(1)));
    }

    @Override
    public void close() {
        network.close();
    }
}
