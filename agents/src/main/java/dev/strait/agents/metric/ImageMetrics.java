package dev.strait.agents.metric;

import static dev.strait.core.Require.require;

import dev.strait.agents.metric.extractor.FeatureExtractor;
import dev.strait.core.tensor.Seeds;
import dev.strait.envs.image.ImageBatch;
import dev.strait.envs.image.ImageSelection;
import dev.strait.envs.image.ImageShape;
import dev.strait.envs.image.ImageSource;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Measures generated pictures against real ones. What depends on the real ones alone is computed
 * once, here, at the start. Measuring draws from a stream of its own, the same every time: it moves
 * no stream of a training, and the same pictures give the same figures.
 */
public final class ImageMetrics {

    private static final Seeds SEEDS = new Seeds(0).child("image metrics");

    private final FeatureExtractor extractor;
    private final ImageShape shape;
    private final Reference reference;
    private final MetricSettings settings;

    private ImageMetrics(
            FeatureExtractor extractor,
            ImageShape shape,
            Reference reference,
            MetricSettings settings) {
        this.extractor = extractor;
        this.shape = shape;
        this.reference = reference;
        this.settings = settings;
    }

    /** All metrics against all real pictures; see {@link MetricSettings#DEFAULT}. */
    public static ImageMetrics of(FeatureExtractor extractor, ImageSource real) {
        return of(extractor, real, real.size(), MetricSettings.DEFAULT);
    }

    /**
     * Metrics against some pictures of a source, drawn without replacement, always the same.
     *
     * @param extractor stays the caller's to close
     * @param images number of real pictures
     * @throws IllegalArgumentException where there are too few of them for what is asked
     */
    public static ImageMetrics of(
            FeatureExtractor extractor, ImageSource real, int images, MetricSettings settings) {
        requireEnough(extractor, images, settings);
        Features features = FeatureCollection.of(extractor, drawn(real, images), settings.batch());
        return new ImageMetrics(
                extractor, real.shape(), Reference.of(features, settings), settings);
    }

    /** A folder lies sorted by class: its first pictures would be all of one. */
    private static ImageSource drawn(ImageSource real, int images) {
        require(
                images >= 1 && images <= real.size(),
                "%s of %s real pictures are asked for",
                images,
                real.size());
        int[] order = IntStream.range(0, real.size()).toArray();
        SEEDS.stream("real pictures").shuffle(order);
        return new ImageSelection(real, Arrays.copyOf(order, images));
    }

    private static void requireEnough(
            FeatureExtractor extractor, int images, MetricSettings settings) {
        if (settings.metrics().contains(Metric.FID)) {
            FrechetDistance.requireEnough(images, extractor.features());
        }
    }

    /**
     * Measures generated pictures.
     *
     * @param generated gives batches of the real pictures' size, in [−1, 1]; asked until there are
     *     enough
     * @param images number of pictures measured
     * @throws IllegalArgumentException where they are too few for FID: before any is generated
     */
    public MetricReport measure(Supplier<ImageBatch> generated, int images) {
        requireEnough(extractor, images, settings);
        return measure(FeatureCollection.of(extractor, shape, generated, images));
    }

    /** Measures all pictures of a source. */
    public MetricReport measure(ImageSource generated) {
        requireEnough(extractor, generated.size(), settings);
        return measure(FeatureCollection.of(extractor, generated, settings.batch()));
    }

    private MetricReport measure(Features generated) {
        reference.features().requireSameExtractor(generated);
        Map<Metric, Measurement> figures = new EnumMap<>(Metric.class);
        for (Metric metric : settings.metrics()) {
            reference.measure(metric, generated, SEEDS).ifPresent(f -> figures.put(metric, f));
        }
        return new MetricReport(figures, generated.classes());
    }

    /** The real pictures' features. */
    public Features real() {
        return reference.features();
    }
}
