package dev.strait.envs.image.reading;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.strait.envs.image.ImageBatch;
import dev.strait.envs.image.ImageBatches;
import dev.strait.envs.image.ImageShape;
import dev.strait.envs.image.ImageSource;
import dev.strait.envs.image.reading.ImageOptions.Split;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** The data sets beside the repository, which a fresh clone does not have. */
class RealImagesTest {

    private static ImageSource open(String name, Split split) {
        Path path = Path.of(System.getProperty("shared.data", "missing"), name);
        Assumptions.assumeTrue(Files.exists(path), () -> "skipped: there is no " + path);
        return ImageData.open(path, ImageOptions.asIs().of(split));
    }

    private static int[] firstLabels(ImageSource source, int count) {
        return IntStream.range(0, count).map(source::label).toArray();
    }

    /** Mean and standard deviation of all numbers, in [0, 1]. */
    private static double[] moments(ImageSource source) {
        double sum = 0;
        double squares = 0;
        for (ImageBatch batch : ImageBatches.all(source, 1000)) {
            for (float number : batch.pixels()) {
                double level = (number + 1.0) / 2;
                sum += level;
                squares += level * level;
            }
        }
        double count = (double) source.size() * source.shape().size();
        double mean = sum / count;
        return new double[] {mean, Math.sqrt(squares / count - mean * mean)};
    }

    /** 0.1307 and 0.3081 are the figures that everybody normalises MNIST by. */
    @Test
    void shouldReadMnist() {
        ImageSource train = open("mnist", Split.TRAIN);
        ImageSource test = open("mnist", Split.TEST);

        assertEquals(60_000, train.size());
        assertEquals(10_000, test.size());
        assertEquals(new ImageShape(1, 28, 28), train.shape());
        assertEquals(10, train.classes());
        assertArrayEquals(new int[] {5, 0, 4, 1, 9}, firstLabels(train, 5));
        assertArrayEquals(new int[] {7, 2, 1, 0, 4}, firstLabels(test, 5));
        assertArrayEquals(new double[] {0.1307, 0.3081}, moments(train), 5e-5);
    }

    /** Labels and counts: {@code SOURCE.md} of the folder, those of the official batches. */
    @Test
    void shouldReadCifar() {
        ImageSource train = open("cifar10", Split.TRAIN);
        ImageSource test = open("cifar10", Split.TEST);

        assertEquals(4000, train.size());
        assertEquals(1000, test.size());
        assertEquals(new ImageShape(3, 32, 32), train.shape());
        assertEquals(10, train.classes());
        assertArrayEquals(new int[] {6, 9, 9, 4, 1, 1, 2, 7, 8, 3}, firstLabels(train, 10));
        assertArrayEquals(new int[] {3, 8, 8, 0, 6, 6, 1, 6, 3, 1}, firstLabels(test, 10));
        assertEquals("frog", train.classNames().get(train.label(0)));
        assertEquals(0.47, moments(train)[0], 0.01, "0.473 over all 50,000 and all channels");
    }

    @Test
    void shouldReadFaces() {
        ImageSource faces = open("olivetti-faces", Split.TRAIN);

        assertEquals(400, faces.size());
        assertEquals(new ImageShape(1, 64, 64), faces.shape());
        assertEquals(0, faces.classes());
    }
}
