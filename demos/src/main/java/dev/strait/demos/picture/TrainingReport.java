package dev.strait.demos.picture;

import dev.strait.demos.picture.LinePlot.Level;
import dev.strait.demos.run.HeldRate;
import dev.strait.demos.run.MetricsTable;
import dev.strait.demos.run.ReturnStatistics;
import dev.strait.demos.run.RunFolder;
import dev.strait.demos.run.Summary;
import dev.strait.demos.run.WorldName;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/** The report of a training run: how it came out, how it went, what was asked. */
public final class TrainingReport {

    private static final String FILM = " In the film the clip is behind, pale.";

    private final RunFolder folder;
    private final Summary summary;
    private final MetricsTable metrics;

    private TrainingReport(RunFolder folder, Summary summary) {
        this.folder = folder;
        this.summary = summary;
        metrics = MetricsTable.read(folder.metrics());
    }

    /** Writes report.html from what is in the folder: metrics, configuration, and a film. */
    public static void write(RunFolder folder, Summary summary) {
        new TrainingReport(folder, summary).page().write(folder.report());
    }

    private ReportPage page() {
        ReportPage page = ReportPage.titled(title(), subtitle());
        verdict().ifPresent(page::verdict);
        page.split(this::results, this::film);
        frames(page);
        List<LinePlot> plots = plots();
        if (!plots.isEmpty()) {
            page.heading("How it went").plots(plots);
        }
        return page.asked(folder, summary.versions());
    }

    private String title() {
        return summary.algorithm().toUpperCase(Locale.ROOT)
                + " on "
                + WorldName.of(summary.environment());
    }

    private String subtitle() {
        return String.format(
                Locale.ROOT,
                "%,d environment steps in %.1f s of training on %s, seed %s",
                summary.environmentSteps(),
                summary.trainSeconds(),
                summary.device(),
                summary.seed());
    }

    private Optional<String> verdict() {
        List<String> sentences = new ArrayList<>();
        OptionalDouble score = score(summary.policyReturn());
        if (score.isPresent()) {
            sentences.add(
                    String.format(
                            Locale.ROOT,
                            "The policy goes %.0f %% of the way from random actions to the expert.",
                            100 * score.getAsDouble()));
        }
        if (imitatesMotion()) {
            sentences.add(motionVerdict());
        }
        if (summary.constraintSatisfied().isPresent()) {
            sentences.add(HeldRate.of(metrics).sentence() + ".");
        }
        return sentences.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", sentences));
    }

    private boolean imitatesMotion() {
        return summary.rotationErrorRadians().isPresent();
    }

    private String motionVerdict() {
        return String.format(
                Locale.ROOT,
                "The policy is %.3f rad a joint off the clip, stays up %.1f of %.1f s (%s of %s"
                        + " episodes fell) and goes at %.2f m/s, the clip at %.2f.",
                summary.rotationErrorRadians().orElseThrow(),
                summary.episodeSeconds().orElseThrow(),
                summary.longestEpisodeSeconds().orElseThrow(),
                summary.fell().orElseThrow(),
                summary.motionEpisodes().orElseThrow(),
                summary.speed().orElseThrow(),
                summary.clipSpeed().orElseThrow());
    }

    private void results(ReportPage page) {
        if (imitatesMotion()) {
            motion(page);
        }
        returns(page);
    }

    private void returns(ReportPage page) {
        boolean scored = score(summary.policyReturn()).isPresent();
        List<String> header = List.of("", "mean", "std", "episodes", "score");
        page.heading("Returns").table(scored ? header : header.subList(0, 4), rows(scored));
        page.paragraph(
                "Undiscounted, by the world's own rewards."
                        + (scored ? " The score is 0 for random actions and 1 for the expert." : "")
                        + (imitatesMotion() ? " A step that follows the clip has 1." : ""));
    }

    private void motion(ReportPage page) {
        List<List<String>> rows =
                List.of(
                        List.of(
                                "policy",
                                number(summary.rotationErrorRadians(), 3) + " rad",
                                number(summary.episodeSeconds(), 1) + " s",
                                summary.fell().orElseThrow()
                                        + " of "
                                        + summary.motionEpisodes().orElseThrow(),
                                number(summary.speed(), 2) + " m/s"),
                        List.of(
                                "clip",
                                "0",
                                number(summary.longestEpisodeSeconds(), 1) + " s",
                                "-",
                                number(summary.clipSpeed(), 2) + " m/s"));
        page.heading("Motion")
                .table(List.of("", "rotation error", "an episode", "fell", "speed"), rows);
        page.paragraph(
                "Mean over episodes of the root mean square of the joints' errors against the"
                        + " clip, after dynamic time warping; whoever falls stays in the pose of"
                        + " the fall."
                        + (Files.exists(folder.film()) ? FILM : ""));
    }

    private void film(ReportPage page) {
        if (Files.exists(folder.film())) {
            page.heading("The policy").picture(folder.film(), "What the trained policy does.");
        }
    }

    private void frames(ReportPage page) {
        if (summary.frameSlope().isEmpty()) {
            return;
        }
        page.heading("What the discriminator sees")
                .picture(
                        folder.frames(),
                        "The expert as it is seen, and where the discriminator looks (|∂D/∂pixel|,"
                                + " red); below, the same of the policy.")
                .picture(folder.framesFilm(), "Expert (left) and policy.")
                .paragraph(
                        String.format(
                                Locale.ROOT,
                                "D is the probability that it gives the expert. The mean size of its"
                                        + " gradient over all pixels, ‖∂D/∂x‖, is %.3g: near 0 where it"
                                        + " is sure of itself, and teaches nothing.",
                                summary.frameSlope().getAsDouble()));
    }

    private List<List<String>> rows(boolean scored) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(row("policy", summary.policyReturn(), scored));
        summary.expertReturn().ifPresent(expert -> rows.add(row("expert", expert, scored)));
        summary.randomReturn().ifPresent(random -> rows.add(row("random", random, scored)));
        return rows;
    }

    private List<String> row(String who, ReturnStatistics returns, boolean scored) {
        List<String> row = new ArrayList<>();
        row.add(who);
        row.add(number(returns.mean(), 1));
        row.add(number(returns.std(), 1));
        row.add(Integer.toString(returns.episodes()));
        if (scored) {
            row.add(number(score(returns), 3));
        }
        return row;
    }

    /** 0 for random actions, 1 for the expert. */
    private OptionalDouble score(ReturnStatistics returns) {
        if (summary.expertReturn().isEmpty() || summary.randomReturn().isEmpty()) {
            return OptionalDouble.empty();
        }
        double random = summary.randomReturn().get().mean();
        double expert = summary.expertReturn().get().mean();
        return expert == random
                ? OptionalDouble.empty()
                : OptionalDouble.of((returns.mean() - random) / (expert - random));
    }

    private List<LinePlot> plots() {
        List<Level> levels = new ArrayList<>();
        summary.expertReturn().ifPresent(e -> levels.add(new Level("expert", e.mean())));
        summary.randomReturn().ifPresent(r -> levels.add(new Level("random", r.mean())));
        List<LinePlot> plots = new ArrayList<>();
        TrainingCharts.RETURN.plot(metrics, levels).ifPresent(plots::add);
        for (TrainingCharts chart : TrainingCharts.OTHERS) {
            chart.plot(metrics, List.of()).ifPresent(plots::add);
        }
        return plots;
    }

    private static String number(OptionalDouble value, int digits) {
        return number(value.orElseThrow(), digits);
    }

    private static String number(double value, int digits) {
        return String.format(Locale.ROOT, "%,." + digits + "f", value);
    }
}
