package dev.strait.demos;

import dev.strait.envs.Environment;
import dev.strait.envs.EnvironmentSpec;
import dev.strait.envs.Environments;
import dev.strait.envs.demonstration.DemonstrationStatistics;
import dev.strait.envs.demonstration.DemonstrationStatistics.Spread;
import dev.strait.envs.demonstration.Demonstrations;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What there is to know about a file of demonstrations before training on it.
 *
 * @param environment the world that the file itself names
 * @param actionKind discrete, continuous, or none
 * @param returns where every episode has rewards
 * @param finalObservations whether every episode keeps the observation after its last action
 * @param worlds every known world and whether the file fits it
 * @param warnings what a person should know before trusting it
 */
record Inspection(
        String file,
        String format,
        Optional<String> environment,
        int episodes,
        int steps,
        int observationSize,
        int actionSize,
        String actionKind,
        Spread lengths,
        Optional<Spread> returns,
        int terminatedEpisodes,
        boolean finalObservations,
        List<WorldFit> worlds,
        List<String> warnings) {

    static Inspection of(String file, Demonstrations recorded) {
        DemonstrationStatistics statistics = recorded.statistics();
        boolean finals =
                recorded.episodes().stream()
                        .allMatch(e -> e.hasFinalObservation(recorded.observationSize()));
        List<WorldFit> worlds =
                Environments.ids().stream()
                        .map(id -> WorldFit.of(recorded, Environments.make(id)))
                        .toList();
        return new Inspection(
                file,
                recorded.format(),
                recorded.environmentId(),
                statistics.episodes(),
                statistics.steps(),
                recorded.observationSize(),
                recorded.actionSize(),
                kind(recorded),
                statistics.lengths(),
                statistics.returns(),
                statistics.terminated(),
                finals,
                worlds,
                warnings(recorded, statistics, finals, worlds));
    }

    private static String kind(Demonstrations recorded) {
        if (!recorded.hasActions()) {
            return "none";
        }
        return recorded.discreteActions() ? "discrete" : "continuous";
    }

    private static List<String> warnings(
            Demonstrations recorded,
            DemonstrationStatistics statistics,
            boolean finals,
            List<WorldFit> worlds) {
        List<String> warnings = new ArrayList<>();
        Spread lengths = statistics.lengths();
        if (statistics.episodes() == 1) {
            warnings.add("one episode only: nothing is left to hold out for validation");
        } else if (lengths.min() == lengths.max()) {
            warnings.add(
                    "all %s episodes have %.0f steps: if that is a time limit or a cut, their ends"
                                    .formatted(statistics.episodes(), lengths.min())
                            + " say nothing about the world's own rule");
        }
        if (!recorded.hasActions()) {
            warnings.add("no actions: only algorithms that judge states can imitate it");
        }
        if (statistics.returns().isEmpty()) {
            warnings.add("no rewards: the expert's return is not known");
        }
        if (!finals) {
            warnings.add("no final observations: the last step of each episode has no successor");
        }
        for (WorldFit world : worlds) {
            if (world.fits()) {
                limit(lengths, Environments.spec(world.world())).ifPresent(warnings::add);
            }
        }
        return warnings;
    }

    private static Optional<String> limit(Spread lengths, EnvironmentSpec spec) {
        return lengths.max() > spec.maxEpisodeSteps()
                ? Optional.of(
                        "an episode has %.0f steps, but %s ends after %s"
                                .formatted(lengths.max(), spec.id(), spec.maxEpisodeSteps()))
                : Optional.empty();
    }

    /** For people. */
    String text() {
        TextTable facts =
                new TextTable()
                        .row("file", file)
                        .row("format", format)
                        .row("world", environment.orElse("not named"))
                        .row("episodes", Integer.toString(episodes))
                        .row("steps", "%,d".formatted(steps))
                        .row("lengths", spread(lengths))
                        .row("returns", returns.map(Inspection::spread).orElse("not recorded"))
                        .row(
                                "ends",
                                "%s by the world's rule, %s cut or not told"
                                        .formatted(
                                                terminatedEpisodes, episodes - terminatedEpisodes))
                        .row("observation", observationSize + " numbers")
                        .row("action", action());
        StringBuilder text = new StringBuilder();
        text.append(facts.row("fits", fitting())).append(System.lineSeparator());
        text.append("worlds that it does not fit").append(System.lineSeparator());
        text.append(misfits());
        for (String warning : warnings) {
            text.append("note: ").append(warning).append(System.lineSeparator());
        }
        return text.toString();
    }

    private String fitting() {
        String fitting =
                worlds.stream()
                        .filter(WorldFit::fits)
                        .map(WorldFit::world)
                        .collect(Collectors.joining(", "));
        return fitting.isEmpty() ? "none of the known worlds" : fitting;
    }

    /** A line a reason. */
    private TextTable misfits() {
        Map<String, List<String>> byReason = new LinkedHashMap<>();
        for (WorldFit world : worlds) {
            world.reason()
                    .ifPresent(
                            reason ->
                                    byReason.computeIfAbsent(reason, r -> new ArrayList<>())
                                            .add(world.world()));
        }
        TextTable table = new TextTable();
        byReason.forEach(
                (reason, ids) -> {
                    table.row("  " + reason + ":");
                    ids.forEach(id -> table.row("    " + id));
                });
        return table;
    }

    private String action() {
        return switch (actionKind) {
            case "none" -> "none";
            case "discrete" -> actionSize == 1 ? "one choice" : actionSize + " choices at once";
            default -> actionSize + (actionSize == 1 ? " number" : " numbers");
        };
    }

    private static String spread(Spread spread) {
        return String.format(
                Locale.ROOT,
                "%.1f ± %.1f (%.1f to %.1f)",
                spread.mean(),
                spread.std(),
                spread.min(),
                spread.max());
    }

    /** The world to replay in: the one asked for, which the file has to fit. */
    static Environment fitting(Demonstrations recorded, String id) {
        Environment environment = Environments.make(id);
        WorldFit fit = WorldFit.of(recorded, environment);
        if (!fit.fits()) {
            throw new IllegalArgumentException(
                    "the recording does not fit " + id + ": " + fit.reason().get());
        }
        return environment;
    }
}
