package dev.strait.demos.configuration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * Turns a tree into a record through its canonical constructor, whose checks therefore run. Every
 * complaint is one line that says where the value was set, its dotted path, and what would be
 * right.
 */
final class RecordReader {

    private final SourcedTree tree;

    private RecordReader(SourcedTree tree) {
        this.tree = tree;
    }

    /**
     * Builds the record that the tree describes.
     *
     * @throws IllegalArgumentException for an unknown or missing key, a value of the wrong kind, or
     *     one that the record refuses
     */
    static <T extends Record> T read(Class<T> type, SourcedTree tree) {
        return type.cast(
                new RecordReader(tree).record(type, tree.root(), "", List.of(), Optional.empty()));
    }

    private Object value(Type type, JsonNode node, String path) {
        if (type instanceof ParameterizedType generic) {
            return container(generic, node, path);
        }
        Class<?> raw = (Class<?>) type;
        if (Variants.isFamily(raw)) {
            return variant(raw, node, path);
        } else if (raw.isRecord()) {
            return record(raw, group(node, path), path, List.of(), Optional.empty());
        } else if (raw.isEnum()) {
            return constant(raw, node, path);
        } else if (raw.isArray()) {
            List<Object> elements = elements(raw.getComponentType(), node, path);
            Object array = Array.newInstance(raw.getComponentType(), elements.size());
            for (int i = 0; i < elements.size(); i++) {
                Array.set(array, i, elements.get(i));
            }
            return array;
        } else if (raw == OptionalDouble.class) {
            return node.isNull()
                    ? OptionalDouble.empty()
                    : OptionalDouble.of((double) scalar(double.class, node, path));
        } else if (raw == OptionalInt.class) {
            return node.isNull()
                    ? OptionalInt.empty()
                    : OptionalInt.of((int) scalar(int.class, node, path));
        } else if (raw == OptionalLong.class) {
            return node.isNull()
                    ? OptionalLong.empty()
                    : OptionalLong.of((long) scalar(long.class, node, path));
        }
        return scalar(raw, node, path);
    }

    private Object container(ParameterizedType type, JsonNode node, String path) {
        Type element = type.getActualTypeArguments()[type.getActualTypeArguments().length - 1];
        if (type.getRawType() == Optional.class) {
            return node.isNull() ? Optional.empty() : Optional.of(value(element, node, path));
        } else if (type.getRawType() == List.class) {
            return List.copyOf(elements(element, node, path));
        } else if (type.getRawType() == Map.class) {
            Map<String, Object> map = new LinkedHashMap<>();
            group(node, path)
                    .properties()
                    .forEach(
                            field -> {
                                String at = join(path, field.getKey());
                                map.put(field.getKey(), value(element, field.getValue(), at));
                            });
            return map;
        }
        throw new IllegalStateException(path + ": no configuration for a " + type);
    }

    private List<Object> elements(Type type, JsonNode node, String path) {
        if (!node.isArray()) {
            throw wrong(path, "a list in brackets", node);
        }
        List<Object> elements = new ArrayList<>();
        for (JsonNode element : node) {
            elements.add(value(type, element, path));
        }
        return elements;
    }

    private ObjectNode group(JsonNode node, String path) {
        if (node instanceof ObjectNode object) {
            return object;
        }
        throw wrong(path, "a group of keys", node);
    }

    private Object scalar(Class<?> type, JsonNode node, String path) {
        return Scalars.parse(type, node)
                .orElseThrow(() -> wrong(path, Scalars.describe(type), node));
    }

    private Object constant(Class<?> type, JsonNode node, String path) {
        List<String> names =
                Arrays.stream(type.getEnumConstants()).map(c -> ((Enum<?>) c).name()).toList();
        int index = names.indexOf(node.asText());
        if (index < 0) {
            String what = "'" + node.asText() + "' is not known";
            throw refused(path, what + NearestName.hint(node.asText(), names));
        }
        return type.getEnumConstants()[index];
    }

