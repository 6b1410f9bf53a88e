package dev.strait.demos.transfer;

import dev.strait.agents.imitation.TransferRecipes;
import dev.strait.core.tensor.TensorEngine;
import dev.strait.demos.picture.Figure;
import dev.strait.demos.picture.TransferReport;
import dev.strait.demos.policy.PolicyPlan;
import dev.strait.demos.run.Disk;
import dev.strait.demos.run.ReturnStatistics;
import dev.strait.demos.run.RunFolder;
import dev.strait.demos.run.SeedStatistics;
import dev.strait.demos.run.StageSummary;
import dev.strait.demos.run.TransferSummary;
import dev.strait.demos.run.TransferSummary.Result;
import dev.strait.demos.run.Versions;
import dev.strait.demos.terminal.TextTable;
import dev.strait.envs.EnvironmentSpec;
import dev.strait.envs.Environments;
import dev.strait.envs.demonstration.Demonstrations;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.stream.Stream;

/** What a finished transfer leaves: the report, the summary last of all, and a table. */
final class TransferOutcome {

    private final RunFolder folder;
    private final TransferRun asked;
    private final TransferStages stages;
    private final Path demonstrations;

    TransferOutcome(
            RunFolder folder, TransferRun asked, TransferStages stages, Path demonstrations) {
        this.folder = folder;
        this.asked = asked;
        this.stages = stages;
        this.demonstrations = demonstrations;
    }

    /**
     * Writes everything.
     *
     * @param seconds of this sitting
     * @return the text for whoever watches
     */
    String write(double seconds) {
        TransferSummary summary = summary();
        first();
        TransferReport.write(folder, summary, curves(), figures());
        // Last: it marks the run as finished.
        Disk.write(folder.summary(), summary.json());
        return table(summary)
                + String.format(
                        Locale.ROOT,
                        "%ntrained for %.1f s, %.1f s in this sitting%nreport %s%n",
                        summary.trainSeconds(),
                        seconds,
                        folder.report());
    }

    /** Film and reward of the first recipe and seed stand for all. */
    private void first() {
        TransferRecipes recipe = asked.recipes().get(0);
        copy(stages.retraining(recipe, asked.seed()).film(), folder.film());
        RunFolder learned = stages.imitation(recipe, asked.seed());
        for (String name : List.of("reward.safetensors", "reward.json")) {
            copy(learned.path().resolve(name), folder.path().resolve(name));
        }
    }

    private static void copy(Path from, Path to) {
        Disk.write(to, part -> Files.copy(from, part, StandardCopyOption.REPLACE_EXISTING));
    }

    private TransferSummary summary() {
        List<Result> results =
                asked.recipes().stream()
                        .map(
                                recipe ->
                                        new Result(
                                                recipe.id(),
                                                over(seed -> stages.imitation(recipe, seed)),
                                                over(seed -> stages.retraining(recipe, seed))))
                        .toList();
        SeedStatistics expert = over(stages::expert);
        Optional<Result> only =
                results.size() == 1 ? Optional.of(results.get(0)) : Optional.empty();
        return new TransferSummary(
                TransferRun.COMMAND,
                only.map(Result::recipe),
                asked.environment(),
                asked.to(),
                TensorEngine.name(TensorEngine.device(asked.device())),
                Versions.all(),
                only.map(Result::trainReturn),
                only.map(Result::transferReturn),
                expert,
                demonstrated(),
                PolicyPlan.randomReturn(Environments.spec(asked.to())),
                asked.attempts(),
                results,
                trainSeconds());
    }

    private SeedStatistics over(LongFunction<RunFolder> stage) {
        return SeedStatistics.of(
                Arrays.stream(asked.allSeeds())
                        .mapToObj(seed -> StageSummary.read(stage.apply(seed)))
                        .mapToDouble(StageSummary::policyReturn)
                        .toArray());
    }

    /** Of all stages. */
    private double trainSeconds() {
        Stream<RunFolder> teacher = asked.trainExpert() ? Stream.of(stages.teacher()) : Stream.of();
        Stream<RunFolder> others =
                Arrays.stream(asked.allSeeds()).mapToObj(stages::trained).flatMap(List::stream);
        return Stream.concat(teacher, others)
                .mapToDouble(stage -> StageSummary.read(stage).trainSeconds())
                .sum();
    }

    private Optional<ReturnStatistics> demonstrated() {
        Demonstrations recorded = TransferDemonstrations.read(demonstrations);
        int episodes = recorded.episodes().size();
        return recorded.statistics()
                .returns()
                .map(r -> new ReturnStatistics(r.mean(), r.std(), episodes));
    }

    /** The metrics of every seed, by the title of the plot and the name of the line. */
    private Map<String, Map<String, List<Path>>> curves() {
        Map<String, Map<String, List<Path>>> curves = new LinkedHashMap<>();
        for (TransferRecipes recipe : asked.recipes()) {
            Map<String, List<Path>> lines = new LinkedHashMap<>();
            lines.put("imitating", metrics(seed -> stages.imitation(recipe, seed)));
            lines.put("on its reward", metrics(seed -> stages.retraining(recipe, seed)));
            lines.put("on the true one", metrics(stages::expert));
            curves.put(recipe.id().toUpperCase(Locale.ROOT), lines);
        }
        return curves;
    }

    private List<Path> metrics(LongFunction<RunFolder> stage) {
        return Arrays.stream(asked.allSeeds())
                .mapToObj(seed -> stage.apply(seed).metrics())
                .toList();
    }

    /** The rewards of the first seed over the second maze, beside the true one. */
    private List<Figure> figures() {
        EnvironmentSpec to = Environments.spec(asked.to());
        List<Figure> figures = new ArrayList<>();
        RewardMap.of(to).ifPresent(map -> figures.addAll(map.figures(stages)));
        return figures;
    }

    private static String table(TransferSummary summary) {
        TextTable table = new TextTable().row("", "trained", "std", "transferred", "std", "seeds");
        for (Result result : summary.results()) {
            table.row(
                    result.recipe(),
                    number(result.trainReturn().mean()),
                    number(result.trainReturn().std()),
                    number(result.transferReturn().mean()),
                    number(result.transferReturn().std()),
                    Integer.toString(result.transferReturn().seeds()));
        }
        SeedStatistics expert = summary.expertTransferReturn();
        Optional<ReturnStatistics> shown = summary.demonstratedReturn();
        table.row(
                "expert",
                shown.map(r -> number(r.mean())).orElse("-"),
                shown.map(r -> number(r.std())).orElse("-"),
                number(expert.mean()),
                number(expert.std()),
                Integer.toString(expert.seeds()));
        return table.toString();
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
