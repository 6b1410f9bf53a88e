package dev.strait.agents.policy;

import static dev.strait.core.Require.require;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.strait.core.network.Activation;
import dev.strait.envs.Box;
import dev.strait.envs.normalise.Normalisation;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The text of {@code policy.json}. */
final class PolicyJson {

    /** Of the files that this Strait writes and reads. */
    static final int FORMAT = 1;

    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .build();

    private PolicyJson() {}

    /** What a file says. */
    record Text(PolicyDescription description, String weightsSha256) {}

    /**
     * Writes a description.
     *
     * @param digest SHA-256 of the file of weights, by which the two files belong together
     */
    static byte[] write(PolicyDescription policy, String digest) {
        PolicySettings settings = policy.settings();
        ObjectNode root = JSON.createObjectNode();
        root.put("format", FORMAT);
        root.put("environment", policy.environment());
        root.set("observationSpace", SpaceJson.write(policy.observationSpace()));
        root.set("actionSpace", SpaceJson.write(policy.actionSpace()));
        root.set("hidden", JSON.valueToTree(settings.hidden()));
        root.put("activation", settings.activation().name());
        root.put("squash", settings.squash());
        root.put("initialLogStd", settings.initialLogStd());
        if (settings.normaliseObservations()) {
            root.set("normaliser", normaliser(policy));
        }
        root.put("weightsSha256", digest);
        root.set("provenance", JSON.valueToTree(policy.provenance()));
        try {
            return JSON.writeValueAsBytes(root);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of JSON could not be written", e);
        }
    }

    private static ObjectNode normaliser(PolicyDescription policy) {
        int features = policy.observationSpace().size();
        double[] moments = policy.moments();
        ObjectNode node = JSON.createObjectNode();
        node.set("mean", JSON.valueToTree(Arrays.copyOf(moments, features)));
        node.set("variance", JSON.valueToTree(Arrays.copyOfRange(moments, features, 2 * features)));
        node.put("count", moments[2 * features]);
        node.put("epsilon", Normalisation.DEFAULT.epsilon());
        node.put("clip", Normalisation.DEFAULT.clip());
        return node;
    }

    /**
     * Reads a text.
     *
     * @throws IllegalArgumentException saying what is wrong
     */
    static Text read(byte[] text) {
        JsonNode root = parse(text);
        return new Text(description(root), new JsonFields(root).text("weightsSha256"));
    }

    private static JsonNode parse(byte[] text) {
        try {
            JsonNode root = JSON.readTree(text);
            require(root instanceof ObjectNode, "it must hold one JSON object");
            return root;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("it is no JSON: " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new IllegalArgumentException("it is no JSON: " + e.getMessage(), e);
        }
    }

    private static PolicyDescription description(JsonNode root) {
        JsonFields fields = new JsonFields(root);
        int format = fields.wholeNumber("format");
        require(format == FORMAT, "it has format %s, but this Strait reads %s", format, FORMAT);
        Box observations = SpaceJson.readBox(fields.object("observationSpace"));
        boolean normalised = fields.has("normaliser");
        PolicySettings settings =
                new PolicySettings(
                        IntStream.of(fields.wholeNumbers("hidden")).boxed().toList(),
                        activation(fields.text("activation")),
                        fields.number("initialLogStd"),
                        fields.truth("squash"),
                        normalised);
        return new PolicyDescription(
                fields.text("environment"),
                observations,
                SpaceJson.read(fields.object("actionSpace")),
                settings,
                normalised
                        ? moments(fields.object("normaliser"), observations.size())
                        : new double[0],
                JSON.convertValue(
                        fields.object("provenance").node(),
                        new TypeReference<Map<String, Object>>() {}));
    }

    /** By hand: {@code Activation.valueOf} looks at its methods, and so for DJL. */
    private static Activation activation(String name) {
        List<Activation> known = List.of(Activation.values());
        return known.stream()
                .filter(activation -> activation.name().equals(name))
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "activation '%s' is not among %s".formatted(name, known)));
    }

    private static double[] moments(JsonFields fields, int features) {
        double[] means = fields.numbers("mean");
        double[] variances = fields.numbers("variance");
        require(
                means.length == features && variances.length == features,
                "observations have %s features, but there are %s means and %s variances",
                features,
                means.length,
                variances.length);
        Normalisation bounds = new Normalisation(fields.number("clip"), fields.number("epsilon"));
        require(
                bounds.equals(Normalisation.DEFAULT),
                "the normaliser has %s, but this Strait has %s",
                bounds,
                Normalisation.DEFAULT);
        double[] moments = Arrays.copyOf(means, 2 * features + 1);
        System.arraycopy(variances, 0, moments, features, features);
        moments[2 * features] = fields.number("count");
        return moments;
    }
}