    private Object variant(Class<?> family, JsonNode node, String path) {
        Map<String, Object> variants = Variants.of(family);
        JsonNode name = node.isObject() ? node.get(Variants.KEY) : node;
        if (name == null || !name.isTextual()) {
            throw refused(path, "needs a type, one of " + String.join(", ", variants.keySet()));
        }
        Object variant = variants.get(name.asText());
        if (variant == null) {
            String what = "unknown type '" + name.asText() + "'";
            throw refused(path, what + NearestName.hint(name.asText(), variants.keySet()));
        }
        ObjectNode fields = node.isObject() ? node.deepCopy() : tree.root().objectNode();
        fields.remove(Variants.KEY);
        if (variant instanceof Class<?> type) {
            return record(type, fields, path, List.of(Variants.KEY), Variants.defaults(type));
        } else if (!fields.isEmpty()) {
            throw refused(path, name.asText() + " takes no further keys");
        }
        return variant;
    }

    /** All of its keys, but those of a variant that has defaults. */
    private Object record(
            Class<?> type,
            ObjectNode node,
            String path,
            List<String> alsoKnown,
            Optional<Record> defaults) {
        RecordComponent[] components = type.getRecordComponents();
        refuseUnknownKeys(components, node, path, alsoKnown);
        Class<?>[] types = new Class<?>[components.length];
        Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            String name = components[i].getName();
            types[i] = components[i].getType();
            if (node.has(name)) {
                Type declared = components[i].getGenericType();
                values[i] = value(declared, node.get(name), join(path, name));
            } else if (defaults.isPresent()) {
                values[i] = RecordWriter.component(defaults.get(), components[i]);
            } else {
                throw refused(path, "the key '" + name + "' is missing");
            }
        }
        return construct(type, types, values, path);
    }

    private void refuseUnknownKeys(
            RecordComponent[] components, ObjectNode node, String path, List<String> alsoKnown) {
        List<String> known = new ArrayList<>(alsoKnown);
        Arrays.stream(components).map(RecordComponent::getName).forEach(known::add);
        for (Iterator<String> keys = node.fieldNames(); keys.hasNext(); ) {
            String key = keys.next();
            if (!known.contains(key)) {
                String at = join(path, key);
                throw new IllegalArgumentException(
                        tree.origin(at)
                                + "unknown key '"
                                + at
                                + "'"
                                + NearestName.hint(key, known));
            }
        }
    }

    private Object construct(Class<?> type, Class<?>[] types, Object[] values, String path) {
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof IllegalArgumentException refusal) {
                throw refused(blamed(type, path, refusal.getMessage()), path, refusal);
            }
            throw new IllegalStateException(path + ": " + e.getCause(), e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot build " + type, e);
        }
    }

    /** The path of the component that a record's own message names, for the sake of its line. */
    private String blamed(Class<?> type, String path, String message) {
        return Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getName)
                .filter(name -> message.matches("(?s).*\\b" + name + "\\b.*"))
                .map(name -> join(path, name))
                .filter(tree.origins()::containsKey)
                .findFirst()
                .orElse(path);
    }

    private IllegalArgumentException wrong(String path, String expected, JsonNode node) {
        String shown = node.isTextual() ? "'" + node.asText() + "'" : node.toString();
        return refused(path, "expected " + expected + ", but got " + shown);
    }

    private IllegalArgumentException refused(String path, String message) {
        return new IllegalArgumentException(tree.origin(path) + label(path) + message);
    }

    private IllegalArgumentException refused(String blamed, String path, Exception cause) {
        return new IllegalArgumentException(
                tree.origin(blamed) + label(path) + cause.getMessage(), cause);
    }

    private static String label(String path) {
        return path.isEmpty() ? "" : path + ": ";
    }

    private static String join(String path, String key) {
        return path.isEmpty() ? key : path + "." + key;
    }
}
