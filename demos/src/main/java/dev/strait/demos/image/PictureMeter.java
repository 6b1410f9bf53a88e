package dev.strait.demos.image;

import ai.djl.Device;
import dev.strait.agents.gan.Generator;
import dev.strait.agents.metric.FrechetDistance;
import dev.strait.agents.metric.ImageMetrics;
import dev.strait.agents.metric.MetricReport;
import dev.strait.agents.metric.MetricSettings;
import dev.strait.agents.metric.extractor.FeatureExtractor;
import dev.strait.core.tensor.Seeds;
import dev.strait.envs.image.ImageBatch;
import dev.strait.envs.image.ImageSelection;
import dev.strait.envs.image.ImageSource;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** Measures generated pictures against some of the real ones, by one extractor. */
public final class PictureMeter implements AutoCloseable {

    private static final long SEED = 20_190_506;
    private static final int BATCH = 250;

    private final FeatureExtractor extractor;
    private final ImageMetrics metrics;
    private final int images;

    private PictureMeter(FeatureExtractor extractor, ImageMetrics metrics, int images) {
        this.extractor = extractor;
        this.metrics = metrics;
        this.images = images;
    }

    /**
     * A meter of what a generator makes.
     *
     * @param real what is compared with: the training part of the pictures
     * @param remark hears what a user should know
     * @throws UnmeasurableException where there are fewer pictures than features, or no extractor
     */
    public static PictureMeter of(
            Measures measures,
            PictureSet pictures,
            ImageSource real,
            Device device,
            Consumer<String> remark) {
        return of(measures, pictures, real, measures.images(), device, remark);
    }

    /**
     * A meter.
     *
     * @param real what is compared with: the training part of the pictures
     * @param made how many pictures there are to be measured
     * @param remark hears what a user should know
     * @throws UnmeasurableException where there are fewer pictures than features, or no extractor
     */
    public static PictureMeter of(
            Measures measures,
            PictureSet pictures,
            ImageSource real,
            int made,
            Device device,
            Consumer<String> remark) {
        int fewest = Math.min(measures.images(), Math.min(made, real.size()));
        if (measures.extractor().isEmpty()) {
            // Before it is trained: that takes minutes.
            requireEnough(fewest, Extractors.RECIPE.features());
        }
        FeatureExtractor extractor =
                measures.extractor()
                        .map(file -> Extractors.ofFile(Path.of(file), measures.form(), device))
                        .or(() -> Extractors.trained(pictures, real, device, remark))
                        .orElseThrow(
                                () ->
                                        new UnmeasurableException(
                                                "the pictures have no classes to train an extractor"
                                                        + " on; --extractor FILE names one"));
        try {
            requireEnough(fewest, extractor.features());
            return around(extractor, real, measures.images());
        } catch (IllegalArgumentException e) {
            extractor.close();
            throw e;
        }
    }

    private static void requireEnough(int images, int features) {
        try {
            FrechetDistance.requireEnough(images, features);
        } catch (IllegalArgumentException e) {
            throw new UnmeasurableException(e.getMessage());
        }
    }

    private static PictureMeter around(FeatureExtractor extractor, ImageSource real, int images) {
        ImageSource some = some(real, images);
        ImageMetrics metrics =
                ImageMetrics.of(extractor, some, some.size(), MetricSettings.DEFAULT);
        return new PictureMeter(extractor, metrics, images);
    }

    /** Drawn without replacement: data may lie in the order of its classes. */
    private static ImageSource some(ImageSource real, int images) {
        if (real.size() <= images) {
            return real;
        }
        int[] order = new int[real.size()];
        Arrays.setAll(order, i -> i);
        RandomGenerator random = new Seeds(SEED).stream("measured pictures");
        for (int i = 0; i < images; i++) {
            int j = i + random.nextInt(order.length - i);
            int swapped = order[i];
            order[i] = order[j];
            order[j] = swapped;
        }
        return new ImageSelection(real, Arrays.copyOf(order, images));
    }

    /** Measures what a generator makes; always of the same noise. */
    public MetricReport measure(Generator generator) {
        float[] inputs = generator.draw(images, SEED);
        int[] next = {0};
        Supplier<ImageBatch> batches =
                () -> {
                    int from = next[0];
                    next[0] = Math.min(images, from + BATCH);
                    int width = generator.inputs();
                    float[] some = Arrays.copyOfRange(inputs, from * width, next[0] * width);
                    int[] labels = new int[next[0] - from];
                    Arrays.fill(labels, -1);
                    return new ImageBatch(generator.sample(some), labels);
                };
        return metrics.measure(batches, images);
    }

    /** Measures pictures of a source, as many as there are and at most as were asked for. */
    public MetricReport measure(ImageSource pictures) {
        return metrics.measure(some(pictures, images));
    }

    @Override
    public void close() {
        extractor.close();
    }
}
