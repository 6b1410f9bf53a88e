package dev.strait.agents.metric.extractor;

import static dev.strait.core.Require.require;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import dev.strait.core.checkpoint.Digest;
import dev.strait.core.checkpoint.Safetensors;
import dev.strait.core.checkpoint.TensorData;
import dev.strait.core.network.BlockState;
import dev.strait.envs.image.ImageShape;
import dev.strait.envs.image.ImageSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Where a trained classifier is kept. The file is named by the recipe and the pictures, so that one
 * folder serves for all of them.
 */
record ClassifierFile(
        Path path, String origin, ImageShape shape, int classes, ClassifierRecipe recipe) {

    private static final String NAME = "strait-classifier";
    private static final String ORIGIN = "origin";
    private static final String ACCURACY = "accuracy";
    private static final int SHORT = 16;

    static ClassifierFile of(
            Path folder, ImageSource training, ImageSource heldOut, ClassifierRecipe recipe) {
        String origin =
                Digest.of(recipe + " " + Fingerprint.of(training) + " " + Fingerprint.of(heldOut));
        return new ClassifierFile(
                folder.resolve(NAME + "-" + origin.substring(0, SHORT) + ".safetensors"),
                origin,
                training.shape(),
                training.classes(),
                recipe);
    }

    void write(ClassifierNetwork network, double accuracy) throws IOException {
        Map<String, TensorData> tensors = new LinkedHashMap<>();
        network.weights().forEach((name, array) -> tensors.put(name, TensorData.of(array)));
        Map<String, String> metadata = new LinkedHashMap<>();
        metadata.put(ORIGIN, origin);
        metadata.put(ACCURACY, Double.toString(accuracy));
        metadata.put("recipe", recipe.toString());
        new Safetensors(tensors, metadata).write(path);
    }

    TrainedClassifier read(Device device) throws IOException {
        Safetensors saved = Safetensors.read(path);
        ClassifierNetwork network = new ClassifierNetwork(shape, classes, recipe, device);
        try {
            ExtractorIdentity identity = identity(saved);
            restore(network, saved);
            return new TrainedClassifier(identity, network, recipe.features(), classes);
        } catch (IllegalArgumentException e) {
            network.close();
            throw new IllegalArgumentException(
                    path + ": " + e.getMessage() + "; remove it, and it is trained again", e);
        }
    }

    private ExtractorIdentity identity(Safetensors saved) {
        require(
                origin.equals(saved.metadata().get(ORIGIN)),
                "the classifier comes from %s, not from %s",
                saved.metadata().get(ORIGIN),
                origin);
        double accuracy = Double.parseDouble(saved.metadata().getOrDefault(ACCURACY, "NaN"));
        return new ExtractorIdentity(NAME, hash(saved), OptionalDouble.of(accuracy));
    }

    private static String hash(Safetensors saved) {
        MessageDigest digest = Digest.begin();
        saved.tensors()
                .forEach(
                        (name, data) -> {
                            digest.update((name + data).getBytes(StandardCharsets.UTF_8));
                            digest.update(data.bytes());
                        });
        return Digest.end(digest);
    }

    private static void restore(ClassifierNetwork network, Safetensors saved) {
        try (NDManager scope = network.manager().newSubManager()) {
            BlockState.restore(network.weights(), TensorData.toArrays(saved.tensors(), scope));
        }
    }
}
