package dev.strait.demos.picture;

import dev.strait.demos.run.ComparisonRow;
import dev.strait.demos.run.FinishedRun;
import dev.strait.demos.run.MetricNames;
import dev.strait.demos.run.MetricsTable;
import dev.strait.demos.run.RunFolder;
import dev.strait.demos.run.Versions;
import dev.strait.demos.run.Yardstick;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

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
        List<Column> columns = columns();
        page.heading("Results")
                .table(
                        columns.stream().map(Column::title).toList(),
                        rows.stream().map(row -> cells(columns, row)).toList());
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

    /** What some row can tell: a motion has no expert to reach, and only a motion has a speed. */
    private List<Column> columns() {
        List<Column> columns =
                new ArrayList<>(
                        List.of(
                                new Column("", row -> row.subject() + ", " + row.contender()),
                                new Column("measure", row -> row.yardstick().title()),
                                new Column("mean ± std", row -> spread(row.measured(), "%.3f")),
                                new Column("worst", row -> text("%.3f", row.worst())),
                                new Column("seeds", ComparisonReport::seeds),
                                new Column("return", row -> spread(row.returns(), "%.1f"))));
        if (rows.stream().anyMatch(row -> row.yardstick() == Yardstick.ROTATION_ERROR)) {
            columns.add(new Column("an episode, s", row -> spread(row.episodeSeconds(), "%.1f")));
            columns.add(new Column("speed, m/s", row -> spread(row.speed(), "%.2f")));
        }
        if (rows.stream().anyMatch(row -> row.yardstick() != Yardstick.ROTATION_ERROR)) {
            columns.add(
                    new Column("reached 95 %", row -> row.reached() + " of " + row.runs().size()));
            columns.add(new Column("after steps", row -> text("%,.0f", row.medianStepsToTarget())));
        }
        columns.add(new Column("seconds a run", ComparisonReport::seconds));
        return columns;
    }

    private static List<String> cells(List<Column> columns, ComparisonRow row) {
        return columns.stream().map(column -> column.cell().apply(row)).toList();
    }

    private record Column(String title, Function<ComparisonRow, String> cell) {}

    private static String seeds(ComparisonRow row) {
        int seeds = row.runs().size();
        return seeds == row.planned() ? "" + seeds : seeds + " of " + row.planned();
    }

    private static String seconds(ComparisonRow row) {
        int seeds = row.runs().size();
        return text("%.1f", seeds == 0 ? Double.NaN : row.trainSeconds() / seeds);
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
