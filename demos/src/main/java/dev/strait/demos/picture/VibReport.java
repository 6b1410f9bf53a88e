package dev.strait.demos.picture;

import dev.strait.agents.vib.VibEvaluation;
import dev.strait.demos.picture.LinePlot.Level;
import dev.strait.demos.run.MetricNames;
import dev.strait.demos.run.MetricsTable;
import dev.strait.demos.run.RunFolder;
import dev.strait.demos.run.VibSummary;
import dev.strait.demos.run.VibSummary.AttackRow;
import dev.strait.demos.run.VibSummary.PlanePoint;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** The report of a deep VIB: errors, information, and the sweep and attacks where they are. */
public final class VibReport {

    /** Beside the report: pictures and what attacks made of them. */
    public static final String ATTACKED = "attacked.png";

    private final RunFolder folder;
    private final VibSummary summary;
    private final VibEvaluation last;
    private final VibEvaluation averaged;

    private VibReport(
            RunFolder folder, VibSummary summary, VibEvaluation last, VibEvaluation averaged) {
        this.folder = folder;
        this.summary = summary;
        this.last = last;
        this.averaged = averaged;
    }

    /** Writes report.html from the figures and from what is in the folder. */
    public static void write(
            RunFolder folder, VibSummary summary, VibEvaluation last, VibEvaluation averaged) {
        new VibReport(folder, summary, last, averaged).page().write(folder.report());
    }

    /** First line of the table of errors. */
    public static List<String> header(VibEvaluation evaluation) {
        return List.of("test error", "mean code", "1 code", evaluation.samples() + " codes");
    }

    /** The other lines. */
    public static List<List<String>> errors(VibEvaluation last, VibEvaluation averaged) {
        return List.of(row("last weights", last), row("averaged weights", averaged));
    }

    private static List<String> row(String name, VibEvaluation evaluation) {
        return List.of(
                name,
                percent(evaluation.meanError()),
                percent(evaluation.oneSampleError()),
                percent(evaluation.error()));
    }

    /** Both bounds in a sentence. */
    public static String information(VibEvaluation evaluation) {
        String code =
                Double.isFinite(evaluation.codeInformation())
                        ? format(
                                "I(X;Z) ≤ %.2f nats (%.2f bits)",
                                evaluation.codeInformation(),
                                VibEvaluation.bits(evaluation.codeInformation()))
                        : "nothing bounds I(X;Z) without noise";
        return format(
                "%s, I(Z;Y) ≥ %.3f nats (%.3f bits) of H(Y) = %.3f nats",
                code,
                evaluation.labelInformation(),
                VibEvaluation.bits(evaluation.labelInformation()),
                evaluation.labelEntropy());
    }

    private ReportPage page() {
        ReportPage page =
                ReportPage.titled(
                        "Deep VIB on " + summary.data(),
                        format(
                                "%d epochs over %,d pictures in %.1f s on %s, seed %s; tested on %,d"
                                        + " others of the data's %s part",
                                summary.epochs(),
                                summary.trainImages(),
                                summary.trainSeconds(),
                                summary.device(),
                                summary.seed(),
                                summary.testImages(),
                                summary.heldOutOf()));
        page.verdict(
                format(
                        "Of the test pictures %s are told wrong, with averaged weights %s.",
                        percent(summary.testError()), percent(summary.testErrorEma())));
        page.heading("Errors").table(header(last), errors(last, averaged));
        page.paragraph(
                "The last weights count; nothing was chosen by these figures. Several codes are"
                        + " answered by the mean of their probabilities.");
        page.heading("Information").paragraph(information(last) + ".");
        page.heading("How it went").plots(training());
        plane(page);
        attacks(page);
        return page.asked(folder, summary.versions());
    }

    private List<LinePlot> training() {
        MetricsTable metrics = MetricsTable.read(folder.metrics());
        return List.of(
                new LinePlot(
                        "Error",
                        "Share of wrong classes: of the drawn codes in training, by "
                                + summary.posteriorSamples()
                                + " codes on test pictures.",
                        "epochs",
                        List.of(
                                column(metrics, "training", MetricNames.VIB_TRAINING_ERROR),
                                column(metrics, "test", MetricNames.VIB_TEST_ERROR),
                                column(
                                        metrics,
                                        "averaged weights",
                                        MetricNames.VIB_TEST_ERROR_EMA)),
                        List.of()),
                new LinePlot(
                        "Information about the label",
                        "The lower bound on I(Z;Y) on test pictures, in bits, below H(Y).",
                        "epochs",
                        List.of(column(metrics, "I(Z;Y)", MetricNames.VIB_LABEL_INFORMATION)),
                        List.of(new Level("H(Y)", VibEvaluation.bits(last.labelEntropy())))),
                new LinePlot(
                        "Information about the picture",
                        "The upper bound on I(X;Z), E[KL], in bits; β pays for it.",
                        "epochs",
                        List.of(column(metrics, "I(X;Z)", MetricNames.VIB_INFORMATION)),
                        List.of()),
                new LinePlot(
                        "Loss",
                        "Cross-entropy and the whole objective while training, in nats.",
                        "epochs",
                        List.of(
                                column(metrics, "cross-entropy", MetricNames.VIB_CROSS_ENTROPY),
                                column(metrics, "with β E[KL]", MetricNames.VIB_LOSS)),
                        List.of()));
    }

