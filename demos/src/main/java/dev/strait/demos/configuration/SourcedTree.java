package dev.strait.demos.configuration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A tree of settings that remembers where each of them was asked for.
 *
 * @param root the settings
 * @param origins where a dotted path was set, such as {@code run.yaml line 3} or {@code --set};
 *     paths that keep their default are absent
 */
record SourcedTree(ObjectNode root, Map<String, String> origins) {

    /** This tree with another one laid over it. */
    SourcedTree overlaid(SourcedTree upper) {
        Map<String, String> both = new LinkedHashMap<>(origins);
        both.putAll(upper.origins);
        return new SourcedTree((ObjectNode) overlay(root, upper.root), both);
    }

    /** Where this path, or the group around it, was set: a prefix for messages, perhaps empty. */
    String origin(String path) {
        for (String at = path; ; at = at.substring(0, Math.max(0, at.lastIndexOf('.')))) {
            if (origins.containsKey(at)) {
                return origins.get(at) + ": ";
            }
            if (at.isEmpty()) {
                return "";
            }
        }
    }

    /**
     * Groups merge key by key, all else is replaced. A group that names another variant than the
     * one below replaces it whole: fields of R1 mean nothing to Wasserstein.
     */
    private static JsonNode overlay(JsonNode lower, JsonNode upper) {
        if (!(upper instanceof ObjectNode above)) {
            return upper;
        }
        ObjectNode below = group(lower);
        if (below == null || namesAnotherVariant(below, above)) {
            return upper;
        }
        ObjectNode merged = below.deepCopy();
        above.properties()
                .forEach(
                        field ->
                                merged.set(
                                        field.getKey(),
                                        overlay(merged.get(field.getKey()), field.getValue())));
        return merged;
    }

    /** A variant without fields is written as its bare name. */
    private static ObjectNode group(JsonNode node) {
        if (node instanceof TextNode name) {
            ObjectNode group = JsonNodeFactory.instance.objectNode();
            return group.put(Variants.KEY, name.asText());
        }
        return node instanceof ObjectNode object ? object : null;
    }

    private static boolean namesAnotherVariant(ObjectNode below, ObjectNode above) {
        return above.has(Variants.KEY)
                && below.has(Variants.KEY)
                && !above.get(Variants.KEY).equals(below.get(Variants.KEY));
    }
}
