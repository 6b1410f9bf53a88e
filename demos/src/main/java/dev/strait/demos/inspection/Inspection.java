package dev.strait.demos.inspection;

import dev.strait.demos.terminal.TextTable;
import dev.strait.envs.EnvironmentSpec;
import dev.strait.envs.Environments;
import dev.strait.envs.demonstration.DemonstrationStatistics;
import dev.strait.envs.demonstration.DemonstrationStatistics.Spread;
import dev.strait.envs.demonstration.Demonstrations;
import dev.strait.envs.demonstration.Replay;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
 * @param replay how the world asked for answers the recorded actions
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
        List<String> warnings,
        Optional<Replay> replay) {

    /** A replayed figure further off than single precision explains. */
    private static final double NOT_ROUNDING = 1e-4;

    static Inspection of(String file, Demonstrations recorded) {
        return of(file, recorded, Optional.empty());
    }

    static Inspection of(String file, Demonstrations recorded, Optional<Replay> replay) {
        DemonstrationStatistics statistics = recorded.statistics();
        boolean finals =
                recorded.episodes().stream()
                        .allMatch(e -> e.hasFinalObservation(recorded.observationSize()));
        List<WorldFit> worlds =
                Environments.ids().stream()
                        .map(id -> WorldFit.of(recorded, Environments.spec(id)))
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
                warnings(recorded, statistics, finals, worlds),
                replay);
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
        StringBuilder text = new StringBuilder(facts.row("fits", fitting()).toString());
        text.append(System.lineSeparator());
        text.append("does not fit").append(System.lineSeparator()).append(misfits());
        replay.ifPresent(told -> text.append(System.lineSeparator()).append(replayed(told)));
        text.append(System.lineSeparator());
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

    /** Why Gymnasium's worlds do not fit; Strait's twins of them would repeat it. */
    private TextTable misfits() {
        TextTable table = new TextTable();
        for (WorldFit world : worlds) {
            if (!world.world().startsWith("strait/") && !world.fits()) {
                String reason = world.reason().orElseThrow();
                table.row("  " + world.world(), reason.replace("the demonstrations have ", ""));
            }
        }
        return table;
    }

    private static String replayed(Replay replay) {
        TextTable table =
                new TextTable()
                        .row("replayed steps", steps(replay))
                        .row(
                                "observation off by at most",
                                "%.3g (episode %s, step %s)"
                                        .formatted(
                                                replay.maxObservationDeviation(),
                                                replay.worstEpisode(),
                                                replay.worstStep()))
                        .row("reward off by at most", "%.3g".formatted(replay.maxRewardDeviation()))
                        .row("first episode, recorded", "%.3f".formatted(replay.recordedReturn()))
                        .row("first episode, open loop", "%.3f".formatted(replay.replayedReturn()))
                        .row("verdict", verdict(replay));
        return table.toString();
    }

    private static String steps(Replay replay) {
        String replayed = "%,d".formatted(replay.steps());
        return replay.untold() == 0
                ? replayed
                : replayed
                        + " (%,d more begin at a limit of the observation and tell no state)"
                                .formatted(replay.untold());
    }

    private static String verdict(Replay replay) {
        if (replay.earlyEnds() > 0) {
            return "another world: it ends %s times where the recording goes on"
                    .formatted(replay.earlyEnds());
        }
        boolean same =
                replay.maxObservationDeviation() <= NOT_ROUNDING
                        && !(replay.maxRewardDeviation() > NOT_ROUNDING);
        return same
                ? "the recording is of this world, up to rounding"
                : "the recording is of another version of this world";
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
}
