package dev.strait.envs.motion;

import static dev.strait.envs.Require.require;

import java.util.StringTokenizer;

/** The words of a BVH file one after the other, with the line for whoever is told of an error. */
final class BvhTokens {

    private final String[] lines;
    private int line = -1;
    private StringTokenizer words = new StringTokenizer("");

    BvhTokens(String text) {
        lines = text.split("\\R");
    }

    /** The next word, on whichever line it is. */
    String next(String expected) {
        while (!words.hasMoreTokens()) {
            require(line + 1 < lines.length, "it ends where %s should be", expected);
            line++;
            words = new StringTokenizer(lines[line]);
        }
        return words.nextToken();
    }

    void skip(String expected) {
        String word = next("'" + expected + "'");
        require(
                word.equalsIgnoreCase(expected),
                "line %s has '%s' where '%s' should be",
                line + 1,
                word,
                expected);
    }

    double number(String what) {
        String word = next(what);
        try {
            double number = Double.parseDouble(word);
            require(
                    Double.isFinite(number) && Math.abs(number) < 1e9,
                    "line %s: %s is %s",
                    line + 1,
                    what,
                    word);
            return number;
        } catch (NumberFormatException wrong) {
            throw new IllegalArgumentException(
                    "line %s: %s is '%s', not a number".formatted(line + 1, what, word), wrong);
        }
    }

    int count(String what, int most) {
        double number = number(what);
        require(
                number >= 0 && number <= most && number == Math.rint(number),
                "line %s: %s is %s, but must be a whole number up to %s",
                line + 1,
                what,
                number,
                most);
        return (int) number;
    }

    /** A joint's name: the rest of the present line, spaces and all, up to a brace. */
    String name() {
        String rest = words.hasMoreTokens() ? words.nextToken("\n").strip() : "";
        int brace = rest.indexOf('{');
        int end = brace < 0 ? rest.length() : brace;
        words = new StringTokenizer(rest.substring(end));
        String name = rest.substring(0, end).strip();
        require(!name.isEmpty(), "line %s has a joint without a name", line + 1);
        return name;
    }

    /** Numbers of the next line that is not blank, all of them. */
    double[] row(int expected, int frame) {
        require(!words.hasMoreTokens(), "line %s goes on after what it should hold", line + 1);
        do {
            line++;
            require(line < lines.length, "it ends before frame %s", frame);
            words = new StringTokenizer(lines[line]);
        } while (!words.hasMoreTokens());
        require(
                words.countTokens() == expected,
                "frame %s has %s numbers, but the channels are %s",
                frame,
                words.countTokens(),
                expected);
        double[] row = new double[expected];
        for (int i = 0; i < expected; i++) {
            row[i] = number("number " + i + " of frame " + frame);
        }
        return row;
    }

    /** Refuses anything but blank lines. */
    void requireEnd() {
        while (!words.hasMoreTokens() && line + 1 < lines.length) {
            line++;
            words = new StringTokenizer(lines[line]);
        }
        require(!words.hasMoreTokens(), "line %s goes on after the last frame", line + 1);
    }

    int line() {
        return line + 1;
    }
}
