package dev.strait.demos.picture;

import dev.strait.demos.run.ComparisonRow;
import dev.strait.demos.run.FinishedRun;
import dev.strait.demos.run.MetricNames;
import dev.strait.demos.run.MetricsTable;
import dev.strait.demos.run.RunFolder;
import dev.strait.demos.run.Versions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The report of a comparison: one table, and the learning curves with their spread. */
public final class ComparisonReport {

    private final String subtitle;
    private final List<ComparisonRow> rows;
    private final boolean byTime;

    /**
     * A report of what is finished.
     *
     * @param subtitle what was compared, under what budget
     * @param rows one a contender and subject, subjects together
     * @param byTime whether curves are drawn over seconds of training
     */
    public ComparisonReport(String subtitle, List<ComparisonRow> rows, boolean byTime) {
        this.subtitle = subtitle;
        this.rows = List.copyOf(rows);
        this.byTime = byTime;
    }

    /** Writes report.html. */
    public void write(RunFolder folder) {
        ReportPage page = ReportPage.titled("Recipes compared", subtitle);
        for (String subject : subjects()) {
            page.verdict(subject + ": " + ComparisonVerdict.of(of(subject)));
        }
        page.heading("Results")
                .table(header(), rows.stream().map(ComparisonReport::cells).toList());
        page.paragraph(
                "Mean ± standard deviation over seeds of the final policies; the worst seed beside"
                        + " them. Normalised returns are 0 for random actions and 1 for the expert's"
                        + " mean.");
        page.heading("Learning curves");
        for (String subject : subjects()) {
            page.plots(curves(subject));
        }
        page.asked(folder, Versions.all()).write(folder.report());
    }

    private List<String> subjects() {
        return rows.stream().map(ComparisonRow::subject).distinct().toList();
    }

    private List<ComparisonRow> of(String subject) {
        return rows.stream().filter(row -> row.subject().equals(subject)).toList();
    }

    private static List<String> header() {
        return List.of(
                "",
                "measure",
                "mean ± std",
                "worst",
                "seeds",
                "return",
                "reached 95 %",
                "after steps",
                "seconds a run");
    }

    private static List<String> cells(ComparisonRow row) {
        int seeds = row.runs().size();
        return List.of(
                row.subject() + ", " + row.contender(),
                row.yardstick().title(),
                spread(row.measured(), "%.3f"),
                text("%.3f", row.worst()),
                seeds == row.planned() ? "" + seeds : seeds + " of " + row.planned(),
                spread(row.returns(), "%.1f"),
                row.reached() + " of " + seeds,
                text("%,.0f", row.medianStepsToTarget()),
                text("%.1f", seeds == 0 ? Double.NaN : row.trainSeconds() / seeds));
    }

    private static String spread(ComparisonRow.Spread spread, String format) {
        return spread.seeds() == 0
                ? "–"
                : text(format, spread.mean()) + " ± " + text(format, spread.std());
    }

    private static String text(String format, double value) {
        return Double.isNaN(value) ? "–" : String.format(Locale.ROOT, format, value);
    }

    /** As many plots as there must be, for each has room for few lines. */
    private List<LinePlot> curves(String subject) {
        List<Series> lines = new ArrayList<>();
        for (ComparisonRow row : of(subject)) {
            List<MetricsTable> tables =
                    row.runs().stream()
                            .map(FinishedRun::folder)
                            .map(run -> MetricsTable.read(run.metrics()))
                            .toList();
            SpreadCurve.of(
                            row.contender(),
                            tables,
                            byTime ? MetricNames.SECONDS : MetricNames.ENVIRONMENT_STEPS,
                            MetricNames.EVALUATION_RETURN)
                    .ifPresent(lines::add);
        }
        List<LinePlot> plots = new ArrayList<>();
        for (int from = 0; from < lines.size(); from += LinePlot.COLOURS) {
            plots.add(
                    new LinePlot(
                            subject + ": return",
                            "Mean of the seeds' evaluations, and a standard deviation to either"
                                    + " side.",
                            byTime ? "seconds of training" : "environment steps",
                            lines.subList(from, Math.min(lines.size(), from + LinePlot.COLOURS)),
                            List.of()));
        }
        return plots;
    }
}
