package dev.strait.demos.gan;

import dev.strait.agents.gan.GanTraining;
import dev.strait.agents.gan.Generator;
import dev.strait.agents.metric.Metric;
import dev.strait.agents.metric.MetricReport;
import dev.strait.agents.training.RoundReport;
import dev.strait.agents.training.Session.Progress;
import dev.strait.agents.training.TrainingState;
import dev.strait.demos.image.PictureMeter;
import dev.strait.demos.picture.PictureFile;
import dev.strait.demos.run.Disk;
import dev.strait.demos.run.MetricNames;
import dev.strait.demos.run.RunFolder;
import dev.strait.demos.training.Course;
import dev.strait.demos.training.RunPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The training of a GAN: grids of samples of one noise meanwhile, measurements where there is an
 * extractor, the generator at the end.
 */
final class GanCourse implements Course {

    private static final int SIDE = 8;
    private static final long SAMPLE_SEED = 1;

    private final RunPlan plan;
    private final GanRun asked;
    private final GanTraining training;
    private final Optional<PictureMeter> meter;
    private Path samples;
    private long looked;
    private Optional<MetricReport> measured = Optional.empty();

    /**
     * A course at its start.
     *
     * @param meter stays the caller's to close
     */
    GanCourse(RunPlan plan, GanRun asked, GanTraining training, Optional<PictureMeter> meter) {
        this.plan = plan;
        this.asked = asked;
        this.training = training;
        this.meter = meter;
    }

    @Override
    public RunPlan plan() {
        return plan;
    }

    @Override
    public GanTraining training() {
        return training;
    }

    @Override
    public void begin(RunFolder folder) {
        samples = folder.samples();
        try {
            Files.createDirectories(samples);
        } catch (IOException e) {
            throw Disk.failure("make", samples, e);
        }
        if (looked == 0) {
            try (Generator generator = training.generator()) {
                grid(generator);
            }
        }
    }

    @Override
    public long counted(int round) {
        return training.steps();
    }

    @Override
    public Map<String, Double> after(RoundReport round, double trainSeconds) {
        boolean grid = due(asked.sampleEvery());
        boolean measure = meter.isPresent() && due(asked.measures().every());
        looked = training.steps();
        if (grid || measure) {
            try (Generator generator = training.generator()) {
                if (grid) {
                    grid(generator);
                }
                if (measure) {
                    measured = Optional.of(meter.get().measure(generator));
                }
            }
        }
        return figures(measure);
    }

    /** Whether a multiple of so many steps lies between the last look and now; or the end does. */
    private boolean due(int every) {
        return every > 0 && (training.steps() / every > looked / every || training.finished());
    }

    private void grid(Generator generator) {
        if (asked.sampleEvery() > 0) {
            PictureFile.write(
                    samples.resolve(String.format(Locale.ROOT, "%06d.png", training.steps())),
                    new SampleSheets(generator).grid(SIDE * SIDE, SIDE, SAMPLE_SEED));
        }
    }

    private Map<String, Double> figures(boolean now) {
        Map<String, Double> figures = new LinkedHashMap<>();
        if (meter.isPresent()) {
            Map<String, Double> values =
                    now ? measured.map(MetricReport::values).orElseThrow() : Map.of();
            for (Metric metric : Metric.values()) {
                figures.put(
                        MetricNames.PICTURES + metric.key(),
                        values.getOrDefault(metric.key(), Double.NaN));
            }
        }
        return figures;
    }

    @Override
    public String headline(Progress progress) {
        double fid = progress.looked().getOrDefault(MetricNames.PICTURES + "fid", Double.NaN);
        return Double.isNaN(fid) ? "" : String.format(Locale.ROOT, "FID %.2f", fid);
    }

    @Override
    public void save(TrainingState state) {
        state.put("look.steps", looked);
    }

    @Override
    public void restore(TrainingState state) {
        looked = state.number("look.steps");
    }

    @Override
    public String leave(RunFolder folder, double trainSeconds, long trained) {
        try (Generator generator = training.generator()) {
            Optional<MetricReport> last =
                    measured.or(() -> meter.map(found -> found.measure(generator)));
            return new GanOutcome(folder, plan, asked.game().bottleneck(), generator, last)
                    .write(trainSeconds, trained);
        }
    }
}
