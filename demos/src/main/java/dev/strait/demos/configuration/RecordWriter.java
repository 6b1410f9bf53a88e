package dev.strait.demos.configuration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * Turns records into trees: every component is a key, in the order of declaration; an empty
 * optional is {@code null}. {@link RecordReader} is the inverse.
 */
public final class RecordWriter {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private RecordWriter() {}

    /** The tree of a record. */
    public static ObjectNode tree(Record value) {
        ObjectNode node = NODES.objectNode();
        for (RecordComponent component : value.getClass().getRecordComponents()) {
            node.set(component.getName(), node(component.getType(), component(value, component)));
        }
        return node;
    }

    /** Reads one component, whatever the visibility of its record. */
    static Object component(Record value, RecordComponent component) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(value);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("cannot read " + component, e);
        }
    }

    private static JsonNode node(Class<?> declared, Object value) {
        if (value instanceof Record record) {
            return Variants.isFamily(declared) ? variant(record) : tree(record);
        } else if (value instanceof Optional<?> optional) {
            return optional.map(RecordWriter::element).orElseGet(NODES::nullNode);
        } else if (value instanceof Collection<?> values) {
            ArrayNode array = NODES.arrayNode();
            values.forEach(element -> array.add(element(element)));
            return array;
        } else if (value instanceof Map<?, ?> map) {
            ObjectNode object = NODES.objectNode();
            map.forEach((key, held) -> object.set(key.toString(), element(held)));
            return object;
        } else if (value != null && value.getClass().isArray()) {
            ArrayNode array = NODES.arrayNode();
            for (int i = 0; i < Array.getLength(value); i++) {
                array.add(element(Array.get(value, i)));
            }
            return array;
        }
        return scalar(value);
    }

    /** An element of a container: its declared type is erased, so a family shows by its member. */
    private static JsonNode element(Object value) {
        return node(value == null ? Object.class : familyOf(value.getClass()), value);
    }

    private static Class<?> familyOf(Class<?> member) {
        for (Class<?> parent : member.getInterfaces()) {
            if (Variants.isFamily(parent)) {
                return parent;
            }
        }
        return member;
    }

    /** A member of a sealed family: {@code type} and its fields, or the bare name without any. */
    private static JsonNode variant(Record value) {
        ObjectNode fields = tree(value);
        String name = value.getClass().getSimpleName();
        if (fields.isEmpty()) {
            return NODES.textNode(name);
        }
        if (fields.has(Variants.KEY)) {
            throw new IllegalStateException(value.getClass() + " may not have a component 'type'");
        }
        ObjectNode node = NODES.objectNode();
        node.put(Variants.KEY, name);
        node.setAll(fields);
        return node;
    }

    private static JsonNode scalar(Object value) {
        if (value == null) {
            return NODES.nullNode();
        } else if (value instanceof Double number) {
            return NODES.numberNode(number);
        } else if (value instanceof Float number) {
            return NODES.numberNode(number);
        } else if (value instanceof Integer || value instanceof Short || value instanceof Byte) {
            return NODES.numberNode(((Number) value).intValue());
        } else if (value instanceof Long number) {
            return NODES.numberNode(number);
        } else if (value instanceof Boolean truth) {
            return NODES.booleanNode(truth);
        } else if (value instanceof OptionalDouble held) {
            return held.isPresent() ? scalar(held.getAsDouble()) : NODES.nullNode();
        } else if (value instanceof OptionalInt held) {
            return held.isPresent() ? scalar(held.getAsInt()) : NODES.nullNode();
        } else if (value instanceof OptionalLong held) {
            return held.isPresent() ? scalar(held.getAsLong()) : NODES.nullNode();
        } else if (value instanceof Enum<?> constant) {
            return NODES.textNode(constant.name());
        }
        return NODES.textNode(value.toString());
    }
}
