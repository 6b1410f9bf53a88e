package dev.strait.agents.policy;

import static dev.strait.core.Require.require;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Predicate;

/** The fields of a JSON object, taken as one kind of value or refused. */
record JsonFields(JsonNode node) {

    boolean has(String name) {
        return node.hasNonNull(name);
    }

    String text(String name) {
        return field(name, "a text", JsonNode::isTextual).textValue();
    }

    boolean truth(String name) {
        return field(name, "true or false", JsonNode::isBoolean).booleanValue();
    }

    int wholeNumber(String name) {
        return field(name, "a whole number", JsonNode::isInt).intValue();
    }

    double number(String name) {
        return field(name, "a number", JsonNode::isNumber).doubleValue();
    }

    JsonFields object(String name) {
        return new JsonFields(field(name, "an object", JsonNode::isObject));
    }

    int[] wholeNumbers(String name) {
        JsonNode list = list(name, "a list of whole numbers", n -> n.isInt());
        int[] numbers = new int[list.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = list.get(i).intValue();
        }
        return numbers;
    }

    /** Numbers, where JSON has none for infinity {@code "Infinity"} and {@code "-Infinity"}. */
    double[] numbers(String name) {
        JsonNode list = list(name, "a list of numbers", n -> n.isNumber() || infinite(n));
        double[] numbers = new double[list.size()];
        for (int i = 0; i < numbers.length; i++) {
            JsonNode item = list.get(i);
            numbers[i] =
                    item.isNumber() ? item.doubleValue() : Double.parseDouble(item.textValue());
        }
        return numbers;
    }

    private static boolean infinite(JsonNode node) {
        return node.isTextual() && node.textValue().matches("-?Infinity");
    }

    private JsonNode list(String name, String kind, Predicate<JsonNode> item) {
        JsonNode list = field(name, kind, JsonNode::isArray);
        for (JsonNode each : list) {
            require(item.test(each), "'%s' must be %s, but holds %s", name, kind, each);
        }
        return list;
    }

    private JsonNode field(String name, String kind, Predicate<JsonNode> right) {
        JsonNode value = node.get(name);
        require(value != null, "there is no '%s'", name);
        require(right.test(value), "'%s' must be %s, but was %s", name, kind, value);
        return value;
    }
}
