package dev.strait.agents.gan;

import ai.djl.Device;
import dev.strait.agents.metric.ImageMetrics;
import dev.strait.agents.metric.Measurement;
import dev.strait.agents.metric.Metric;
import dev.strait.agents.metric.MetricReport;
import dev.strait.agents.metric.extractor.ClassifierRecipe;
import dev.strait.agents.metric.extractor.FeatureExtractor;
import dev.strait.agents.metric.extractor.TrainedClassifier;
import dev.strait.core.gradient.Adam;
import dev.strait.core.gradient.Optimiser;
import dev.strait.core.tensor.Seeds;
import dev.strait.envs.image.Augmentation;
import dev.strait.envs.image.ImageBatch;
import dev.strait.envs.image.ImageBatches;
import dev.strait.envs.image.ImageSource;
import dev.strait.envs.image.reading.ImageData;
import dev.strait.envs.image.reading.ImageOptions;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

/**
 * The README's table of recipes on MNIST: every recipe gets the same seconds of processor time,
 * counted for the whole process so that other load on the machine does not matter.
 *
 * <p>Arguments: folder of MNIST, folder of the classifier, seconds, first seed, seeds, recipes;
 * {@code collapse} as last argument trains the discriminator 5 steps a generator step at 5 times
 * the rate: the generator at DCGAN's 2e-4, the discriminator at the preset's 1e-3, which is that
 * already.
 */
final class GanTable {

    private static final int IMAGES = 5_000;
    private static final int TRIAL_ROUNDS = 2;

    private final ImageSource real;
    private final ImageMetrics metrics;
    private final double seconds;
    private final boolean collapse;

    private GanTable(ImageSource real, ImageMetrics metrics, double seconds, boolean collapse) {
        this.real = real;
        this.metrics = metrics;
        this.seconds = seconds;
        this.collapse = collapse;
    }

    public static void main(String[] arguments) throws IOException {
        ImageSource training = ImageData.open(Path.of(arguments[0]), ImageOptions.asIs());
        ImageSource test =
                ImageData.open(
                        Path.of(arguments[0]), ImageOptions.asIs().of(ImageOptions.Split.TEST));
        boolean collapse = arguments[arguments.length - 1].equals("collapse");
        int last = arguments.length - (collapse ? 1 : 0);
        try (FeatureExtractor extractor =
                TrainedClassifier.of(
                        Path.of(arguments[1]),
                        training,
                        test,
                        ClassifierRecipe.DEFAULT,
                        Device.cpu(),
                        report -> System.out.println(report))) {
            ImageMetrics metrics = ImageMetrics.of(extractor, training);
            double seconds = Double.parseDouble(arguments[2]);
            GanTable table = new GanTable(training, metrics, seconds, collapse);
            int from = Integer.parseInt(arguments[3]);
            for (int seed = from; seed < from + Integer.parseInt(arguments[4]); seed++) {
                for (String recipe : Arrays.asList(arguments).subList(5, last)) {
                    table.run(GanRecipes.named(recipe), seed);
                }
            }
        }
    }

    private void run(GanRecipes recipe, int seed) {
        GanSettings settings = settings(recipe);
        Pace pace = settings.pace();
        double each = trial(settings.pace(pace.stepsARound(10).steps(1_000)));
        long steps = Math.max(100, Math.round(seconds / each / 100) * 100);
        GanSettings whole = settings.pace(pace.stepsARound(100).steps(steps));
        Map<String, Double> figures = Map.of();
        try (GanTraining training = training(whole, seed)) {
            double begun = processorSeconds();
            while (!training.finished()) {
                figures = training.round().figures();
            }
            double took = processorSeconds() - begun;
            try (Generator generator = training.generator()) {
                print(recipe, seed, steps, took, measure(generator), figures);
            }
        }
    }

    private GanSettings settings(GanRecipes recipe) {
        GanSettings settings = GanPresets.of(real.shape()).of(recipe);
        if (!collapse) {
            return settings;
        }
        Pace pace = settings.pace().critic(new CriticSchedule.Constant(5));
        return settings.pace(pace.optimisers(pace.discriminator(), fifth(pace.discriminator())));
    }

    private static Adam fifth(Optimiser optimiser) {
        Adam adam = (Adam) optimiser;
        return new Adam(
                adam.learningRate() / 5,
                adam.beta1(),
                adam.beta2(),
                adam.epsilon(),
                adam.weightDecay());
    }

    /** Processor seconds of one step, by the last of a few rounds: the first warms up. */
    private double trial(GanSettings settings) {
        try (GanTraining training = training(settings, 1_000)) {
            for (int i = 0; i < TRIAL_ROUNDS; i++) {
                training.round();
            }
            double begun = processorSeconds();
            for (int i = 0; i < TRIAL_ROUNDS; i++) {
                training.round();
            }
            return (processorSeconds() - begun) / (TRIAL_ROUNDS * settings.pace().stepsARound());
        }
    }

    private GanTraining training(GanSettings settings, int seed) {
        int batch = GanPresets.of(real.shape()).batch();
        return new GanTraining(
                settings,
                ImageBatches.of(real, batch, seed, Augmentation.none()),
                Device.cpu(),
                new Seeds(seed));
    }

    private MetricReport measure(Generator generator) {
        int batch = 250;
        int[] drawn = {0};
        return metrics.measure(
                () -> {
                    int[] labels = new int[batch];
                    Arrays.fill(labels, -1);
                    return new ImageBatch(generator.samples(batch, 77L + drawn[0]++), labels);
                },
                IMAGES);
    }

    private void print(
            GanRecipes recipe,
            int seed,
            long steps,
            double took,
            MetricReport report,
            Map<String, Double> figures) {
        Map<Metric, Measurement> measured = report.figures();
        System.out.printf(
                Locale.ROOT,
                "| %s | %d | %d steps, %.0f s | FID %.2f | KID %.3f | precision %.3f | recall %.3f"
                        + " | classes %.0f | entropy %.2f | %s |%n",
                recipe.id(),
                seed,
                steps,
                took,
                measured.get(Metric.FID).value(),
                measured.get(Metric.KID).value(),
                measured.get(Metric.PRECISION).value(),
                measured.get(Metric.RECALL).value(),
                measured.get(Metric.COVERAGE).value(),
                measured.get(Metric.ENTROPY).value(),
                figures);
    }

    private static double processorSeconds() {
        return ((com.sun.management.OperatingSystemMXBean)
                                ManagementFactory.getOperatingSystemMXBean())
                        .getProcessCpuTime()
                / 1e9;
    }
}
