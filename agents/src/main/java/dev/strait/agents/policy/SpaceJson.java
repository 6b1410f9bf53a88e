package dev.strait.agents.policy;

import static dev.strait.core.Require.require;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.strait.envs.Box;
import dev.strait.envs.Discrete;
import dev.strait.envs.MultiDiscrete;
import dev.strait.envs.Space;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** Spaces as JSON objects. */
public final class SpaceJson {

    private static final String BOX = "box";
    private static final String DISCRETE = "discrete";
    private static final String MULTI_DISCRETE = "multi-discrete";

    private SpaceJson() {}

    /** A space as an object. */
    public static ObjectNode write(Space space) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        if (space instanceof Box box) {
            node.put("type", BOX);
            node.set("low", numbers(box.size(), box::low));
            node.set("high", numbers(box.size(), box::high));
        } else if (space instanceof MultiDiscrete several) {
            node.put("type", MULTI_DISCRETE);
            several.branches().forEach(node.putArray("branches")::add);
        } else {
            node.put("type", DISCRETE);
            node.put("n", ((Discrete) space).n());
        }
        return node;
    }

    private static ArrayNode numbers(int size, IntToDoubleFunction number) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        for (int i = 0; i < size; i++) {
            double value = number.applyAsDouble(i);
            if (Double.isInfinite(value)) {
                list.add(Double.toString(value));
            } else {
                list.add(value);
            }
        }
        return list;
    }

    /**
     * The space that {@link #write} wrote.
     *
     * @throws IllegalArgumentException saying what is wrong
     */
    public static Space read(ObjectNode node) {
        return read(new JsonFields(node));
    }

    static Space read(JsonFields fields) {
        String type = fields.text("type");
        return switch (type) {
            case BOX -> Box.of(fields.numbers("low"), fields.numbers("high"));
            case DISCRETE -> new Discrete(fields.wholeNumber("n"));
            case MULTI_DISCRETE ->
                    new MultiDiscrete(
                            IntStream.of(fields.wholeNumbers("branches")).boxed().toList());
            default ->
                    throw new IllegalArgumentException(
                            "a space is %s, %s or %s, but was '%s'"
                                    .formatted(BOX, DISCRETE, MULTI_DISCRETE, type));
        };
    }

    static Box readBox(JsonFields fields) {
        Space space = read(fields);
        require(space instanceof Box, "observations must be a %s, but were %s", BOX, space);
        return (Box) space;
    }
}
