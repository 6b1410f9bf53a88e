package dev.strait.agents.policy;

import static dev.strait.core.Require.require;

import com.fasterxml.jackson.databind.JsonNode;
import dev.strait.core.checkpoint.AtomicFile;
import dev.strait.core.checkpoint.Digest;
import dev.strait.core.checkpoint.ElementType;
import dev.strait.core.checkpoint.Safetensors;
import dev.strait.core.checkpoint.TensorData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A policy at rest, in plain Java: {@code policy.json} says what it is, {@code policy.safetensors}
 * holds {@code layer1.weight} (outputs, inputs), {@code layer1.bias} (outputs) and so on, and
 * {@code logStd} (A) in continuous spaces.
 *
 * @param description what it is
 * @param layers of the actor, in order
 * @param logStd (A) ln σ; none in discrete spaces
 */
record SavedPolicy(PolicyDescription description, List<DenseLayer> layers, float[] logStd) {

    private static final String NAME = "policy";
    private static final String TEXT = ".json";
    private static final String WEIGHTS = ".safetensors";
    private static final String LOG_STD = "logStd";
    private static final long LONGEST_TEXT = 1 << 24;

    SavedPolicy {
        layers = List.copyOf(layers);
    }

    /** Writes both files into a folder, each whole or not at all. */
    void write(Path folder) throws IOException {
        Path weights = folder.resolve(NAME + WEIGHTS);
        new Safetensors(tensors(), Map.of()).write(weights);
        byte[] text = PolicyJson.write(description, Digest.of(weights));
        AtomicFile.write(folder.resolve(NAME + TEXT), text);
    }

    private Map<String, TensorData> tensors() {
        Map<String, TensorData> tensors = new LinkedHashMap<>();
        for (int i = 0; i < layers.size(); i++) {
            DenseLayer layer = layers.get(i);
            tensors.put(weight(i), TensorData.of(layer.weight(), layer.outputs(), layer.inputs()));
            tensors.put(bias(i), TensorData.of(layer.bias(), layer.outputs()));
        }
        if (logStd.length > 0) {
            tensors.put(LOG_STD, TensorData.of(logStd, logStd.length));
        }
        return tensors;
    }

    /**
     * Reads both files.
     *
     * @param path the folder, or one of the two files
     * @throws IllegalArgumentException with the file's name and what is wrong
     * @throws IOException if one cannot be read
     */
    static SavedPolicy read(Path path) throws IOException {
        Path stem = Files.isDirectory(path) ? path.resolve(NAME) : withoutEnding(path);
        Path text = stem.resolveSibling(stem.getFileName() + TEXT);
        Path weights = stem.resolveSibling(stem.getFileName() + WEIGHTS);
        for (Path file : List.of(text, weights)) {
            require(
                    Files.isRegularFile(file),
                    "%s: there is no such file; a policy is a pair of .json and .safetensors",
                    file);
        }
        try {
            require(
                    Files.size(text) <= LONGEST_TEXT,
                    "it has %s bytes, more than any description",
                    Files.size(text));
            JsonNode root = PolicyJson.parse(Files.readAllBytes(text));
            PolicyDescription description = PolicyJson.read(root);
            String digest = new JsonFields(root).text("weightsSha256");
            return with(description, weights, digest);
        } catch (IllegalArgumentException e) {
            String message = e.getMessage();
            throw message.startsWith(weights.toString())
                    ? e
                    : new IllegalArgumentException(text + ": " + message, e);
        }
    }

    private static Path withoutEnding(Path file) {
        String name = file.getFileName().toString();
        require(
                name.endsWith(TEXT) || name.endsWith(WEIGHTS),
                "%s: a policy is a folder, a .json or a .safetensors file",
                file);
        return file.resolveSibling(name.substring(0, name.lastIndexOf('.')));
    }

    private static SavedPolicy with(PolicyDescription description, Path weights, String digest)
            throws IOException {
        Map<String, TensorData> tensors = Safetensors.read(weights).tensors();
        require(
                digest.equals(Digest.of(weights)),
                "%s: these are not the weights that were saved with the .json beside it",
                weights);
        try {
            return of(description, tensors);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(weights + ": " + e.getMessage(), e);
        }
    }

    private static SavedPolicy of(PolicyDescription description, Map<String, TensorData> tensors) {
        int[] sizes = description.sizes();
        int scales = description.head().scales();
        List<DenseLayer> layers = new ArrayList<>();
        for (int i = 0; i < sizes.length - 1; i++) {
            float[] weight = floats(tensors, weight(i), sizes[i + 1], sizes[i]);
            float[] bias = floats(tensors, bias(i), sizes[i + 1]);
            layers.add(new DenseLayer(sizes[i], sizes[i + 1], weight, bias));
        }
        int wanted = 2 * layers.size() + (scales > 0 ? 1 : 0);
        require(
                tensors.size() == wanted,
                "the network has %s arrays, but there are %s",
                wanted,
                tensors.keySet());
        return new SavedPolicy(
                description, layers, scales > 0 ? floats(tensors, LOG_STD, scales) : new float[0]);
    }

    private static float[] floats(Map<String, TensorData> tensors, String name, long... shape) {
        TensorData data = tensors.get(name);
        require(data != null, "there is no '%s', only %s", name, tensors.keySet());
        require(
                data.type() == ElementType.F32 && Arrays.equals(data.shape(), shape),
                "'%s' must be F32 %s, but was %s",
                name,
                Arrays.toString(shape),
                data);
        float[] values = data.floats();
        for (float value : values) {
            require(Float.isFinite(value), "'%s' holds %s", name, value);
        }
        return values;
    }

    private static String weight(int layer) {
        return "layer" + (layer + 1) + ".weight";
    }

    private static String bias(int layer) {
        return "layer" + (layer + 1) + ".bias";
    }
}
