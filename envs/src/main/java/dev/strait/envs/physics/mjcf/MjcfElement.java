package dev.strait.envs.physics.mjcf;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * One element of a file.
 *
 * @param tag its name
 * @param line on which its start tag ends
 * @param attributes in the order of the file
 * @param children in the order of the file
 */
record MjcfElement(
        String tag, int line, Map<String, String> attributes, List<MjcfElement> children) {

    private static final int SHOWN = 40;

    /** What is wrong with an element, with its line; other exceptions do not know theirs. */
    static final class Refusal extends IllegalArgumentException {
        private static final long serialVersionUID = 1L;

        Refusal(String message, Throwable cause) {
            super(message, cause);
        }
    }

    MjcfElement(String tag, int line, Map<String, String> attributes) {
        this(tag, line, attributes, new ArrayList<>());
    }

    String attribute(String name) {
        return attributes.getOrDefault(name, "");
    }

    Refusal refusal(String problem, Object... values) {
        return new Refusal(where() + ": " + problem.formatted(values), null);
    }

    Refusal refusalOf(String attribute, String problem, Object... values) {
        return new Refusal(where() + ", " + attribute + ": " + problem.formatted(values), null);
    }

    /** Gives what is wrong inside the line of this element, unless it has one. */
    <T> T contain(Supplier<T> reading) {
        try {
            return reading.get();
        } catch (Refusal located) {
            throw located;
        } catch (IllegalArgumentException problem) {
            throw new Refusal(where() + ": " + problem.getMessage(), problem);
        }
    }

    private String where() {
        String name = attribute("name");
        return "line %d, <%s%s>"
                .formatted(
                        line,
                        shortened(tag),
                        name.isEmpty() ? "" : " name=\"" + shortened(name) + '"');
    }

    static String shortened(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN - 1) + "…";
    }
}
