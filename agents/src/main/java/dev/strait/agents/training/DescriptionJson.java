package dev.strait.agents.training;

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
import java.io.IOException;
import java.util.List;
import java.util.function.Predicate;

/**
 * The text beside the weights of a {@link dev.strait.core.checkpoint.NetworkFile}. Records are
 * written by their components, a variant of a sealed family with its simple name as {@code kind};
 * reading takes nothing that was not asked for by type, and runs nothing that is in the file.
 */
public final class DescriptionJson {

    private final JsonMapper json;

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    private interface Kind {}

    /**
     * Text over sealed families.
     *
     * @param families whose variants are told apart by their kind
     * @param known which variants can be read back
     */
    public DescriptionJson(List<Class<?>> families, Predicate<Class<?>> known) {
        JsonMapper.Builder builder =
                JsonMapper.builder()
                        .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
                        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                        .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                        .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
                        .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                        .enable(SerializationFeature.INDENT_OUTPUT);
        for (Class<?> family : families) {
            builder.addMixIn(family, Kind.class);
            for (Class<?> variant : family.getPermittedSubclasses()) {
                if (known.test(variant)) {
                    builder.registerSubtypes(new NamedType(variant, variant.getSimpleName()));
                }
            }
        }
        json = builder.build();
    }

    /** An object that begins with its format. */
    public ObjectNode begin(int format) {
        return json.createObjectNode().put("format", format);
    }

    /** A record, list or map as JSON. */
    public JsonNode tree(Object value) {
        return json.valueToTree(value);
    }

    /** The object as UTF-8. */
    public byte[] bytes(ObjectNode root) {
        try {
            return json.writeValueAsBytes(root);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of JSON could not be written", e);
        }
    }

    /**
     * Parses an object of a format.
     *
     * @throws IllegalArgumentException saying what is wrong
     */
    public ObjectNode parse(byte[] text, int format) {
        try {
            JsonNode root = json.readTree(text);
            require(root instanceof ObjectNode, "it is no JSON object");
            JsonNode told = root.path("format");
            require(
                    told.isInt() && told.intValue() == format,
                    "its format is %s, and this reads %s",
                    told.isMissingNode() ? "not told" : told,
                    format);
            return (ObjectNode) root;
        } catch (IOException e) {
            throw new IllegalArgumentException("it is no JSON: " + firstLine(e), e);
        }
    }

    /**
     * A node as a value.
     *
     * @param name of the node in messages
     * @throws IllegalArgumentException saying what is wrong
     */
    public <T> T value(JsonNode node, String name, Class<T> type) {
        try {
            return json.treeToValue(node, type);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("'%s': %s".formatted(name, firstLine(e)), e);
        }
    }

    private static String firstLine(Exception e) {
        Throwable cause = e.getCause() instanceof IllegalArgumentException ? e.getCause() : e;
        return cause.getMessage().lines().findFirst().orElse("");
    }
}
