package dev.strait.demos.picture;

import dev.strait.demos.run.GanSummary;
import dev.strait.demos.run.HeldRate;
import dev.strait.demos.run.MetricsTable;
import dev.strait.demos.run.PictureFigure;
import dev.strait.demos.run.RunFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The report of a GAN: its samples, how they came to be, what was measured. */
public final class GanReport {

    private static final int MOST_GRIDS = 8;

    private final RunFolder folder;
    private final GanSummary summary;
    private final Optional<HeldRate> rate;

    private GanReport(RunFolder folder, GanSummary summary, Optional<HeldRate> rate) {
        this.folder = folder;
        this.summary = summary;
        this.rate = rate;
    }

    /**
     * Writes report.html from what is in the folder: pictures, metrics, configuration.
     *
     * @param rate what passed the bottleneck; empty without one
     */
    public static void write(RunFolder folder, GanSummary summary, Optional<HeldRate> rate) {
        new GanReport(folder, summary, rate).page().write(folder.report());
    }

    private ReportPage page() {
        ReportPage page =
                ReportPage.titled(
                        summary.recipe().toUpperCase(Locale.ROOT) + " on " + summary.data(),
                        subtitle());
        String verdict = verdict();
        if (!verdict.isEmpty()) {
            page.verdict(verdict);
        }
        page.split(this::samples, this::film);
        figures(page);
        grids(page);
        codes(page);
        List<LinePlot> plots = GanCharts.of(MetricsTable.read(folder.metrics()));
        if (!plots.isEmpty()) {
            page.heading("How it went").plots(plots);
        }
        return page.asked(folder, summary.versions());
    }

    private String subtitle() {
        return String.format(
                Locale.ROOT,
                "%,d generator steps on %,d real pictures in %.1f s of training (%,.0f a second) on"
                        + " %s, seed %s",
                summary.steps(),
                summary.images(),
                summary.trainSeconds(),
                summary.imagesPerSecond(),
                summary.device(),
                summary.seed());
    }

    private String verdict() {
        List<String> sentences = new ArrayList<>();
        rate.ifPresent(passed -> sentences.add(passed.sentence() + "."));
        if (summary.codeInformation().isPresent()) {
            sentences.add(
                    String.format(
                            Locale.ROOT,
                            "Pictures tell at least %.3f of the %.3f nats of their codes' choice.",
                            summary.codeInformation().getAsDouble(),
                            summary.codeEntropy().getAsDouble()));
        }
        return String.join(" ", sentences);
    }

    private void samples(ReportPage page) {
        page.heading("Samples").picture(folder.sheet(), "Drawn at the end, not chosen.");
    }

    private void film(ReportPage page) {
        if (Files.exists(folder.samplesFilm())) {
            page.heading("On the way").picture(folder.samplesFilm(), "Always of the same noise.");
        }
    }

    private void figures(ReportPage page) {
        if (summary.figures().isEmpty()) {
            return;
        }
        List<List<String>> rows = new ArrayList<>();
        summary.figures().forEach((name, figure) -> rows.add(row(name, figure)));
        String extractors =
                summary.figures().values().stream()
                        .map(PictureFigure::extractor)
                        .distinct()
                        .collect(Collectors.joining("; "));
        page.heading("Measured")
                .table(List.of("", "figure", "deviation", "generated", "real"), rows)
                .paragraph(
                        "By "
                                + extractors
                                + ". Figures of other extractors, or of other numbers of pictures,"
                                + " do not compare.");
    }

    private static List<String> row(String name, PictureFigure figure) {
        return List.of(
                name,
                number(figure.value()),
                Double.isNaN(figure.deviation()) ? "-" : number(figure.deviation()),
                String.format(Locale.ROOT, "%,d", figure.images()),
                String.format(Locale.ROOT, "%,d", figure.realImages()));
    }

    private void grids(ReportPage page) {
        List<Path> grids = PictureFile.of(folder.samples());
        if (grids.size() > 1) {
            page.heading("Step by step").pictures(some(grids), GanReport::step);
        }
    }

    private void codes(ReportPage page) {
        List<Path> sheets = PictureFile.codes(folder.path());
        if (!sheets.isEmpty()) {
            page.heading("Codes")
                    .pictures(
                            sheets,
                            sheet ->
                                    sheet.getFileName().toString().contains("choice")
                                            ? "Every value of the choice across; other noise in"
                                                    + " every row."
                                            : "One number from −2 to 2 across; other noise in"
                                                    + " every row.");
        }
    }

    /** Some of many, evenly spread, first and last among them. */
    private static List<Path> some(List<Path> grids) {
        int count = Math.min(MOST_GRIDS, grids.size());
        return IntStream.range(0, count)
                .mapToObj(i -> grids.get(i * (grids.size() - 1) / (count - 1)))
                .toList();
    }

    private static String step(Path grid) {
        long step = Long.parseLong(grid.getFileName().toString().replace(".png", ""));
        return String.format(Locale.ROOT, "Step %,d", step);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.4g", value);
    }
}
