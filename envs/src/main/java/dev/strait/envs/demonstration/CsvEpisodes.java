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
    private final List<double[]> observations = new ArrayList<>();
    private final List<double[]> actions = new ArrayList<>();
    private final List<Double> rewards = new ArrayList<>();
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
        observations.add(numbers(cells, header.observations(), number));
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
            double[] action = numbers(cells, header.actions(), number);
            whole &= action[0] == Math.rint(action[0]);
            actions.add(action);
        }
        if (header.reward() >= 0) {
            rewards.add(number(cells[header.reward()], "reward", number));
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

    private double[] numbers(String[] cells, int[] positions, int number) {
        double[] values = new double[budget.take("the file", new int[] {positions.length})];
        for (int i = 0; i < values.length; i++) {
            values[i] = number(cells[positions[i]], "column " + positions[i], number);
        }
        return values;
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
        int steps = observations.size() - (complete || isStateOnly() ? 1 : 0);
        require(steps > 0, "episode '%s' has no steps", current);
        episodes.add(
                new Episode(
                        steps,
                        Rows.flat(observations),
                        header.actions().length == 0 ? null : Rows.flat(actions),
                        header.reward() < 0
                                ? null
                                : rewards.stream().mapToDouble(Double::doubleValue).toArray(),
                        terminated,
                        truncated || !terminated));
        observations.clear();
        actions.clear();
        rewards.clear();
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
