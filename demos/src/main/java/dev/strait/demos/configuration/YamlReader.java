package dev.strait.demos.configuration;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntFunction;

/**
 * Reads one YAML document and the line of every key. Anchors, aliases, duplicate keys and further
 * documents are refused, so a file cannot grow while it is read.
 */
final class YamlReader {

    private static final YAMLFactory YAML = new YAMLFactory();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final String source;
    private final IntFunction<String> origin;
    private final YAMLParser parser;
    private final Map<String, String> origins = new LinkedHashMap<>();

    private YamlReader(String text, String source, IntFunction<String> origin) throws IOException {
        this.source = source;
        this.origin = origin;
        this.parser = YAML.createParser(text);
    }

    /** Reads a file's text, whose root has to be a group of keys; empty text is an empty group. */
    static SourcedTree file(String text, String name) {
        YamlReader reader = open(text, name, line -> name + " line " + line);
        JsonNode root = reader.document("");
        if (root.isNull()) {
            root = NODES.objectNode();
        }
        if (!(root instanceof ObjectNode object)) {
            throw new IllegalArgumentException(name + ": expected lines of 'key: value'");
        }
        return new SourcedTree(object, reader.origins);
    }

    /**
     * Reads the value of one setting, such as {@code 1e-3} or <code>{type: R1, weight: 10}</code>.
     */
    static JsonNode value(String text, String source) {
        return open(text, source, line -> source).document("");
    }

    private static YamlReader open(String text, String source, IntFunction<String> origin) {
        try {
            return new YamlReader(text, source, origin);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JsonNode document(String path) {
        try (parser) {
            JsonNode root = parser.nextToken() == null ? NODES.nullNode() : node(path);
            if (parser.nextToken() != null) {
                throw refused("only one document is expected");
            }
            return root;
        } catch (JsonProcessingException e) {
            JsonLocation at = e.getLocation();
            String line = at == null ? source : origin.apply(at.getLineNr());
            throw new IllegalArgumentException(
                    line + ": not valid YAML: " + e.getOriginalMessage().lines().findFirst().get(),
                    e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JsonNode node(String path) throws IOException {
        if (parser.isCurrentAlias() || parser.getObjectId() != null) {
            throw refused("anchors and aliases are not supported");
        }
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(path);
            case START_ARRAY -> array(path);
            case VALUE_NULL -> NODES.nullNode();
            case VALUE_TRUE, VALUE_FALSE -> NODES.booleanNode(parser.getBooleanValue());
            case VALUE_NUMBER_INT -> integer();
            // Reals stay text: whoever wants one reads it, infinities included.
            default -> NODES.textNode(parser.getText());
        };
    }

    private JsonNode integer() throws IOException {
        return switch (parser.getNumberType()) {
            case INT, LONG -> NODES.numberNode(parser.getLongValue());
            default -> NODES.numberNode(parser.getBigIntegerValue());
        };
    }

    private ObjectNode object(String path) throws IOException {
        ObjectNode object = NODES.objectNode();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            String at = path.isEmpty() ? key : path + "." + key;
            if (object.has(key)) {
                throw refused("the key '" + at + "' is given twice");
            }
            origins.put(at, origin.apply(parser.currentTokenLocation().getLineNr()));
            parser.nextToken();
            object.set(key, node(at));
        }
        return object;
    }

    private ArrayNode array(String path) throws IOException {
        ArrayNode array = NODES.arrayNode();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            array.add(node(path));
        }
        return array;
    }

    private IllegalArgumentException refused(String why) {
        int line = parser.currentTokenLocation().getLineNr();
        return new IllegalArgumentException(origin.apply(line) + ": " + why);
    }
}
