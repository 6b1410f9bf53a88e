package dev.strait.agents.imitation;

import static dev.strait.core.Require.require;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.strait.agents.policy.SpaceJson;
import dev.strait.core.bottleneck.Bottleneck;
import dev.strait.core.bottleneck.CodeHead;
import dev.strait.core.bottleneck.DualAscent;
import dev.strait.core.bottleneck.RateExpectation;
import dev.strait.core.bottleneck.Spread;
import dev.strait.core.network.InitialWeights;
import dev.strait.core.objective.Regulariser;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * The text of {@code reward.json}. Records are written by their components, a variant with its
 * {@code kind}; only the kinds of a sealed family are read, so a file names no class.
 */
final class RewardJson {

    /** Of the files that this Strait writes and reads. */
    private static final int FORMAT = 1;

    private static final List<Class<?>> FAMILIES =
            List.of(
                    Bottleneck.class,
                    Regulariser.class,
                    Spread.class,
                    InitialWeights.class,
                    RateExpectation.class,
                    DualAscent.class,
                    CodeHead.class);

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    private interface Kind {}

    private static final JsonMapper JSON = mapper();

    private static JsonMapper mapper() {
        JsonMapper.Builder builder =
                JsonMapper.builder()
                        .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
                        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                        .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                        .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
                        .enable(SerializationFeature.INDENT_OUTPUT);
        for (Class<?> family : FAMILIES) {
            builder.addMixIn(family, Kind.class);
            for (Class<?> variant : family.getPermittedSubclasses()) {
                builder.registerSubtypes(new NamedType(variant, variant.getSimpleName()));
            }
        }
        return builder.build();
    }

    private RewardJson() {}

    /** What a file says. */
    record Text(RewardDescription description, String weightsSha256) {}

    static byte[] write(
            RewardDescription description, String digest, Map<String, Object> provenance) {
        ObjectNode root = JSON.createObjectNode();
        root.put("format", FORMAT);
        root.put("environment", description.environment());
        root.put("observationSize", description.observationSize());
        root.put("stateSize", description.stateSize());
        root.set("actionSpace", SpaceJson.write(description.actionSpace()));
        root.put("input", description.input().name());
        root.put("form", description.form().name());
        root.put("origin", description.origin());
        root.set("network", JSON.valueToTree(description.network()));
        root.set("moments", JSON.valueToTree(description.moments()));
        root.put("weightsSha256", digest);
        root.set("provenance", JSON.valueToTree(provenance));
        try {
            return JSON.writeValueAsBytes(root);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of JSON could not be written", e);
        }
    }

    /**
     * Reads a text.
     *
     * @throws IllegalArgumentException saying what is wrong
     */
    static Text read(byte[] text) {
        try {
            JsonNode root = JSON.readTree(text);
            require(root instanceof ObjectNode, "it is no JSON object");
            int format = root.path("format").asInt();
            require(format == FORMAT, "its format is %s, and this reads %s", format, FORMAT);
            RewardDescription description =
                    new RewardDescription(
                            value(root, "environment", String.class),
                            value(root, "observationSize", Integer.class),
                            value(root, "stateSize", Integer.class),
                            SpaceJson.read(value(root, "actionSpace", ObjectNode.class)),
                            value(root, "input", DiscriminatorInput.class),
                            value(root, "form", RewardForm.class),
                            value(root, "origin", Double.class),
                            value(root, "network", JudgeNetwork.class),
                            value(root, "moments", double[].class));
            return new Text(description, value(root, "weightsSha256", String.class));
        } catch (IOException e) {
            throw new IllegalArgumentException("it is no JSON: " + firstLine(e), e);
        }
    }

    private static <T> T value(JsonNode root, String name, Class<T> type) {
        JsonNode node = root.path(name);
        require(!node.isMissingNode() && !node.isNull(), "there is no '%s'", name);
        try {
            return JSON.treeToValue(node, type);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("'%s': %s".formatted(name, firstLine(e)), e);
        }
    }

    private static String firstLine(Exception e) {
        Throwable cause = e.getCause() instanceof IllegalArgumentException ? e.getCause() : e;
        return cause.getMessage().lines().findFirst().orElse("");
    }
}
