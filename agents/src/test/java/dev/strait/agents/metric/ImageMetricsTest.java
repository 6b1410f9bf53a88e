package dev.strait.agents.metric;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.strait.core.tensor.NoiseStream;
import dev.strait.core.tensor.Seeds;
import dev.strait.core.tensor.TensorEngine;
import dev.strait.envs.image.ImageBatch;
import dev.strait.envs.image.ImageSource;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ImageMetricsTest {

    private static final SomePictures REAL = SomePictures.of(600, 1, 0);
    private static final MetricSettings SETTINGS =
            new MetricSettings(
                    EnumSet.allOf(Metric.class), new KernelDistance(10, 100), 3, 0.01, 250);
    private static final ImageMetrics METRICS = metrics(REAL, REAL.size(), SETTINGS);

    private static ImageMetrics metrics(ImageSource real, int images, MetricSettings settings) {
        return ImageMetrics.of(new BrightnessExtractor(), real, images, settings);
    }

    @Test
    void shouldFindTheRealPicturesPerfect() {
        MetricReport report = METRICS.measure(REAL);

        assertEquals(Set.of(Metric.values()), report.figures().keySet());
        assertEquals(0, report.figures().get(Metric.FID).value(), 1e-10);
        assertEquals(1, report.figures().get(Metric.PRECISION).value());
        assertEquals(1, report.figures().get(Metric.RECALL).value());
        assertEquals(2, report.figures().get(Metric.COVERAGE).value());
        assertEquals(Math.log(2), report.figures().get(Metric.ENTROPY).value(), 0.01);
        assertEquals(
                List.of("fid", "kid", "precision", "recall", "coverage", "entropy"),
                List.copyOf(report.values().keySet()));
    }

    /** Σ (Δμ)² = 2 · 0.5², the spread being the same. */
    @Test
    void shouldSeeAShiftOfEveryPixel() {
        MetricReport report = METRICS.measure(SomePictures.of(500, 2, 0.5));
        Measurement fid = report.figures().get(Metric.FID);
        Measurement kid = report.figures().get(Metric.KID);

        assertEquals(0.5, fid.value(), 0.05);
        assertTrue(kid.value() > 0.1, kid::toString);
        assertEquals(600, fid.realImages());
        assertEquals(500, fid.generatedImages());
        assertEquals("brightness", fid.extractor().name());
        assertTrue(Double.isNaN(fid.deviation()));
        assertTrue(kid.deviation() > 0, kid::toString);
    }

    /** All next to one real picture, so within its ball: none is unlike, but hardly any is met. */
    @Test
    void shouldFindCopiesOfOnePicturePreciseAndForgetful() {
        float[] pixels = SomePictures.of(600, 3, 0).pixels().clone();
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = REAL.pixels()[i % 2] + 5e-4f * pixels[i];
        }
        MetricReport report = METRICS.measure(new SomePictures(600, pixels));
        assertEquals(1, report.figures().get(Metric.PRECISION).value());
        assertTrue(report.figures().get(Metric.RECALL).value() < 0.01, report::toString);
    }

    @Test
    void shouldMeasureBatchesAsItMeasuresASource() {
        SomePictures generated = SomePictures.of(300, 3, 0.1);
        // The last batch has 20 pictures too many, of another kind.
        SomePictures beyond = SomePictures.of(20, 4, 0.9);
        List<ImageBatch> batches =
                List.of(
                        generated.batch(0, 200),
                        generated.batch(200, 80),
                        joined(generated, beyond));
        Iterator<ImageBatch> each = batches.iterator();

        MetricReport report = METRICS.measure(each::next, 300);

        assertEquals(METRICS.measure(generated), report);
    }

    private static ImageBatch joined(SomePictures generated, SomePictures beyond) {
        float[] pixels = new float[80];
        System.arraycopy(generated.pixels(), 560, pixels, 0, 40);
        System.arraycopy(beyond.pixels(), 0, pixels, 40, 40);
        return new ImageBatch(pixels, new int[40]);
    }

    @Test
    void shouldDrawSomeOfTheRealPicturesWhereverTheyLie() {
        float[] sorted = new float[2_000];
        IntStream.range(0, 2_000).forEach(i -> sorted[i] = i < 1_000 ? -1 : 1);
        Features some = metrics(new SomePictures(1_000, sorted), 200, SETTINGS).real();

        assertEquals(200, some.images());
        double bright = 0;
        for (float value : some.points().values()) {
            bright += value == 1 ? 1 : 0;
        }
        assertEquals(200, bright, 40);
    }

    @Test
    void shouldMeasureOnlyWhatIsAskedFor() {
        ImageMetrics kidAlone = metrics(REAL, 3, SETTINGS.only(Metric.KID));

        assertEquals(
                Set.of(Metric.KID), kidAlone.measure(SomePictures.of(2, 5, 0)).figures().keySet());
    }

    @Test
    void shouldRefuseTooFewPicturesBeforeAnyIsGenerated() {
        IllegalArgumentException refused =
                assertThrows(
                        IllegalArgumentException.class,
                        () ->
                                METRICS.measure(
                                        () -> {
                                            throw new AssertionError("generated");
                                        },
                                        1));
        assertEquals(
                "FID over 2 features needs at least 2 images, but there are 1",
                refused.getMessage());
        assertThrows(IllegalArgumentException.class, () -> metrics(REAL, 601, SETTINGS));
    }

    @Test
    void shouldRefuseBatchesOfAnotherSizeOrOfNothing() {
        IllegalArgumentException refused =
                assertThrows(
                        IllegalArgumentException.class,
                        () -> METRICS.measure(() -> new ImageBatch(new float[5], new int[2]), 4));
        assertEquals(
                "2 pictures of ImageShape[channels=1, height=1, width=2] are 4 numbers, but there"
                        + " were 5",
                refused.getMessage());
        assertThrows(
                IllegalArgumentException.class,
                () -> METRICS.measure(() -> new ImageBatch(new float[0], new int[0]), 4));
    }

    @Test
    void shouldMeasureEverythingWithThePapersConstantsByDefault() {
        MetricReport report =
                ImageMetrics.of(new BrightnessExtractor(), SomePictures.of(40, 6, 0))
                        .measure(SomePictures.of(40, 7, 0));

        assertEquals(Set.of(Metric.values()), report.figures().keySet());
        assertEquals(100, MetricSettings.DEFAULT.kid().subsets());
        assertEquals(1_000, MetricSettings.DEFAULT.kid().subsetSize());
        assertEquals(3, MetricSettings.DEFAULT.neighbours());
    }

    /** A training that is measured draws what it would have drawn. */
    @Test
    void shouldNotMoveTheNoiseOfATraining() {
        float[] undisturbed = draws(false);
        float[] measured = draws(true);

        assertArrayEquals(undisturbed, measured);
    }

    private static float[] draws(boolean measuring) {
        NoiseStream noise = new Seeds(7).noise("training");
        float[] drawn = new float[6];
        try (NDManager manager = TensorEngine.newManager(Device.cpu())) {
            for (int i = 0; i < 3; i++) {
                if (measuring) {
                    METRICS.measure(REAL);
                }
                float[] pair = noise.normal(manager, new Shape(2)).toFloatArray();
                System.arraycopy(pair, 0, drawn, 2 * i, 2);
            }
        }
        return drawn;
    }
}
