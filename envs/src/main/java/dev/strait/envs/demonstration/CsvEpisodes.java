package dev.strait.envs.demonstration;

import static dev.strait.envs.Require.require;

import dev.strait.envs.demonstration.container.ValueBudget;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Gathers the rows of a CSV into episodes. */
final class CsvEpisodes {

    private final CsvHeader header;
    private final ValueBudget budget = new ValueBudget();
    private final List<Episode> episodes = new ArrayList<>();
    private final NumberBlocks observations = new NumberBlocks();
    private final NumberBlocks actions = new NumberBlocks();
    private final NumberBlocks rewards = new NumberBlocks();
    private final Set<String> seen = new HashSet<>();
    private String current;
    private boolean complete;
    private boolean terminated;
    private boolean truncated;
    private boolean whole = true;

    CsvEpisodes(CsvHeader header) {
        this.header = header;
    }

    /** Adds the row in this line. */
    void add(String line, int number) {
        String[] cells = line.split(",", -1);
        require(
                cells.length == header.width(),
                "line %s has %s cells, but the header has %s columns",
                number,
                cells.length,
                header.width());
        String episode = header.episode() < 0 ? "" : cells[header.episode()].strip();
        if (!episode.equals(current)) {
            begin(episode, number);
        }
        require(!complete, "line %s follows the end of its episode", number);
        addNumbers(cells, header.observations(), number, observations);
        if (isFinal(cells)) {
            complete = true;
            readFlags(cells, number);
        } else {
            addStep(cells, number);
        }
    }

    private void begin(String episode, int number) {
        require(
                header.episode() < 0 || episode.matches("\\d{1,18}"),
                "line %s has the episode '%s', which is no whole number",
                number,
                episode);
        require(seen.add(episode), "line %s returns to episode %s", number, episode);
        end();
        current = episode;
    }

    private boolean isStateOnly() {
        return header.actions().length == 0 && header.reward() < 0;
    }

    /** Whether a row has an observation and neither an action nor a reward. */
    private boolean isFinal(String[] cells) {
        boolean empty = !isStateOnly();
        for (int position : header.actions()) {
            empty &= cells[position].isBlank();
        }
        return empty && (header.reward() < 0 || cells[header.reward()].isBlank());
    }

    private void addStep(String[] cells, int number) {
        require(
                !terminated && !truncated,
                "line %s goes on with an episode that has ended",
                number);
        if (header.actions().length > 0) {
            double first = addNumbers(cells, header.actions(), number, actions);
            whole &= first == Math.rint(first);
        }
        if (header.reward() >= 0) {
            addNumbers(cells, new int[] {header.reward()}, number, rewards);
        }
        readFlags(cells, number);
    }

    private void readFlags(String[] cells, int number) {
        terminated |= flag(cells, header.terminated(), number);
        truncated |= flag(cells, header.truncated(), number);
    }

    private static boolean flag(String[] cells, int position, int number) {
        String cell = position < 0 ? "" : cells[position].strip().toLowerCase(Locale.ROOT);
        require(
                cell.matches("|0|1|false|true"),
                "line %s has the flag '%s', which is none of 0, 1, false, true",
                number,
                cell);
        return cell.equals("1") || cell.equals("true");
    }

    /** Adds the numbers in these cells, and returns the first. */
    private double addNumbers(String[] cells, int[] positions, int number, NumberBlocks to) {
        budget.take("the file", new int[] {positions.length});
        double first = number(cells[positions[0]], "column " + positions[0], number);
        to.add(first);
        for (int i = 1; i < positions.length; i++) {
            to.add(number(cells[positions[i]], "column " + positions[i], number));
        }
        return first;
    }

    private static double number(String cell, String what, int number) {
        try {
            return Double.parseDouble(cell.strip());
        } catch (NumberFormatException none) {
            throw new IllegalArgumentException(
                    String.format("line %s, %s has '%s', which is no number", number, what, cell),
                    none);
        }
    }

    /** Makes an episode of the rows so far. */
    private void end() {
        if (current == null) {
            return;
        }
        int rows = observations.size() / header.observations().length;
        int steps = rows - (complete || isStateOnly() ? 1 : 0);
        require(steps > 0, "episode '%s' has no steps", current);
        episodes.add(
                new Episode(
                        steps,
                        observations.take(),
                        header.actions().length == 0 ? null : actions.take(),
                        header.reward() < 0 ? null : rewards.take(),
                        terminated,
                        truncated || !terminated));
        complete = false;
        terminated = false;
        truncated = false;
    }

    Demonstrations finish(Optional<String> environmentId) {
        end();
        return new Demonstrations(
                DemonstrationFormat.CSV.toString(),
                environmentId,
                header.observations().length,
                header.actions().length,
                header.maybeIndices() && whole,
                episodes);
    }
}
