package dev.strait.core.checkpoint;

import static dev.strait.core.Require.require;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The JSON at the head of a safetensors file.
 *
 * @param entries in the order of their bytes, which they cover without gap or overlap
 */
record Header(List<Entry> entries, Map<String, String> metadata) {

    /** The limit of the format's own readers. */
    static final long LONGEST = 100_000_000;

    /** Bytes of one array of Java, less what its header takes. */
    private static final long LARGEST = Integer.MAX_VALUE - 8;

    private static final String METADATA = "__metadata__";

    private static final int ALIGNMENT = 8;

    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    /** One array: where its bytes are, from the end of the header. */
    record Entry(String name, ElementType type, long[] shape, long begin, long end) {}

    /** Wider types first, so that every array starts at a multiple of its width. */
    static Header of(Map<String, TensorData> tensors, Map<String, String> metadata) {
        require(!tensors.containsKey(METADATA), "no array may be called %s", METADATA);
        List<String> names = new ArrayList<>(tensors.keySet());
        names.sort(Comparator.comparing(name -> -tensors.get(name).type().bytes()));
        List<Entry> entries = new ArrayList<>();
        long position = 0;
        for (String name : names) {
            TensorData data = tensors.get(name);
            long end = position + data.type().bytesOf(data.shape());
            entries.add(new Entry(name, data.type(), data.shape(), position, end));
            position = end;
        }
        return new Header(entries, metadata);
    }

    /** UTF-8, filled up with blanks to a multiple of eight bytes. */
    byte[] json() {
        ObjectNode root = JSON.createObjectNode();
        if (!metadata.isEmpty()) {
            ObjectNode texts = root.putObject(METADATA);
            metadata.forEach(texts::put);
        }
        for (Entry entry : entries) {
            ObjectNode node = root.putObject(entry.name);
            node.put("dtype", entry.type.name());
            var shape = node.putArray("shape");
            for (long axis : entry.shape) {
                shape.add(axis);
            }
            node.putArray("data_offsets").add(entry.begin).add(entry.end);
        }
        byte[] text = root.toString().getBytes(StandardCharsets.UTF_8);
        int padded = (text.length + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
        byte[] filled = Arrays.copyOf(text, padded);
        Arrays.fill(filled, text.length, padded, (byte) ' ');
        return filled;
    }

    /**
     * Reads a header.
     *
     * @param dataBytes how many bytes follow it
     */
    static Header parse(byte[] json, long dataBytes) {
        JsonNode root = tree(json);
        require(root.isObject(), "the header must be a JSON object, but is %s", root.getNodeType());
        List<Entry> entries = new ArrayList<>();
        Map<String, String> metadata = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> field : root.properties()) {
            if (field.getKey().equals(METADATA)) {
                metadata.putAll(texts(field.getValue()));
            } else {
                entries.add(entry(field.getKey(), field.getValue()));
            }
        }
        entries.sort(Comparator.comparingLong(Entry::begin).thenComparingLong(Entry::end));
        requireCover(entries, dataBytes);
        return new Header(entries, metadata);
    }

    private static JsonNode tree(byte[] json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "the header is no JSON: "
                            + e.getOriginalMessage().lines().findFirst().orElse(""),
                    e);
        } catch (IOException e) {
            throw new IllegalArgumentException("the header is no JSON: " + e.getMessage(), e);
        }
    }

    private static Map<String, String> texts(JsonNode node) {
        require(node.isObject(), "%s must be an object, but is %s", METADATA, node.getNodeType());
        Map<String, String> texts = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            require(
                    field.getValue().isTextual(),
                    "%s may hold texts only, but '%s' is %s",
                    METADATA,
                    field.getKey(),
                    field.getValue().getNodeType());
            texts.put(field.getKey(), field.getValue().textValue());
        }
        return texts;
    }

    private static Entry entry(String name, JsonNode node) {
        try {
            require(
                    node.isObject() && node.size() == 3,
                    "it must have dtype, shape and data_offsets");
            require(node.path("dtype").isTextual(), "its dtype must be a text");
            ElementType type = ElementType.named(node.path("dtype").textValue());
            long[] shape = numbers(node.path("shape"), "shape");
            long[] offsets = numbers(node.path("data_offsets"), "data_offsets");
            require(offsets.length == 2, "its data_offsets must be two numbers");
            long size = type.bytesOf(shape);
            require(
                    offsets[0] >= 0 && offsets[1] >= offsets[0],
                    "its data_offsets are %s and %s",
                    offsets[0],
                    offsets[1]);
            require(
                    size <= LARGEST,
                    "it takes %s bytes, more than the %s that an array can have here",
                    size,
                    LARGEST);
            require(
                    offsets[1] - offsets[0] == size,
                    "%s of shape %s takes %s bytes, but its data_offsets give it %s",
                    type,
                    Arrays.toString(shape),
                    size,
                    offsets[1] - offsets[0]);
            return new Entry(name, type, shape, offsets[0], offsets[1]);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("array '" + name + "': " + e.getMessage(), e);
        }
    }

    private static long[] numbers(JsonNode node, String what) {
        require(node.isArray(), "its %s must be a list", what);
        long[] numbers = new long[node.size()];
        for (int i = 0; i < numbers.length; i++) {
            JsonNode number = node.get(i);
            require(
                    number.isIntegralNumber() && number.canConvertToLong(),
                    "its %s holds %s",
                    what,
                    number);
            numbers[i] = number.longValue();
        }
        return numbers;
    }

    /** Every byte of the file belongs to one array: nothing hides, nothing is read twice. */
    private static void requireCover(List<Entry> entries, long dataBytes) {
        long position = 0;
        for (Entry entry : entries) {
            require(
                    entry.begin == position,
                    "array '%s' begins at byte %s, but the one before it ends at %s",
                    entry.name,
                    entry.begin,
                    position);
            position = entry.end;
        }
        require(
                position == dataBytes,
                "the arrays take %s bytes, but the file has %s",
                position,
                dataBytes);
    }
}
