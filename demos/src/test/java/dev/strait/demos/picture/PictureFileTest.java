package dev.strait.demos.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

class PictureFileTest {

    @TempDir Path folder;

    /** All 256 greys. */
    private static BufferedImage ramp() {
        BufferedImage ramp = new BufferedImage(16, 16, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 256; i++) {
            ramp.setRGB(i % 16, i / 16, i * 0x010101);
        }
        return ramp;
    }

    /** One channel, and no value bent by a colour space. */
    @Test
    void shouldKeepEveryGreyExactly() throws IOException {
        Path file = folder.resolve("grey.png");
        PictureFile.write(file, PictureFile.gray(ramp()));
        BufferedImage read = ImageIO.read(file.toFile());

        assertEquals(1, read.getRaster().getNumBands());
        for (int i = 0; i < 256; i++) {
            assertEquals(i, read.getRaster().getSample(i % 16, i / 16, 0));
        }
    }

    private static List<String> names(List<Path> files) {
        return files.stream().map(file -> file.getFileName().toString()).toList();
    }

    /** By number, not by letter: a run may take more steps than its names have digits. */
    @Test
    void shouldOrderGridsByTheirSteps() throws IOException {
        for (String name :
                List.of(
                        "1000000.png",
                        "000200.png",
                        "999999.png",
                        "99999999999999999999.png",
                        "000020.png",
                        "codes-2.png",
                        "codes-choice.png",
                        "film.gif",
                        "x1.png")) {
            Files.createFile(folder.resolve(name));
        }

        assertEquals(
                List.of(
                        "000020.png",
                        "000200.png",
                        "999999.png",
                        "1000000.png",
                        "99999999999999999999.png"),
                names(PictureFile.of(folder)));
        assertEquals(List.of("codes-2.png", "codes-choice.png"), names(PictureFile.codes(folder)));
        assertEquals(List.of(), PictureFile.of(folder.resolve("none")));
    }

    /** Two frames, and the last one ten times more. */
    @Test
    void shouldLetTheLastFrameStand() throws IOException {
        Path dark = folder.resolve("0.png");
        Path light = folder.resolve("1.png");
        PictureFile.write(dark, new BufferedImage(16, 16, BufferedImage.TYPE_INT_RGB));
        PictureFile.write(light, ramp());
        Path film = folder.resolve("film.gif");
        PictureFile.film(film, List.of(dark, light));

        ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
        try (ImageInputStream in = ImageIO.createImageInputStream(film.toFile())) {
            reader.setInput(in);
            assertEquals(12, reader.getNumImages(true));
        } finally {
            reader.dispose();
        }
    }

    /** And nothing else, which ImageIO would. */
    @Test
    void shouldSayInOneLineWhatTheDiskRefuses() {
        Path png = folder.resolve("none/a.png");
        Path gif = folder.resolve("none/a.gif");
        PrintStream err = System.err;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            assertRefused(png, () -> PictureFile.write(png, ramp()));
            assertRefused(gif, () -> GifWriter.write(gif, 20, film -> film.frame(ramp())));
        } finally {
            System.setErr(err);
        }
        assertEquals("", printed.toString(StandardCharsets.UTF_8));
    }

    private static void assertRefused(Path file, Executable writing) {
        String message = assertThrows(UncheckedIOException.class, writing).getCause().getMessage();
        assertEquals("cannot write " + file + ": no such file or folder", message);
    }
}
