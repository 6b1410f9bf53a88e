package dev.strait.agents.vib;

import static dev.strait.core.Require.require;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.strait.core.checkpoint.AtomicFile;
import dev.strait.core.checkpoint.Checkpoint;
import dev.strait.core.checkpoint.TensorData;
import dev.strait.core.network.BlockState;
import dev.strait.core.tensor.SeedStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A classifier at rest. {@code classifier.safetensors} holds everything, its description too;
 * {@code classifier.json} says the same description to people and programs.
 */
final class ClassifierFile {

    private static final String STEM = "classifier";
    private static final String TEXT = STEM + ".json";
    private static final String WEIGHTS = STEM + ".safetensors";
    private static final int FORMAT = 1;

    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .addMixIn(Code.class, CodeNames.class)
                    .build();

    /** What the kinds of code are called. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Code.Gaussian.class, name = "gaussian"),
        @JsonSubTypes.Type(value = Code.Features.class, name = "features"),
        @JsonSubTypes.Type(value = Code.Dropout.class, name = "dropout")
    })
    private interface CodeNames {}

    private ClassifierFile() {}

    static void write(Path folder, VibClassifier classifier, Map<String, Object> provenance)
            throws IOException {
        ObjectNode about = Checkpoint.newState();
        about.put("format", FORMAT);
        about.set("classifier", JSON.valueToTree(classifier.description()));
        about.set("provenance", JSON.valueToTree(provenance));
        Map<String, TensorData> tensors = new LinkedHashMap<>();
        parts(classifier).forEach((part, arrays) -> tensors.putAll(TensorData.of(part, arrays)));
        new Checkpoint(tensors, about).write(folder.resolve(WEIGHTS));
        AtomicFile.write(folder.resolve(TEXT), JSON.writeValueAsBytes(about));
    }

    private static Map<String, Map<String, NDArray>> parts(VibClassifier classifier) {
        return Map.of(
                "encoder", BlockState.all(classifier.blocks()[0]),
                "head", BlockState.all(classifier.blocks()[1]));
    }

    static VibClassifier read(Path path, Device device) throws IOException {
        Path file = Files.isDirectory(path) ? path.resolve(WEIGHTS) : path;
        if (file.getFileName().toString().equals(TEXT)) {
            file = file.resolveSibling(WEIGHTS);
        }
        require(Files.isRegularFile(file), "%s: there is no such file", file);
        Checkpoint saved = Checkpoint.read(file);
        try {
            return of(saved, device);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
        }
    }

    private static VibClassifier of(Checkpoint saved, Device device) {
        VibClassifier classifier =
                VibClassifier.of(description(saved.state()), device, new SeedStream(0));
        try (NDManager scope = classifier.manager().newSubManager()) {
            parts(classifier)
                    .forEach(
                            (part, own) -> BlockState.restore(own, saved.arrays(part, own, scope)));
            return classifier;
        } catch (IllegalArgumentException e) {
            classifier.close();
            throw e;
        }
    }

    private static ClassifierDescription description(ObjectNode about) {
        JsonNode format = about.path("format");
        require(
                format.isInt() && format.intValue() == FORMAT,
                "it is no classifier of format %s, but '%s'",
                FORMAT,
                format);
        JsonNode text = about.path("classifier");
        require(text.isObject(), "it has no description of a classifier, but '%s'", text);
        try {
            return JSON.treeToValue(text, ClassifierDescription.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "its description cannot be read: " + e.getOriginalMessage(), e);
        }
    }
}
