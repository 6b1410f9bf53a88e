package dev.strait.demos.picture;

import dev.strait.demos.picture.LinePlot.Level;
import dev.strait.demos.run.MetricNames;
import dev.strait.demos.run.MetricsTable;
import dev.strait.demos.run.ReturnStatistics;
import dev.strait.demos.run.RunFolder;
import dev.strait.demos.run.SeedStatistics;
import dev.strait.demos.run.TransferSummary;
import dev.strait.demos.run.TransferSummary.Result;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The report of a transfer of rewards: the table, the rewards, a film, how it went. */
public final class TransferReport {

    private final RunFolder folder;
    private final TransferSummary summary;
    private final Map<String, Map<String, List<Path>>> curves;
    private final List<Figure> rewards;

    private TransferReport(
            RunFolder folder,
            TransferSummary summary,
            Map<String, Map<String, List<Path>>> curves,
            List<Figure> rewards) {
        this.folder = folder;
        this.summary = summary;
        this.curves = curves;
        this.rewards = rewards;
    }

    /**
     * Writes report.html.
     *
     * @param curves files of metrics, one a seed, by the title of the plot and the name of the line
     * @param rewards pictures of the true and the learned rewards; may be none
     */
    public static void write(
            RunFolder folder,
            TransferSummary summary,
            Map<String, Map<String, List<Path>>> curves,
            List<Figure> rewards) {
        new TransferReport(folder, summary, curves, rewards).page().write(folder.report());
    }

    private ReportPage page() {
        ReportPage page = ReportPage.titled(title(), subtitle());
        page.verdict(verdict());
        page.split(this::table, this::film);
        if (!rewards.isEmpty()) {
            page.heading("The rewards over " + summary.to());
            page.paragraph(
                    "Blue is high and orange low, each by its own scale: a reward may be stretched"
                            + " and shifted without a change of what is best. Of a reward that sees"
                            + " actions, the mean over eight directions of full force is drawn.");
            page.panels(rewards);
        }
        page.heading("How it went").plots(plots());
        return page.asked(folder, summary.versions());
    }

    private String title() {
        String who = summary.recipe().orElse("Rewards").toUpperCase(Locale.ROOT);
        return who + " from " + summary.environment() + " to " + summary.to();
    }

    private String subtitle() {
        return String.format(
                Locale.ROOT,
                "%d seeds, %.1f s of training on %s",
                summary.expertTransferReturn().seeds(),
                summary.trainSeconds(),
                summary.device());
    }

    private String verdict() {
        Result best =
                summary.results().stream()
                        .max(Comparator.comparingDouble(r -> r.transferReturn().mean()))
                        .orElseThrow();
        String whose =
                summary.results().size() == 1
                        ? "The learned reward"
                        : "The reward of " + best.recipe();
        return String.format(
                Locale.ROOT,
                "%s leads a new policy in %s to a return of %.1f, where an expert reaches %.1f and"
                        + " random actions %.1f.",
                whose,
                summary.to(),
                best.transferReturn().mean(),
                summary.expertTransferReturn().mean(),
                summary.randomTransferReturn().mean());
    }

    private void table(ReportPage page) {
        List<List<String>> rows = new ArrayList<>();
        for (Result result : summary.results()) {
            rows.add(row(result.recipe(), spread(result.trainReturn()), result.transferReturn()));
        }
        String shown = summary.demonstratedReturn().map(TransferReport::spread).orElse("-");
        rows.add(row("expert", shown, summary.expertTransferReturn()));
        rows.add(List.of("random", "-", spread(summary.randomTransferReturn())));
        page.heading("Returns")
                .table(List.of("", summary.environment(), summary.to()), rows)
                .paragraph(
                        "By the worlds' own rewards, which no recipe sees: mean and deviation over"
                                + " seeds, of the demonstrations and of random actions over"
                                + " episodes. On the left imitators while the reward is learned, on"
                                + " the right new policies on the frozen reward."
                                + choice());
    }

    /** What is told where several policies were trained on a reward. */
    private String choice() {
        return summary.attempts() == 1
                ? ""
                : String.format(
                        Locale.ROOT,
                        " Of %d new policies on each reward, the one that it pays most.",
                        summary.attempts());
    }

    private static List<String> row(String who, String left, SeedStatistics right) {
        return List.of(who, left, spread(right));
    }

    private static String spread(SeedStatistics returns) {
        return spread(returns.mean(), returns.std());
    }

    private static String spread(ReturnStatistics returns) {
        return spread(returns.mean(), returns.std());
    }

    private static String spread(double mean, double std) {
        return String.format(Locale.ROOT, "%.1f ± %.1f", mean, std);
    }

    private void film(ReportPage page) {
        if (Files.exists(folder.film())) {
            page.heading("The new policy")
                    .picture(folder.film(), "The first recipe and seed, in " + summary.to() + ".");
        }
    }

    private List<LinePlot> plots() {
        List<Level> levels = List.of(new Level("expert", summary.expertTransferReturn().mean()));
        return curves.entrySet().stream()
                .map(
                        plot ->
                                new LinePlot(
                                        plot.getKey(),
                                        "Return by the world's own reward: of the imitator in "
                                                + summary.environment()
                                                + ", of new policies in "
                                                + summary.to()
                                                + ". The band is one deviation over seeds.",
                                        "environment steps",
                                        lines(plot.getValue()),
                                        levels))
                .toList();
    }

    private static List<Series> lines(Map<String, List<Path>> files) {
        List<Series> lines = new ArrayList<>();
        files.forEach(
                (name, seeds) ->
                        lines.add(line(name, seeds.stream().map(MetricsTable::read).toList())));
        return lines;
    }

    /** The seeds' mean; all of them are evaluated after the same rounds. */
    private static Series line(String name, List<MetricsTable> seeds) {
        double[] x = seeds.get(0).columns().get(MetricNames.ENVIRONMENT_STEPS);
        double[] mean = new double[x.length];
        double[] spread = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            int row = i;
            double[] returns =
                    seeds.stream()
                            .map(seed -> seed.columns().get(MetricNames.EVALUATION_RETURN))
                            .mapToDouble(column -> row < column.length ? column[row] : Double.NaN)
                            .toArray();
            mean[i] = mean(returns);
            spread[i] = deviation(mean[i], returns);
        }
        return new Series(name, x, mean, spread);
    }

    private static double mean(double... values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    private static double deviation(double mean, double... values) {
        double sum = 0;
        for (double value : values) {
            sum += (value - mean) * (value - mean);
        }
        return Math.sqrt(sum / values.length);
    }
}
