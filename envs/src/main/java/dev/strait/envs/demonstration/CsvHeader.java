package dev.strait.envs.demonstration;

import static dev.strait.envs.Require.require;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;

/**
 * Where the columns of a CSV are; -1 for a column that it does not have.
 *
 * @param width number of columns
 * @param observations of {@code obs_0}, {@code obs_1}, …
 * @param actions of {@code action}, or of {@code action_0}, {@code action_1}, …
 * @param maybeIndices whether the action has no number in its name, and so may be an index
 */
record CsvHeader(
        int width,
        int episode,
        int[] observations,
        int[] actions,
        boolean maybeIndices,
        int reward,
        int terminated,
        int truncated) {

    static CsvHeader parse(String line) {
        List<String> names = names(line);
        require(
                new HashSet<>(names).size() == names.size(),
                "the header names a column twice: %s",
                names);
        int[] observations = numbered(names, "obs_");
        int[] actions = numbered(names, "action_");
        int single = names.indexOf("action");
        require(observations.length > 0, "the header has no column obs_0: %s", names);
        require(single < 0 || actions.length == 0, "the header has both 'action' and 'action_0'");
        CsvHeader header =
                new CsvHeader(
                        names.size(),
                        names.indexOf("episode"),
                        observations,
                        single < 0 ? actions : new int[] {single},
                        single >= 0,
                        names.indexOf("reward"),
                        names.indexOf("terminated"),
                        names.indexOf("truncated"));
        header.refuseOthers(names);
        return header;
    }

    static List<String> names(String line) {
        String plain = line.startsWith("\uFEFF") ? line.substring(1) : line;
        return Arrays.stream(plain.split(",", -1)).map(CsvHeader::unquoted).toList();
    }

    private static String unquoted(String name) {
        return name.strip().replaceAll("^\"(.*)\"$", "$1");
    }

    private static int[] numbered(List<String> names, String prefix) {
        int count = 0;
        while (names.contains(prefix + count)) {
            count++;
        }
        int[] positions = new int[count];
        for (int i = 0; i < count; i++) {
            positions[i] = names.indexOf(prefix + i);
        }
        return positions;
    }

    private void refuseOthers(List<String> names) {
        boolean[] known = new boolean[width];
        for (int position : observations) {
            known[position] = true;
        }
        for (int position : actions) {
            known[position] = true;
        }
        for (int position : new int[] {episode, reward, terminated, truncated}) {
            if (position >= 0) {
                known[position] = true;
            }
        }
        for (int i = 0; i < width; i++) {
            require(known[i], "the header has the unknown column '%s'", names.get(i));
        }
    }
}
