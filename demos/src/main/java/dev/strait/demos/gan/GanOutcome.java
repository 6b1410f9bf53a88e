package dev.strait.demos.gan;

import dev.strait.agents.gan.Codes;
import dev.strait.agents.gan.Generator;
import dev.strait.agents.metric.Measurement;
import dev.strait.agents.metric.Metric;
import dev.strait.agents.metric.MetricReport;
import dev.strait.core.bottleneck.Bottleneck;
import dev.strait.core.bottleneck.RateExpectation;
import dev.strait.demos.image.FigureTable;
import dev.strait.demos.picture.GanReport;
import dev.strait.demos.picture.PictureFile;
import dev.strait.demos.run.Disk;
import dev.strait.demos.run.GanSummary;
import dev.strait.demos.run.HeldRate;
import dev.strait.demos.run.MetricNames;
import dev.strait.demos.run.MetricsTable;
import dev.strait.demos.run.PeakMemory;
import dev.strait.demos.run.PictureFigure;
import dev.strait.demos.run.RunFolder;
import dev.strait.demos.run.Versions;
import dev.strait.demos.training.RunPlan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a finished GAN leaves: the generator's files, sheets of samples, a film, the report, the
 * summary last of all, and a few lines for whoever watches.
 */
final class GanOutcome {

    private static final int SIDE = 10;
    private static final long SHEET_SEED = 2;
    private static final int TENTH = 10;

    private final RunFolder folder;
    private final RunPlan plan;
    private final Bottleneck bottleneck;
    private final Generator generator;
    private final Optional<MetricReport> measured;
    private final MetricsTable metrics;

    GanOutcome(
            RunFolder folder,
            RunPlan plan,
            Bottleneck bottleneck,
            Generator generator,
            Optional<MetricReport> measured) {
        this.folder = folder;
        this.plan = plan;
        this.bottleneck = bottleneck;
        this.generator = generator;
        this.measured = measured;
        metrics = MetricsTable.read(folder.metrics());
    }

    /**
     * Writes everything.
     *
     * @return the text for whoever watches
     */
    String write(double trainSeconds, long steps) {
        Optional<HeldRate> rate = rate();
        GanSummary summary = summary(rate, trainSeconds, steps);
        saveGenerator(summary);
        SampleSheets sheets = new SampleSheets(generator);
        PictureFile.write(folder.sheet(), sheets.grid(SIDE * SIDE, SIDE, SHEET_SEED));
        if (generator.codes() instanceof Codes.InfoCodes) {
            sheets.writeCodes(folder.path(), SHEET_SEED);
        }
        List<Path> grids = PictureFile.of(folder.samples());
        if (!grids.isEmpty()) {
            PictureFile.film(folder.samplesFilm(), grids);
        }
        GanReport.write(folder, summary, rate);
        // Last: it marks the run as finished.
        Disk.write(folder.summary(), summary.json());
        return text(summary, rate);
    }

    /** What passed the bottleneck in the last half; empty without one. */
    private Optional<HeldRate> rate() {
        OptionalDouble mean = last(MetricNames.LATE_RATE);
        OptionalDouble limit = last(MetricNames.INFORMATION_LIMIT);
        boolean aPlace =
                bottleneck instanceof Bottleneck.Variational code
                        && code.expectation() instanceof RateExpectation.MeanOverCells;
        return mean.isPresent() && limit.isPresent()
                ? Optional.of(new HeldRate(mean.getAsDouble(), limit.getAsDouble(), aPlace))
                : Optional.empty();
    }

    private GanSummary summary(Optional<HeldRate> rate, double trainSeconds, long steps) {
        OptionalDouble limit = last(MetricNames.INFORMATION_LIMIT);
        long images = (long) last(plan.samples()).orElse(0);
        return new GanSummary(
                plan.command(),
                plan.algorithm(),
                plan.subject(),
                plan.seed(),
                plan.deviceName(),
                Versions.all(),
                steps,
                images,
                figure(Metric.FID),
                figure(Metric.KID),
                figure(Metric.PRECISION),
                figure(Metric.RECALL),
                figure(Metric.COVERAGE),
                figure(Metric.ENTROPY),
                rate.stream().mapToDouble(HeldRate::mean).findFirst(),
                limit,
                limit.isPresent() ? last(MetricNames.BETA) : OptionalDouble.empty(),
                rate.map(HeldRate::kept),
                lateMean(MetricNames.CODE_INFORMATION),
                last(MetricNames.CODE_ENTROPY),
                lateMean(MetricNames.CODE_DOUBT),
                trainSeconds,
                images / trainSeconds,
                PeakMemory.residentBytes());
    }

    private Optional<PictureFigure> figure(Metric metric) {
        return measured.map(report -> report.figures().get(metric)).map(GanOutcome::figure);
    }

    static PictureFigure figure(Measurement measured) {
        return new PictureFigure(
                measured.value(),
                measured.deviation(),
                measured.extractor().toString(),
                measured.generatedImages(),
                measured.realImages());
    }

    /** The last finite figure of a column. */
    private OptionalDouble last(String column) {
        double[] values = finite(column);
        return values.length == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(values[values.length - 1]);
    }

    /** Mean over the last tenth of the rounds. */
    private OptionalDouble lateMean(String column) {
        double[] values = finite(column);
        int count = Math.max(1, values.length / TENTH);
        return Arrays.stream(values, Math.max(0, values.length - count), values.length).average();
    }

    private double[] finite(String column) {
        return Arrays.stream(metrics.columns().getOrDefault(column, new double[0]))
                .filter(Double::isFinite)
                .toArray();
    }

    private void saveGenerator(GanSummary summary) {
        Map<String, Object> provenance = new LinkedHashMap<>();
        provenance.put("command", summary.command());
        provenance.put("recipe", summary.recipe());
        provenance.put("data", summary.data());
        provenance.put("seed", summary.seed());
        provenance.put("steps", summary.steps());
        provenance.put("images", summary.images());
        provenance.put("versions", summary.versions());
        try {
            generator.write(folder.path(), provenance);
        } catch (IOException e) {
            throw Disk.failure("write", folder.path().resolve("generator.safetensors"), e);
        }
    }

    private String text(GanSummary summary, Optional<HeldRate> rate) {
        StringBuilder text = new StringBuilder();
        if (!summary.figures().isEmpty()) {
            text.append(FigureTable.of(summary.figures()));
        }
        text.append(
                String.format(
                        Locale.ROOT,
                        "trained %,d steps on %,d pictures in %.1f s, %,.0f a second%n",
                        summary.steps(),
                        summary.images(),
                        summary.trainSeconds(),
                        summary.imagesPerSecond()));
        rate.ifPresent(passed -> text.append("%s%n".formatted(passed.sentence())));
        return text.append("samples ")
                .append(folder.sheet())
                .append(", report ")
                .append(folder.report())
                .append("%n".formatted())
                .toString();
    }
}
