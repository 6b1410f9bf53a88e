package dev.strait.envs.image.reading;

import static dev.strait.envs.image.reading.ImageFiles.encoded;
import static dev.strait.envs.image.reading.ImageFiles.gray;
import static dev.strait.envs.image.reading.ImageFiles.redAndBlue;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.strait.envs.image.ImageShape;
import dev.strait.envs.image.ImageSource;
import dev.strait.envs.image.reading.ImageOptions.Split;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PictureFolderTest {

    private static final ImageOptions SMALL =
            ImageOptions.asIs().sized(new Sizing.Scaled(8)).coloured(Colour.RGB);

    @TempDir Path folder;

    private Path write(String name, byte[] content) throws IOException {
        return ImageFiles.write(folder.resolve(name), content);
    }

    private static float[] picture(ImageSource source, int index) {
        float[] numbers = new float[source.shape().size()];
        source.read(index, numbers, 0);
        return numbers;
    }

    private void writeClasses() throws IOException {
        write("cats/1.png", encoded(redAndBlue(20, 30), "png"));
        write("cats/deep/er/2.JPG", encoded(redAndBlue(64, 10), "jpg"));
        write("dogs/1.bmp", encoded(gray(9, 9, 100), "bmp"));
        write("apes/1.gif", encoded(redAndBlue(16, 16), "gif"));
        write("apes/notes.txt", new byte[3]);
    }

    @Test
    void shouldTakeSubFoldersForClasses() throws IOException {
        writeClasses();

        ImageSource source = ImageData.open(folder, SMALL);

        assertEquals(List.of("apes", "cats", "dogs"), source.classNames());
        assertArrayEquals(
                new int[] {0, 1, 1, 2},
                new int[] {source.label(0), source.label(1), source.label(2), source.label(3)});
        assertEquals(List.of(), source.remarks());
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg", "gif", "bmp"})
    void shouldKeepTheColoursOfEveryKind(String kind) throws IOException {
        write("a." + kind, encoded(redAndBlue(32, 16), kind));

        float[] picture = picture(ImageData.open(folder, SMALL), 0);

        assertEquals(1, picture[0], 0.1, "red on the left");
        assertEquals(-1, picture[7], 0.1, "no red on the right");
        assertEquals(-1, picture[64], 0.1, "no green");
        assertEquals(1, picture[2 * 64 + 63], 0.1, "blue on the right");
    }

    /** Through Java's colours a gray of 100 would come out as 166. */
    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg", "bmp"})
    void shouldKeepTheGrayOfTheFile(String kind) throws IOException {
        write("a." + kind, encoded(gray(5, 5, 100), kind));

        ImageSource source = ImageData.open(folder, ImageOptions.asIs());

        assertEquals(new ImageShape(1, 5, 5), source.shape());
        assertEquals(100 / 127.5f - 1, picture(source, 0)[12], 1 / 127.5f);
    }

    @Test
    void shouldReadGrayOfSixteenBitsByItsUpperHalf() throws IOException {
        BufferedImage deep = new BufferedImage(2, 1, BufferedImage.TYPE_USHORT_GRAY);
        // 51.05 levels of 257.
        deep.getRaster().setSample(1, 0, 0, 51 * 257 + 13);
        write("a.png", encoded(deep, "png"));

        float[] picture = picture(ImageData.open(folder, ImageOptions.asIs()), 0);

        assertArrayEquals(new float[] {-1, 51 / 127.5f - 1}, picture);
    }

    @Test
    void shouldLayTransparencyOnWhite() throws IOException {
        BufferedImage clear = new BufferedImage(2, 1, BufferedImage.TYPE_INT_ARGB);
        clear.setRGB(1, 0, 0xff000000);
        write("a.png", encoded(clear, "png"));

        float[] picture = picture(ImageData.open(folder, ImageOptions.asIs()), 0);

        assertArrayEquals(new float[] {1, -1, 1, -1, 1, -1}, picture);
    }

    @Test
    void shouldLeaveOutBadPicturesAndSayHowMany() throws IOException {
        writeClasses();
        write("cats/0.png", "no picture".getBytes(StandardCharsets.UTF_8));
        byte[] whole = encoded(redAndBlue(300, 300), "jpg");
        write("dogs/0.jpg", Arrays.copyOf(whole, whole.length * 9 / 10));
        write("dogs/2.webp", new byte[9]);

        ImageSource source = ImageData.open(folder, SMALL);

        assertEquals(4, source.size());
        assertEquals(2, source.label(3));
        String remark = String.join("", source.remarks());
        assertTrue(remark.startsWith("3 of 7 pictures are left out: 0.png: it is"), remark);
        assertTrue(remark.contains("0.jpg: it is damaged or cut short"), remark);
        assertTrue(remark.endsWith("; and 1 more"), remark);
    }

    @Test
    void shouldSayWhyThereAreNoClasses() throws IOException {
        writeClasses();
        write("stray.png", encoded(redAndBlue(9, 9), "png"));

        ImageSource source = ImageData.open(folder, SMALL);

        assertEquals(0, source.classes());
        assertEquals(
                List.of("no classes: 1 of 5 pictures lie beside the sub-folders, not in them"),
                source.remarks());
    }

    private void writeEach(String... names) throws IOException {
        for (String name : names) {
            write(name + "/1.png", encoded(redAndBlue(9, 9), "png"));
        }
    }

    @Test
    void shouldTakeTrainAndTestForParts() throws IOException {
        writeEach("train/a", "train/b", "val/a", "val/b", "val/c");

        ImageSource training = ImageData.open(folder, SMALL);

        assertEquals(List.of("a", "b"), training.classNames());
        assertEquals(2, training.size());
        assertEquals(List.of(), training.remarks());
        assertEquals(3, ImageData.open(folder, SMALL.of(Split.TEST)).size());
    }

    @Test
    void shouldNotLearnFromTestPicturesWhereThereIsNoTrain() throws IOException {
        writeEach("a", "b", "Test/a", "Test/b", "validation/c");

        ImageSource training = ImageData.open(folder, SMALL);

        assertEquals(List.of("a", "b"), training.classNames());
        assertEquals(2, training.size());
        assertEquals(
                List.of("not learned from, as test pictures: Test, validation"),
                training.remarks());
        assertEquals(2, ImageData.open(folder, SMALL.of(Split.TEST)).size());
    }

    @Test
    void shouldNotTakeTrainForAClassWhereThereIsNoTest() throws IOException {
        writeEach("train/a", "train/b");

        assertEquals(List.of("a", "b"), ImageData.open(folder, SMALL).classNames());
    }

    /** They may be classes, of which one is called so. */
    @Test
    void shouldTellWhatLiesBesideTrain() throws IOException {
        writeEach("bus", "car", "train/a", "test/a");
        write("stray.png", new byte[1]);
        write("notes.txt", new byte[1]);

        ImageSource training = ImageData.open(folder, SMALL);

        assertEquals(1, training.size());
        assertEquals(
                List.of(
                        "only pictures in 'train' are learned from, not what lies beside it: bus,"
                                + " car, stray.png"),
                training.remarks());
    }

    @Test
    void shouldRefuseToLearnWhereThereAreTestPicturesAlone() throws IOException {
        writeEach("test/a");

        ImageException refusal =
                assertThrows(ImageException.class, () -> ImageData.open(folder, SMALL));

        assertTrue(refusal.getMessage().endsWith("no picture in the folder but in its test part"));
    }

    @Test
    void shouldDecodeWhatDoesNotFitIntoMemoryWhenItIsRead() throws IOException {
        writeClasses();
        write("cats/0.png", new byte[1]);

        ImageSource kept = new PictureFolder(folder, SMALL, 1 << 20).open();
        ImageSource lazy = new PictureFolder(folder, SMALL, 600).open();

        assertEquals(LazyImages.class, lazy.getClass());
        assertEquals(kept.shape(), lazy.shape());
        assertEquals(kept.remarks(), lazy.remarks());
        assertEquals(kept.classNames(), lazy.classNames());
        for (int i = 0; i < kept.size(); i++) {
            assertEquals(kept.label(i), lazy.label(i));
            assertArrayEquals(picture(kept, i), picture(lazy, i));
        }
    }

    @Test
    void shouldNameAPictureThatIsGoneWhenItIsRead() throws IOException {
        Path gone = write("a.png", encoded(redAndBlue(9, 9), "png"));
        ImageSource lazy = new PictureFolder(folder, SMALL, 0).open();
        Files.delete(gone);

        ImageException refusal = assertThrows(ImageException.class, () -> picture(lazy, 0));

        assertEquals("a.png: there is no such file", refusal.getMessage());
    }

    /** One sub-folder is no choice; what is hidden is none of the user's pictures. */
    @Test
    void shouldSeeNoClassesInOneSubFolderAndNoHiddenPictures() throws IOException {
        write("all/1.png", encoded(redAndBlue(9, 9), "png"));
        write("all/.2.png", encoded(redAndBlue(9, 9), "png"));

        ImageSource source = ImageData.open(folder, SMALL);

        assertEquals(1, source.size());
        assertEquals(0, source.classes());
        assertEquals(-1, source.label(0));
    }

    /** Pictures that are read when they are asked for may be others by then. */
    @Test
    void shouldRefuseAPictureThatHasChangedItsSize() throws IOException {
        Path changing = write("1.png", encoded(redAndBlue(9, 9), "png"));
        write("2.png", encoded(redAndBlue(9, 9), "png"));
        ImageSource source = new PictureFolder(folder, ImageOptions.asIs(), 0).open();
        picture(source, 0);
        Files.write(changing, encoded(redAndBlue(8, 8), "png"));

        float[] numbers = new float[3 * 9 * 9];
        String message =
                assertThrows(IllegalArgumentException.class, () -> source.read(0, numbers, 0))
                        .getMessage();
        assertTrue(message.startsWith("1.png is "), message);
    }
}
