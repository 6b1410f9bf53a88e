package dev.strait.agents.gan;

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
import dev.strait.core.network.Normalisation;
import dev.strait.envs.image.ImageShape;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * The text of {@code generator.json}. Records are written by their components, a variant with its
 * {@code kind}; only the kinds of a sealed family are read, so a file names no class.
 */
final class GeneratorJson {

    /** Of the files that this Strait writes and reads. */
    private static final int FORMAT = 1;

    /** Families whose variants are told apart by their kind. */
    private static final List<Class<?>> FAMILIES =
            List.of(Networks.class, Codes.class, Normalisation.class);

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
                if (variant != Networks.Own.class) {
                    builder.registerSubtypes(new NamedType(variant, variant.getSimpleName()));
                }
            }
        }
        return builder.build();
    }

    private GeneratorJson() {}

    /** What a file says. */
    record Text(GeneratorDescription description, String weightsSha256) {}

    static byte[] write(
            GeneratorDescription description, String digest, Map<String, Object> provenance) {
        require(
                !(description.networks() instanceof Networks.Own),
                "a generator of one's own Blocks cannot be written: nothing here could rebuild it");
        ObjectNode root = JSON.createObjectNode();
        root.put("format", FORMAT);
        root.set("shape", JSON.valueToTree(description.shape()));
        root.set("latent", JSON.valueToTree(description.latent()));
        root.set("codes", JSON.valueToTree(description.codes()));
        root.set("networks", JSON.valueToTree(description.networks()));
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
            JsonNode digest = root.path("weightsSha256");
            require(digest.isTextual(), "there is no 'weightsSha256'");
            return new Text(
                    new GeneratorDescription(
                            value(root, "shape", ImageShape.class),
                            value(root, "networks", Networks.class),
                            value(root, "latent", Latent.class),
                            value(root, "codes", Codes.class)),
                    digest.textValue());
        } catch (IOException e) {
            throw new IllegalArgumentException("it is no JSON: " + firstLine(e), e);
        }
    }

    private static <T> T value(JsonNode root, String name, Class<T> type) {
        JsonNode node = root.path(name);
        require(node.isObject(), "there is no object '%s'", name);
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
