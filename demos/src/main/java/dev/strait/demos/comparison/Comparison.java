package dev.strait.demos.comparison;

import static dev.strait.core.Require.require;
import static dev.strait.core.Require.requirePositive;

import dev.strait.agents.imitation.ImitationRecipes;
import dev.strait.demos.configuration.Configuration;
import dev.strait.demos.imitation.ImitationRun;
import dev.strait.demos.run.WorldName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * All that a comparison was asked for: the content of its config.yaml, by which it is resumed.
 *
 * @param command {@code compare}
 * @param contenders what is compared
 * @param subjects what they learn from
 * @param format of the files; empty where their content tells
 * @param episodes which of them are used
 * @param subsample every how many-th pair of an episode is used
 * @param pixels whether discriminators see frames in place of numbers
 * @param firstSeed seeds count from here
 * @param seeds how many
 * @param steps of the worlds for each run; empty for what the presets say
 * @param seconds of the processor after which each run is over; empty for no bound
 * @param device as {@code --device} says
 * @param threads of the engine
 * @param settings of every run, each {@code key=value}
 */
record Comparison(
        String command,
        List<Contender> contenders,
        List<Subject> subjects,
        Optional<String> format,
        String episodes,
        int subsample,
        boolean pixels,
        long firstSeed,
        int seeds,
        OptionalLong steps,
        OptionalDouble seconds,
        String device,
        int threads,
        List<String> settings) {

    static final String COMMAND = "compare";

    /**
     * A world and what is to be imitated in it.
     *
     * @param environment the world's id
     * @param demonstrations the file; empty for the one that comes with Strait
     */
    record Subject(String environment, Optional<String> demonstrations) {

        /** The id for people. */
        String name() {
            return WorldName.of(environment).toString();
        }

        /** That as part of a folder's name. */
        String folderName() {
            return name().replaceAll("[^A-Za-z0-9._-]+", "-").replaceAll("-+$|(?<=-)-+", "");
        }
    }

    /**
     * One run.
     *
     * @param contender who
     * @param subject of what
     * @param seed of everything that is random
     */
    record Cell(Contender contender, Subject subject, long seed) {}

    Comparison {
        contenders = List.copyOf(contenders);
        subjects = List.copyOf(subjects);
        settings = List.copyOf(settings);
        require(command.equals(COMMAND), "this is a run of strait %s, not of compare", command);
        require(!contenders.isEmpty(), "there is nothing to compare; name --recipes");
        require(!subjects.isEmpty(), "there is nothing to learn from; name --env");
        List<String> labels = contenders.stream().map(Contender::label).toList();
        require(
                new HashSet<>(labels).size() == labels.size(),
                "each contender needs a label of its own, but they were %s",
                labels);
        List<String> names = subjects.stream().map(Subject::folderName).toList();
        require(
                new HashSet<>(names).size() == names.size(),
                "each world or clip can be compared in once, but they were %s",
                names);
        require(seeds >= 1, "seeds must be at least 1, but was %s", seeds);
        require(steps.orElse(1) >= 1, "steps must be at least 1, but was %s", steps.orElse(1));
        requirePositive(seconds.orElse(1), "seconds");
    }

    /** Three seeds by the presets. */
    static Comparison of(
            List<Contender> contenders, List<Subject> subjects, List<String> settings) {
        return new Comparison(
                COMMAND,
                contenders,
                subjects,
                Optional.empty(),
                "all",
                1,
                false,
                0,
                3,
                OptionalLong.empty(),
                OptionalDouble.empty(),
                "auto",
                1,
                settings);
    }

    /** Every run, one seed of all before the next seed: a stopped comparison is already one. */
    List<Cell> cells() {
        List<Cell> cells = new ArrayList<>();
        for (int i = 0; i < seeds; i++) {
            for (Subject subject : subjects) {
                for (Contender contender : contenders) {
                    cells.add(new Cell(contender, subject, firstSeed + i));
                }
            }
        }
        return cells;
    }

    /**
     * What {@code strait imitate} would have been asked for.
     *
     * @throws IllegalArgumentException where a setting is not one
     */
    ImitationRun imitation(Cell cell) {
        ImitationRecipes recipe = ImitationRecipes.named(cell.contender().recipe());
        Configuration<ImitationRun> asked =
                Configuration.startingFrom(
                                ImitationRun.preset(recipe, cell.subject().environment(), pixels))
                        .withOption("--episodes", "episodes", episodes)
                        .withOption("--subsample", "subsample", subsample)
                        .withOption("--device", "device", device)
                        .withOption("--threads", "threads", threads)
                        .withOption("--seed", "seed", cell.seed());
        asked = with(asked, "demonstrations", cell.subject().demonstrations());
        asked = with(asked, "format", format);
        if (steps.isPresent()) {
            asked = asked.withOption("--steps", "steps", steps.getAsLong());
        }
        return asked.withSettings(settings).withSettings(cell.contender().settings()).value();
    }

    private static Configuration<ImitationRun> with(
            Configuration<ImitationRun> asked, String key, Optional<String> value) {
        return value.map(given -> asked.withOption("--" + key, key, given)).orElse(asked);
    }

    /** What every run is given, for people. */
    String budget() {
        String bySteps =
                steps.isPresent()
                        ? String.format(Locale.ROOT, "%,d steps", steps.getAsLong())
                        : "the preset's steps";
        return seconds.isPresent()
                ? bySteps + " or %s s of the processor".formatted(seconds.getAsDouble())
                : bySteps;
    }
}
