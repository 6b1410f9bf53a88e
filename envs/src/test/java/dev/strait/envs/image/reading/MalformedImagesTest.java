package dev.strait.envs.image.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.strait.envs.file.Recipes;
import dev.strait.envs.file.Refusals;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is in a file or a folder: one exception, one line, soon, without much memory. */
class MalformedImagesTest {

    private static final int DAMAGES = 60;
    private static final Map<String, Recipes.Recipe> RECIPES = new MalformedImages().recipes();

    @TempDir Path folder;

    @TestFactory
    Stream<DynamicTest> shouldRefuseInOneLine() {
        assertTrue(RECIPES.size() >= 70, () -> RECIPES.size() + " inputs");
        return RECIPES.keySet().stream().map(name -> dynamicTest(name, () -> refused(name)));
    }

    private String refused(String recipe) throws IOException {
        Path own = Files.createTempDirectory(folder, "case");
        Path path = RECIPES.get(recipe).make(own);
        return message(recipe, path);
    }

    private static String message(String name, Path path) {
        return Refusals.refused(
                ImageException.class, name, path, () -> ImageData.open(path, ImageOptions.asIs()));
    }

    @Test
    void shouldNameBothCountsThatDisagree() throws IOException {
        String message = refused("fewer labels than pictures");

        assertTrue(message.contains("has 1 labels, but there are 2 pictures"), message);
    }

    @Test
    void shouldNameTheFileAmongSeveralThatIsWrong() throws IOException {
        Files.write(folder.resolve("data_batch_1.bin"), ImageFiles.cifar(1));
        Path wrong = Files.write(folder.resolve("data_batch_2.bin"), ImageFiles.cifar(3, 12));

        ImageException refusal =
                assertThrows(
                        ImageException.class, () -> ImageData.open(folder, ImageOptions.asIs()));

        assertEquals(
                wrong.getFileName() + ": record 1 has class 12, not 0 to 9", refusal.getMessage());
    }

    @Test
    void shouldNameTheFileOfLabelsThatIsWrong() throws IOException {
        byte[] four = ImageFiles.counting(4);
        Files.write(folder.resolve("a-images.idx"), ImageFiles.idx(four, 1, 2, 2));
        Path wrong = Files.write(folder.resolve("a-labels.idx"), ImageFiles.idx(four, 2, 2));

        ImageException refusal =
                assertThrows(
                        ImageException.class, () -> ImageData.open(folder, ImageOptions.asIs()));

        assertEquals(
                wrong.getFileName() + ": labels are a list, but it has sizes [2, 2]",
                refusal.getMessage());
    }

    @Test
    void shouldSayThatAFileMayNotBeRead() throws IOException {
        Path file = Files.write(folder.resolve("x.bin"), ImageFiles.cifar(1));
        assertTrue(file.toFile().setReadable(false));
        assumeFalse(Files.isReadable(file), "skipped: this user may read everything");

        assertTrue(message("forbidden", file).contains("permission"));
    }

    @Test
    void shouldSurviveRandomDamageOfPictures() throws IOException {
        SplittableRandom random = new SplittableRandom(3);
        int refusals = 0;
        for (String format : new String[] {"png", "jpg", "gif", "bmp"}) {
            byte[] sound = ImageFiles.encoded(ImageFiles.redAndBlue(40, 30), format);
            Path path = folder.resolve("a." + format);
            for (int i = 0; i < DAMAGES; i++) {
                byte[] damaged = sound.clone();
                for (int change = 0; change <= random.nextInt(6); change++) {
                    damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
                }
                Files.write(path, damaged);
                refusals += Refusals.measured(this::isRefused) ? 1 : 0;
            }
            Files.delete(path);
        }
        assertTrue(refusals > DAMAGES / 2, refusals + " refusals");
    }

    private boolean isRefused() {
        try {
            ImageData.open(folder, ImageOptions.asIs());
            return false;
        } catch (ImageException refusal) {
            Refusals.checkMessage(folder, refusal);
            return true;
        }
    }
}
