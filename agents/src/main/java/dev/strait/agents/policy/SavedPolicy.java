package dev.strait.agents.policy;

import static dev.strait.core.Require.require;

import dev.strait.core.checkpoint.NetworkFile;
import dev.strait.core.checkpoint.TensorData;
import java.io.IOException;
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

    private static final NetworkFile PAIR = new NetworkFile("policy");
    private static final String LOG_STD = "logStd";

    SavedPolicy {
        layers = List.copyOf(layers);
    }

    /** Writes both files into a folder, each whole or not at all. */
    void write(Path folder) throws IOException {
        PAIR.write(folder, tensors(), digest -> PolicyJson.write(description, digest));
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
        return PAIR.read(
                path,
                PolicyJson::read,
                PolicyJson.Text::weightsSha256,
                (text, tensors) -> of(text.description(), tensors));
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
                Arrays.equals(data.shape(), shape),
                "'%s' must be F32 %s, but was %s",
                name,
                Arrays.toString(shape),
                data);
        return data.floats();
    }

    private static String weight(int layer) {
        return "layer" + (layer + 1) + ".weight";
    }

    private static String bias(int layer) {
        return "layer" + (layer + 1) + ".bias";
    }
}
