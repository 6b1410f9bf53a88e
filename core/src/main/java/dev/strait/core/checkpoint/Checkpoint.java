package dev.strait.core.checkpoint;

import static dev.strait.core.Require.require;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Everything that a run needs to go on as if it had never stopped: arrays (parameters, moments,
 * buffers, normalisers) and a JSON state (β, step counts, seed streams), in one safetensors file.
 *
 * @param tensors by name
 * @param state any JSON object
 */
public record Checkpoint(Map<String, TensorData> tensors, ObjectNode state) {

    private static final String STATE = "strait.state";

    private static final JsonMapper JSON = new JsonMapper();

    public Checkpoint {
        tensors = Map.copyOf(tensors);
    }

    /** An empty JSON object to be filled. */
    public static ObjectNode newState() {
        return JSON.createObjectNode();
    }

    /**
     * Puts the checkpoint in the place of a file in one step: at every moment the file is the old
     * checkpoint or the new one.
     *
     * @throws IOException if it cannot be written; the old one then still stands
     */
    public void write(Path file) throws IOException {
        new Safetensors(tensors, Map.of(STATE, state.toString())).write(file);
    }

    /**
     * Reads a checkpoint.
     *
     * @throws IllegalArgumentException with the file's name and what is wrong, if it is no
     *     checkpoint
     * @throws IOException if it cannot be read
     */
    public static Checkpoint read(Path file) throws IOException {
        Safetensors content = Safetensors.read(file);
        String text = content.metadata().get(STATE);
        require(text != null, "%s: it is no checkpoint of Strait: there is no '%s'", file, STATE);
        return new Checkpoint(content.tensors(), parse(file, text));
    }

    private static ObjectNode parse(Path file, String text) {
        try {
            JsonNode node = JSON.readTree(text);
            require(node instanceof ObjectNode, "%s: '%s' must be a JSON object", file, STATE);
            return (ObjectNode) node;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "%s: '%s' is no JSON: %s".formatted(file, STATE, e.getOriginalMessage()), e);
        }
    }

    /**
     * The arrays behind a prefix, as tensors, if they fit.
     *
     * @param prefix as given to {@link TensorData#of(String, Map)}
     * @param like the arrays that the saved ones are to replace
     * @return by the names of {@code like}
     * @throws IllegalArgumentException naming every array that is missing, unknown or of another
     *     shape
     */
    public Map<String, NDArray> arrays(
            String prefix, Map<String, NDArray> like, NDManager manager) {
        requireFit(prefix, like);
        Map<String, NDArray> arrays = new LinkedHashMap<>();
        like.keySet()
                .forEach(
                        name ->
                                arrays.put(
                                        name, tensors.get(prefix + "." + name).toArray(manager)));
        return arrays;
    }

    private void requireFit(String prefix, Map<String, NDArray> like) {
        List<String> complaints = new ArrayList<>();
        like.forEach(
                (name, array) -> {
                    TensorData saved = tensors.get(prefix + "." + name);
                    long[] shape = array.getShape().getShape();
                    if (saved == null) {
                        complaints.add("there is no '%s' of %s".formatted(name, text(shape)));
                    } else if (!Arrays.equals(saved.shape(), shape)
                            || saved.type().dataType() != array.getDataType()) {
                        complaints.add(
                                "'%s' is %s in the checkpoint, but %s %s here"
                                        .formatted(name, saved, array.getDataType(), text(shape)));
                    }
                });
        for (String name : new TreeSet<>(tensors.keySet())) {
            if (name.startsWith(prefix + ".")
                    && !like.containsKey(name.substring(prefix.length() + 1))) {
                complaints.add(
                        "nothing here takes '%s' of %s"
                                .formatted(name.substring(prefix.length() + 1), tensors.get(name)));
            }
        }
        require(
                complaints.isEmpty(),
                "the checkpoint does not fit %s: %s",
                prefix,
                String.join("; ", complaints));
    }

    private static String text(long[] shape) {
        return Arrays.toString(shape);
    }
}
