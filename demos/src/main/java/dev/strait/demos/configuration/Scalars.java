package dev.strait.demos.configuration;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Optional;

/** Reads single values. YAML 1.1 takes {@code 1e-3} for text, so numbers are read from text too. */
final class Scalars {

    private Scalars() {}

    /** The value, or empty if the node holds no such thing. */
    static Optional<Object> parse(Class<?> type, JsonNode node) {
        if (node.isContainerNode() || node.isNull()) {
            return Optional.empty();
        } else if (type == String.class) {
            return Optional.of(node.asText());
        } else if (type == Path.class) {
            return Optional.of(Path.of(node.asText()));
        } else if (type == boolean.class || type == Boolean.class) {
            return node.isBoolean() ? Optional.of(node.booleanValue()) : Optional.empty();
        }
        return number(type, node.asText());
    }

    /** What {@link #parse} wants, for a message. */
    static String describe(Class<?> type) {
        if (type == int.class || type == Integer.class) {
            return "a whole number between -2147483648 and 2147483647";
        } else if (type == long.class || type == Long.class) {
            return "a whole number of at most 64 bits";
        } else if (type == boolean.class || type == Boolean.class) {
            return "true or false";
        } else if (type == String.class || type == Path.class) {
            return "text";
        }
        return "a number";
    }

    private static Optional<Object> number(Class<?> type, String text) {
        try {
            if (type == double.class || type == Double.class) {
                return Optional.of(real(text));
            } else if (type == float.class || type == Float.class) {
                return Optional.of((float) real(text));
            } else if (type == int.class || type == Integer.class) {
                return Optional.of(whole(text).intValueExact());
            } else if (type == long.class || type == Long.class) {
                return Optional.of(whole(text).longValueExact());
            }
        } catch (ArithmeticException | NumberFormatException e) {
            return Optional.empty();
        }
        throw new IllegalStateException("no configuration for a " + type);
    }

    /** A real number, or an infinity in one of its usual spellings. */
    private static double real(String text) {
        return switch (text) {
            case ".inf", "+.inf", "inf", "Infinity" -> Double.POSITIVE_INFINITY;
            case "-.inf", "-inf", "-Infinity" -> Double.NEGATIVE_INFINITY;
            case ".nan", "NaN" -> Double.NaN;
            default -> new BigDecimal(text).doubleValue();
        };
    }

    /** A whole number; {@code 1e6} is one. The exponent is bounded before anything is expanded. */
    private static BigDecimal whole(String text) {
        BigDecimal number = new BigDecimal(text.replace("_", ""));
        if (Math.abs((long) number.scale()) > 40) {
            throw new ArithmeticException("out of range");
        }
        return number;
    }
}