    private static Series column(MetricsTable metrics, String label, String name) {
        return new Series(label, metrics.columns().get("round"), metrics.columns().get(name));
    }

    private void plane(ReportPage page) {
        if (summary.plane().isEmpty()) {
            return;
        }
        page.heading("The information plane").plots(planePlots());
        List<List<String>> rows = new ArrayList<>();
        for (PlanePoint point : summary.plane()) {
            rows.add(
                    List.of(
                            format("%.1e", point.beta()),
                            percent(point.testError()),
                            percent(point.testErrorEma()),
                            percent(point.oneSampleError()),
                            format("%.2f", point.informationBits()),
                            format("%.3f", point.labelInformationBits())));
        }
        page.table(
                List.of("β", "error", "averaged weights", "1 code", "I(X;Z), bits", "I(Z;Y), bits"),
                rows);
        page.paragraph(
                format("Each point is a training of %d epochs.", summary.plane().get(0).epochs()));
    }

    private List<LinePlot> planePlots() {
        List<PlanePoint> byInformation =
                summary.plane().stream()
                        .filter(point -> point.informationBits() > 0)
                        .sorted((a, b) -> Double.compare(a.informationBits(), b.informationBits()))
                        .toList();
        List<PlanePoint> byBeta =
                summary.plane().stream().filter(point -> point.beta() > 0).toList();
        return List.of(
                new LinePlot(
                        "Information plane",
                        "What the code tells of the label against what it keeps of the picture:"
                                + " from right to left β rises.",
                        "log10 of I(X;Z) in bits",
                        List.of(
                                series(
                                        "I(Z;Y), bits",
                                        byInformation,
                                        point -> Math.log10(point.informationBits()),
                                        PlanePoint::labelInformationBits)),
                        List.of(new Level("H(Y)", VibEvaluation.bits(last.labelEntropy())))),
                new LinePlot(
                        "Error against β",
                        "Share of wrong test pictures; β = 0 has no place on this axis.",
                        "log10 of β",
                        List.of(
                                beta(summary.posteriorSamples() + " codes", byBeta, false),
                                beta("1 code", byBeta, true)),
                        List.of()));
    }

    private static Series beta(String label, List<PlanePoint> points, boolean one) {
        return series(
                label,
                points,
                point -> Math.log10(point.beta()),
                one ? PlanePoint::oneSampleError : PlanePoint::testError);
    }

    private static Series series(
            String label,
            List<PlanePoint> points,
            ToDoubleFunction<PlanePoint> x,
            ToDoubleFunction<PlanePoint> y) {
        return new Series(
                label,
                points.stream().mapToDouble(x).toArray(),
                points.stream().mapToDouble(y).toArray());
    }

    private void attacks(ReportPage page) {
        if (summary.attacks().isEmpty()) {
            return;
        }
        List<String> header = new ArrayList<>(List.of("attack", "ε", "deterministic twin"));
        summary.gradientSamples()
                .forEach(s -> header.add(s == 0 ? "VIB, mean code" : "VIB, " + s + " codes"));
        header.addAll(List.of("VIB, transferred", "VIB, lowest"));
        List<List<String>> rows = summary.attacks().stream().map(VibReport::attackRow).toList();
        page.heading("Under attack").table(header, rows);
        page.paragraph(
                format(
                        "Share of right answers of the averaged weights on %,d test"
                                + " pictures drawn at random; ε is the L∞ radius as a share of the range of a pixel."
                                + " The columns differ in whose gradient the attacker follows; noise"
                                + " and saturation blur gradients, so the lowest figure is the one to"
                                + " believe, and a stronger attack may go lower still.",
                        summary.attacks().get(0).images()));
        Path file = folder.path().resolve(ATTACKED);
        if (Files.exists(file)) {
            page.picture(
                    file,
                    "Test pictures; then moved by PGD against the deterministic twin, and against"
                            + " the bottleneck, each with the class that its net then sees.");
        }
    }

    private static List<String> attackRow(AttackRow row) {
        List<String> cells = new ArrayList<>(List.of(row.attack(), format("%.2f", row.epsilon())));
        cells.add(percent(row.twin()));
        row.bottleneck().forEach(accuracy -> cells.add(percent(accuracy)));
        cells.addAll(Arrays.asList(percent(row.transferred()), percent(row.lowest())));
        return cells;
    }

    private static String percent(double share) {
        return format("%.2f %%", 100 * share);
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
