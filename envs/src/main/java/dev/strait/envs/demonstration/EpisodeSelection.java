package dev.strait.envs.demonstration;

import static dev.strait.envs.Require.require;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which episodes of a recording are used: what {@code --episodes} says. A single number {@code n}
 * means the first n episodes; anything with a comma or a dash lists positions from 0, such as
 * {@code 0-9,12} or {@code 3,} for the episode at position 3 alone; {@code all} means all of them.
 */
public final class EpisodeSelection {

    private static final Pattern PART = Pattern.compile("(\\d{1,9})(?:-(\\d{1,9}))?");

    /** Every episode. */
    public static final EpisodeSelection ALL = new EpisodeSelection("all", List.of());

    private final String text;
    private final List<int[]> ranges;

    private EpisodeSelection(String text, List<int[]> ranges) {
        this.text = text;
        this.ranges = ranges;
    }

    /** The first {@code count} episodes. */
    public static EpisodeSelection first(int count) {
        require(count >= 1, "at least 1 episode must be chosen, but --episodes was %s", count);
        return new EpisodeSelection(Integer.toString(count), List.of(new int[] {0, count - 1}));
    }

    /** The selection that {@code text} describes. */
    public static EpisodeSelection parse(String text) {
        String trimmed = text.strip();
        if (trimmed.equals("all")) {
            return ALL;
        }
        if (trimmed.matches("\\d{1,9}")) {
            return first(Integer.parseInt(trimmed));
        }
        List<int[]> ranges = new ArrayList<>();
        for (String part : trimmed.split(",")) {
            ranges.add(range(text, part.strip()));
        }
        require(!ranges.isEmpty(), "--episodes must name an episode, but was '%s'", text);
        return new EpisodeSelection(trimmed, List.copyOf(ranges));
    }

    private static int[] range(String text, String part) {
        Matcher matcher = PART.matcher(part);
        require(
                matcher.matches(),
                "--episodes must be a count (10) or positions (0-9,12), but was '%s'",
                text);
        int from = Integer.parseInt(matcher.group(1));
        int to = matcher.group(2) == null ? from : Integer.parseInt(matcher.group(2));
        require(from <= to, "--episodes has the range %s, which runs backwards", part);
        return new int[] {from, to};
    }

    /** Positions among {@code count} episodes; refuses one that is not there. */
    List<Integer> indices(int count) {
        Set<Integer> indices = new LinkedHashSet<>();
        for (int[] range : this == ALL ? List.of(new int[] {0, count - 1}) : ranges) {
            require(
                    range[1] < count,
                    "--episodes %s asks for episode %s, but the file has %s (0 to %s)",
                    text,
                    range[1],
                    count,
                    count - 1);
            for (int i = range[0]; i <= range[1]; i++) {
                require(indices.add(i), "--episodes %s names episode %s twice", text, i);
            }
        }
        return List.copyOf(indices);
    }

    @Override
    public String toString() {
        return text;
    }
}
