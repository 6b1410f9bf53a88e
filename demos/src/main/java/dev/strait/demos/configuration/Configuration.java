package dev.strait.demos.configuration;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a run was asked to do: a nest of hyper-parameter records that begins with a preset's values
 * and takes a YAML file and single settings on top. Nothing is checked before {@link #value()}, so
 * that settings which only fit together may come one by one.
 *
 * @param <T> the outermost record
 */
public final class Configuration<T extends Record> {

    private static final long LARGEST_FILE = 1 << 20;
    private static final YAMLMapper YAML =
            YAMLMapper.builder()
                    .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
                    .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
                    .enable(YAMLGenerator.Feature.INDENT_ARRAYS_WITH_INDICATOR)
                    .build();

    private final Class<T> type;
    private final SourcedTree tree;

    private Configuration(Class<T> type, SourcedTree tree) {
        this.type = type;
        this.tree = tree;
    }

    /** Begins with every value of {@code defaults}. */
    @SuppressWarnings("unchecked") // a record's class is final, so it is T
    public static <T extends Record> Configuration<T> startingFrom(T defaults) {
        SourcedTree tree = new SourcedTree(RecordWriter.tree(defaults), Map.of());
        return new Configuration<>((Class<T>) defaults.getClass(), tree);
    }

    /**
     * Lays a YAML file on top; it may hold few of the keys or all.
     *
     * @throws IllegalArgumentException if the file is absent, too large, or no YAML
     */
    public Configuration<T> withFile(Path file) {
        return with(readFile(file));
    }

    /**
     * Lays one {@code dotted.path=value} on top; the value is YAML, such as {@code 1e-3}, {@code
     * [64, 64]}, {@code null} or <code>{type: R1, weight: 10}</code>.
     *
     * @throws IllegalArgumentException if there is no {@code =}, no path, or no value
     */
    public Configuration<T> withSetting(String setting) {
        int equals = setting.indexOf('=');
        if (equals < 1 || equals == setting.length() - 1) {
            throw new IllegalArgumentException(
                    "--set takes key=value (null for none), but got '" + setting + "'");
        }
        String path = setting.substring(0, equals).strip();
        String origin = "--set " + setting;
        return with(path, YamlReader.value(setting.substring(equals + 1), origin), origin);
    }

    /** Lays several settings on top, the last one wins. */
    public Configuration<T> withSettings(List<String> settings) {
        Configuration<T> result = this;
        for (String setting : settings) {
            result = result.withSetting(setting);
        }
        return result;
    }

    /**
     * Lays the value of a command-line option on top.
     *
     * @param option how messages name it, such as {@code --seed}
     * @param path where it belongs
     */
    public Configuration<T> withOption(String option, String path, Object value) {
        JsonNode node =
                value instanceof Boolean truth
                        ? BooleanNode.valueOf(truth)
                        : TextNode.valueOf(value.toString());
        return with(path, node, option);
    }

    /**
     * The record with everything laid on top, all of it checked.
     *
     * @throws IllegalArgumentException in one line: where it was set, the path, what is wrong
     */
    public T value() {
        return RecordReader.read(type, tree);
    }

    /** A record as YAML, from which {@link #withFile} reads it back. */
    public static String yaml(Record value) {
        try {
            return YAML.writeValueAsString(RecordWriter.tree(value));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot print " + value, e);
        }
    }

    /** The text at a dotted path of a file, to choose a preset by before binding it. */
    public static Optional<String> peek(Path file, String key) {
        JsonNode node = readFile(file).root().at("/" + key.replace('.', '/'));
        return node.isValueNode() && !node.isNull() ? Optional.of(node.asText()) : Optional.empty();
    }

    private static SourcedTree readFile(Path file) {
        try {
            if (Files.isDirectory(file)) {
                throw new IllegalArgumentException(file + " is a folder, not a configuration");
            } else if (Files.size(file) > LARGEST_FILE) {
                throw new IllegalArgumentException(
                        file + " has " + Files.size(file) + " bytes, too many for a configuration");
            }
            return YamlReader.file(Files.readString(file), file.getFileName().toString());
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException(file + " is no text in UTF-8", e);
        } catch (NoSuchFileException e) {
            throw new IllegalArgumentException("no configuration file " + file, e);
        } catch (IOException e) {
            throw new IllegalArgumentException("cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    private Configuration<T> with(String path, JsonNode value, String origin) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        ObjectNode at = root;
        Map<String, String> origins = new HashMap<>(Map.of(path, origin));
        for (int dot = path.indexOf('.'), from = 0;
                dot >= 0;
                from = dot + 1, dot = path.indexOf('.', from)) {
            at = at.putObject(path.substring(from, dot));
            origins.put(path.substring(0, dot), origin);
        }
        at.set(path.substring(path.lastIndexOf('.') + 1), value);
        return with(new SourcedTree(root, origins));
    }

    private Configuration<T> with(SourcedTree upper) {
        return new Configuration<>(type, tree.overlaid(upper));
    }
}
