package dev.strait.agents.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ai.djl.Device;
import dev.strait.agents.metric.extractor.ClassifierRecipe;
import dev.strait.agents.metric.extractor.FeatureExtractor;
import dev.strait.agents.metric.extractor.TrainedClassifier;
import dev.strait.core.tensor.SeedStream;
import dev.strait.core.tensor.Seeds;
import dev.strait.envs.image.DrawnDigits;
import dev.strait.envs.image.ImageBatch;
import dev.strait.envs.image.ImageSelection;
import dev.strait.envs.image.ImageSource;
import dev.strait.envs.image.reading.ImageData;
import dev.strait.envs.image.reading.ImageOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the figures say of real pictures whose quality is known. */
@Tag("long")
class MnistFiguresTest {

    private static final Path MNIST = Path.of(System.getProperty("shared.data", ""), "mnist");
    private static final int IMAGES = 5_000;

    @TempDir private Path folder;

    private static ImageSource read(String name) {
        return ImageData.open(MNIST.resolve(name), ImageOptions.asIs());
    }

    @Test
    void shouldOrderRealDrawnAndNoisePictures() throws IOException {
        assumeTrue(Files.isDirectory(MNIST), MNIST + " is missing, so MNIST is not measured");
        ImageSource training = read("train-images-idx3-ubyte.gz");
        ImageSource test = read("t10k-images-idx3-ubyte.gz");
        try (FeatureExtractor classifier =
                TrainedClassifier.of(
                        folder,
                        training,
                        test,
                        ClassifierRecipe.DEFAULT,
                        Device.cpu(),
                        report -> {})) {
            double accuracy = classifier.identity().accuracy().orElseThrow();
            assertTrue(accuracy >= 0.985, "accuracy was " + accuracy);
            int[] order = IntStream.range(0, training.size()).toArray();
            new Seeds(1).stream("halves").shuffle(order);
            ImageMetrics metrics = ImageMetrics.of(classifier, part(training, order, 0));

            MetricReport real = metrics.measure(part(training, order, IMAGES));
            MetricReport drawn = metrics.measure(new DrawnDigits(5, IMAGES));
            MetricReport noise = metrics.measure(MnistFiguresTest::noise, IMAGES);

            // Measured: 0.12, 8.9 and 57.
            assertTrue(fid(real) < 0.3, real::toString);
            assertTrue(fid(drawn) > 3 && fid(drawn) < 30, drawn::toString);
            assertTrue(fid(noise) > 30, noise::toString);
            Measurement kid = real.figures().get(Metric.KID);
            assertEquals(0, kid.value(), kid.deviation());
            assertTrue(real.figures().get(Metric.PRECISION).value() > 0.8, real::toString);
            // Not precision: the ball of one odd real picture holds a tenth of the noise.
            assertEquals(0, noise.figures().get(Metric.RECALL).value(), noise::toString);
            assertEquals(10, real.figures().get(Metric.COVERAGE).value());
        }
    }

    private static ImageSource part(ImageSource source, int[] order, int from) {
        return new ImageSelection(
                source, IntStream.range(from, from + IMAGES).map(i -> order[i]).toArray());
    }

    private static double fid(MetricReport report) {
        return report.figures().get(Metric.FID).value();
    }

    private static ImageBatch noise() {
        SeedStream random = new Seeds(2).stream("noise");
        float[] pixels = new float[IMAGES * 784];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (float) random.nextDouble(-1, 1);
        }
        return new ImageBatch(pixels, new int[IMAGES]);
    }
}
