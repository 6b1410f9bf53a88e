package dev.strait.envs.physics.mjcf;

import java.util.List;
import java.util.regex.Pattern;

/**
 * The values of an element: what it states, over what it inherits, over what is built in. Numbers
 * are decimal, finite and bounded.
 */
final class MjcfAttributes {

    private static final double LARGEST = 1e10;
    private static final int LONGEST = 64;
    private static final Pattern NUMBER =
            Pattern.compile("[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+)?");

    /** Outermost default first, the element itself last. */
    private final List<MjcfElement> layers;

    MjcfAttributes(List<MjcfElement> layers) {
        this.layers = layers;
    }

    MjcfAttributes(MjcfElement element) {
        this(List.of(element));
    }

    MjcfElement element() {
        return layers.get(layers.size() - 1);
    }

    String name() {
        return element().attribute("name");
    }

    boolean has(String attribute) {
        return source(attribute) != null;
    }

    /** The innermost element that states an attribute, or null. */
    MjcfElement source(String attribute) {
        for (int i = layers.size() - 1; i >= 0; i--) {
            if (layers.get(i).attributes().containsKey(attribute)) {
                return layers.get(i);
            }
        }
        return null;
    }

    /** The innermost element that states any of them, or null. */
    MjcfElement sourceOfAny(List<String> attributes) {
        for (int i = layers.size() - 1; i >= 0; i--) {
            MjcfElement layer = layers.get(i);
            if (attributes.stream().anyMatch(layer.attributes()::containsKey)) {
                return layer;
            }
        }
        return null;
    }

    String text(String attribute, String builtIn) {
        MjcfElement source = source(attribute);
        return source == null ? builtIn : source.attribute(attribute);
    }

    double number(String attribute, double builtIn) {
        return numbers(attribute, 1, builtIn)[0];
    }

    int integer(String attribute, int builtIn) {
        double value = number(attribute, builtIn);
        if (value != (int) value) {
            throw refusalOf(attribute, "must be a whole number, but was %s", value);
        }
        return (int) value;
    }

    /** A vector that must be given whole. */
    double[] vector(String attribute, double... builtIn) {
        return numbers(attribute, builtIn.length, builtIn);
    }

    /** A vector of which the last numbers may be left as they are inherited or built in. */
    double[] partial(String attribute, double... builtIn) {
        return numbers(attribute, 1, builtIn);
    }

    private double[] numbers(String attribute, int least, double... builtIn) {
        double[] values = builtIn.clone();
        for (MjcfElement layer : layers) {
            String text = layer.attributes().get(attribute);
            if (text != null) {
                double[] given = parse(layer, attribute, text, least, values.length);
                System.arraycopy(given, 0, values, 0, given.length);
            }
        }
        return values;
    }

    /** Numbers between white space. */
    static double[] parse(MjcfElement element, String attribute, String text, int least, int most) {
        String[] words = text.strip().split("\\s+", most + 2);
        int count = text.isBlank() ? 0 : words.length;
        if (count < least || count > most) {
            throw element.refusalOf(
                    attribute,
                    "needs %s, but has %s",
                    least == most ? counted(most) : least + " to " + counted(most),
                    count > most ? "more" : count);
        }
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            values[i] = number(element, attribute, words[i]);
        }
        return values;
    }

    private static String counted(int numbers) {
        return numbers == 1 ? "one number" : numbers + " numbers";
    }

    private static double number(MjcfElement element, String attribute, String word) {
        boolean decimal = word.length() <= LONGEST && NUMBER.matcher(word).matches();
        double value = decimal ? Double.parseDouble(word) : Double.NaN;
        if (!(Math.abs(value) <= LARGEST)) {
            throw element.refusalOf(
                    attribute,
                    "must be a number within ±1e10, but was \"%s\"",
                    MjcfElement.shortened(word));
        }
        return value;
    }

    /** One of several words, as the number of that word. */
    int choice(String attribute, int builtIn, String... words) {
        MjcfElement source = source(attribute);
        if (source == null) {
            return builtIn;
        }
        String given = source.attribute(attribute);
        for (int i = 0; i < words.length; i++) {
            if (words[i].equals(given)) {
                return i;
            }
        }
        throw source.refusalOf(
                attribute,
                "must be one of %s here, but was \"%s\"",
                String.join(", ", words),
                MjcfElement.shortened(given));
    }

    /** Whether a range limits: said outright, or by "auto" by there being one that is not "0 0". */
    boolean limits(String limited, String range, boolean auto) {
        int given = choice(limited, 2, "false", "true", "auto");
        double[] values = vector(range, 0, 0);
        boolean there = values[0] != 0 || values[1] != 0;
        if (given == 2 && there && !auto) {
            throw refusalOf(
                    range,
                    "with autolimits=\"false\" it needs %s to say whether it holds",
                    limited);
        }
        if (given == 1 && !there) {
            throw refusalOf(limited, "it is true, so %s is needed", range);
        }
        return given == 1 || given == 2 && there;
    }

    MjcfElement.Refusal refusalOf(String attribute, String problem, Object... values) {
        MjcfElement source = source(attribute);
        return (source == null ? element() : source).refusalOf(attribute, problem, values);
    }
}
