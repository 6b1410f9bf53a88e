package dev.strait.envs.image.reading;

import static dev.strait.envs.image.reading.ImageFiles.cifar;
import static dev.strait.envs.image.reading.ImageFiles.counting;
import static dev.strait.envs.image.reading.ImageFiles.encoded;
import static dev.strait.envs.image.reading.ImageFiles.gzip;
import static dev.strait.envs.image.reading.ImageFiles.idx;
import static dev.strait.envs.image.reading.ImageFiles.redAndBlue;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.strait.envs.demonstration.container.NpzWriter;
import dev.strait.envs.image.ImageShape;
import dev.strait.envs.image.ImageSource;
import dev.strait.envs.image.reading.ImageOptions.Split;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** IDX, CIFAR-10 and npz: the numbers, the classes and the parts. */
class ReadingTest {

    private static final ImageOptions AS_IS = ImageOptions.asIs();

    @TempDir Path folder;

    private void write(String name, byte[] content) throws IOException {
        ImageFiles.write(folder.resolve(name), content);
    }

    private static float[] picture(ImageSource source, int index) {
        float[] numbers = new float[source.shape().size()];
        source.read(index, numbers, 0);
        return numbers;
    }

    /** Bytes as numbers: b/127.5 − 1. */
    private static float[] numbers(int... bytes) {
        float[] numbers = new float[bytes.length];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = bytes[i] / 127.5f - 1;
        }
        return numbers;
    }

    private void writeMnist() throws IOException {
        write("train-images-idx3-ubyte.gz", gzip(idx(counting(12), 3, 2, 2)));
        write("train-labels-idx1-ubyte", idx(new byte[] {4, 0, 2}, 3));
        write("t10k-images.idx3-ubyte", idx(new byte[] {0, (byte) 255, 3, 4}, 1, 2, 2));
        write("t10k-labels.idx1-ubyte.gz", gzip(idx(new byte[] {1}, 1)));
        write("README.md", counting(3));
    }

    @Test
    void shouldPairPicturesAndLabelsOfAFolder() throws IOException {
        writeMnist();

        ImageSource train = ImageData.open(folder, AS_IS);
        ImageSource test = ImageData.open(folder, AS_IS.of(Split.TEST));

        assertEquals(new ImageShape(1, 2, 2), train.shape());
        assertEquals(3, train.size());
        assertEquals(5, train.classes());
        assertArrayEquals(new int[] {4, 0, 2}, IntStream.range(0, 3).map(train::label).toArray());
        assertArrayEquals(numbers(8, 9, 10, 11), picture(train, 2));
        assertEquals(1, test.size());
        assertEquals(1, test.label(0));
        assertArrayEquals(numbers(0, 255, 3, 4), picture(test, 0));
    }

    @Test
    void shouldFindTheLabelsOfANamedFileAndTheTestSetBesideIt() throws IOException {
        writeMnist();
        Path named = folder.resolve("train-images-idx3-ubyte.gz");

        assertEquals(4, ImageData.open(named, AS_IS).label(0));
        assertEquals(1, ImageData.open(named, AS_IS.of(Split.TEST)).size());
        assertEquals(1, ImageData.open(folder.resolve("t10k-images.idx3-ubyte"), AS_IS).label(0));
    }

    @Test
    void shouldKnowIdxByItsContent() throws IOException {
        write("faces", gzip(idx(counting(8), 2, 2, 2)));

        ImageSource faces = ImageData.open(folder, AS_IS);

        assertEquals(2, faces.size());
        assertEquals(0, faces.classes());
        assertEquals(-1, faces.label(1));
        assertEquals(List.of(), faces.remarks());
    }

    @Test
    void shouldTellThatNoLabelsBelongToPictures() throws IOException {
        write("a-images.idx", idx(counting(8), 2, 2, 2));
        write("b-labels.idx", idx(counting(2), 2));

        assertEquals(1, ImageData.open(folder, AS_IS).remarks().size());
    }

    @Test
    void shouldReadChannelsWhereverTheyLie() throws IOException {
        write("first.idx", idx(counting(12), 1, 3, 2, 2));
        write("last.idx", idx(counting(12), 1, 2, 2, 3));

        ImageSource first = ImageData.open(folder.resolve("first.idx"), AS_IS);
        ImageSource last = ImageData.open(folder.resolve("last.idx"), AS_IS);

        assertEquals(new ImageShape(3, 2, 2), first.shape());
        assertEquals(first.shape(), last.shape());
        assertArrayEquals(numbers(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11), picture(first, 0));
        assertArrayEquals(numbers(0, 3, 6, 9, 1, 4, 7, 10, 2, 5, 8, 11), picture(last, 0));
    }

    @Test
    void shouldReadAllFilesOfOnePartOfCifar() throws IOException {
        write("data_batch_2.bin", cifar(9));
        write("data_batch_1.bin", cifar(3, 5));
        write("test_batch.bin", cifar(7));

        ImageSource train = ImageData.open(folder, AS_IS);

        assertEquals(new ImageShape(3, 32, 32), train.shape());
        assertArrayEquals(new int[] {3, 5, 9}, IntStream.range(0, 3).map(train::label).toArray());
        assertEquals(1 / 127.5f - 1, picture(train, 1)[3071]);
        assertEquals("truck", train.classNames().get(9));
        assertEquals(7, ImageData.open(folder, AS_IS.of(Split.TEST)).label(0));
    }

    private Path npz(String name, double[] levels, int... shape) throws IOException {
        Path path = folder.resolve(name);
        try (NpzWriter npz = NpzWriter.create(path)) {
            npz.float64("x_train", shape, levels);
            npz.int64("y_train", new int[] {shape[0], 1}, new double[] {2, 1});
            npz.int64("x_test", new int[] {1, 1, 1}, new double[] {7});
        }
        return path;
    }

    @Test
    void shouldTakeTheRangeOfRealNumbersForWhatItIs() throws IOException {
        Path unit = npz("unit.npz", new double[] {0, 1, 0.2, 0.6}, 2, 1, 2);
        Path signed = npz("signed.npz", new double[] {-1, 1, -0.6, 0.2}, 2, 1, 2);
        Path bytes = npz("bytes.npz", new double[] {0, 255, 51, 153}, 2, 1, 2);

        for (Path path : List.of(unit, signed, bytes)) {
            ImageSource source = ImageData.open(path, AS_IS);
            assertArrayEquals(numbers(0, 255), picture(source, 0));
            assertArrayEquals(numbers(51, 153), picture(source, 1));
            assertEquals(2, source.label(0));
            assertEquals(3, source.classes());
        }
    }

    @Test
    void shouldTakeWholeNumbersForBytes() throws IOException {
        Path path = npz("x.npz", new double[2], 2, 1, 1);

        ImageSource test = ImageData.open(path, AS_IS.of(Split.TEST));

        assertArrayEquals(numbers(7), picture(test, 0));
        assertEquals(0, test.classes());
    }

    @Test
    void shouldFitEveryPictureAsItIsRead() throws IOException {
        write("a.idx", idx(counting(8), 2, 2, 2));

        ImageOptions wanted = AS_IS.sized(new Sizing.Padded(4)).coloured(Colour.RGB);
        ImageSource fitted = ImageData.open(folder, wanted);

        assertEquals(new ImageShape(3, 4, 4), fitted.shape());
        assertEquals(numbers(5)[0], picture(fitted, 1)[16 + 4 + 2]);
    }

    private ImageException refusalOfTheTestPart(Path path) {
        return assertThrows(ImageException.class, () -> ImageData.open(path, AS_IS.of(Split.TEST)));
    }

    @Test
    void shouldSayWhichPartIsMissing() throws IOException {
        write("a.idx", idx(counting(8), 2, 2, 2));

        ImageException refusal = refusalOfTheTestPart(folder);

        assertTrue(refusal.getMessage().contains("no IDX file of test pictures"));
        assertTrue(refusal.isMissingPart());
        assertTrue(Files.exists(folder));
    }

    @Test
    void shouldTellAMissingPartOfEveryForm() throws IOException {
        write("cifar/data_batch_1.bin", cifar(3));
        write("folder/a.png", encoded(redAndBlue(4, 4), "png"));
        Path npz = folder.resolve("x.npz");
        try (NpzWriter writer = NpzWriter.create(npz)) {
            writer.float64("x_train", new int[] {1, 1, 1}, new double[1]);
        }

        assertTrue(refusalOfTheTestPart(folder.resolve("cifar")).isMissingPart());
        assertTrue(refusalOfTheTestPart(folder.resolve("folder")).isMissingPart());
        assertTrue(refusalOfTheTestPart(npz).isMissingPart());
    }

    /** Or what is learned from would be tested on. */
    @Test
    void shouldHaveNoTestPartOfANamedTestSet() throws IOException {
        writeMnist();
        write("cifar/test_batch.bin", cifar(3));

        assertTrue(refusalOfTheTestPart(folder.resolve("t10k-images.idx3-ubyte")).isMissingPart());
        assertTrue(refusalOfTheTestPart(folder.resolve("cifar/test_batch.bin")).isMissingPart());
    }

    @Test
    void shouldNotTakeADamagedPartForAMissingOne() throws IOException {
        write("train-images-idx3-ubyte", idx(counting(8), 2, 2, 2));
        byte[] whole = gzip(idx(counting(4000), 1000, 2, 2));
        write("t10k-images-idx3-ubyte.gz", Arrays.copyOf(whole, whole.length / 2));
        write("cifar/data_batch_1.bin", cifar(3));
        write("cifar/test_batch.bin", new byte[100]);
        write("folder/test/a.png", new byte[9]);

        for (Path path : List.of(folder, folder.resolve("cifar"), folder.resolve("folder"))) {
            assertFalse(refusalOfTheTestPart(path).isMissingPart(), path::toString);
        }
    }

    /** Whole numbers of 0 and 1 are almost black; real ones up to 2 are of no known range. */
    @Test
    void shouldTakeNoOtherRangeForOneItKnows() throws IOException {
        Path whole = folder.resolve("whole.npz");
        try (NpzWriter npz = NpzWriter.create(whole)) {
            npz.int64("x_train", new int[] {1, 1, 2}, new double[] {0, 1});
        }
        Path beyond = npz("beyond.npz", new double[] {-1, 2, 0, 0}, 2, 1, 2);

        assertArrayEquals(numbers(0, 1), picture(ImageData.open(whole, AS_IS), 0));
        assertThrows(ImageException.class, () -> ImageData.open(beyond, AS_IS));
    }

    @Test
    void shouldTakeTheLastOfTwoPossibleChannels() {
        PictureLayout both = PictureLayout.of("x", new int[] {2, 3, 5, 3});
        PictureLayout first = PictureLayout.of("x", new int[] {2, 3, 5, 4});

        assertEquals(new ImageShape(3, 3, 5), both.shape());
        assertTrue(both.channelsLast());
        assertEquals(new ImageShape(3, 5, 4), first.shape());
    }

    /** 2²⁵ cells, of sides up to 2¹⁴. */
    @Test
    void shouldBoundThePictureAndNotOnlyItsSides() {
        assertEquals(2048, Limits.shape(1, 16_384, 2048).width());
        assertThrows(IllegalArgumentException.class, () -> Limits.shape(1, 16_384, 2049));
        assertThrows(IllegalArgumentException.class, () -> Limits.shape(1, 16_385, 1));
    }

    /** Deflate's ratio is at most 1032. */
    @Test
    void shouldRefuseAGzipThatClaimsMoreThanItCanHold() throws IOException {
        write("bomb.gz", gzip(idx(new byte[0], 30_000, 28, 28)));

        String message =
                assertThrows(ImageException.class, () -> ImageData.open(folder, AS_IS))
                        .getMessage();
        assertTrue(message.contains("which gzip cannot do"), message);
    }

    @Test
    void shouldKnowTheTestSetByItsName() throws IOException {
        write("train-images.idx", idx(counting(8), 2, 2, 2));
        write("test-images.idx", idx(counting(4), 1, 2, 2));

        assertEquals(2, ImageData.open(folder, AS_IS).size());
        assertEquals(1, ImageData.open(folder, AS_IS.of(Split.TEST)).size());
    }
}
