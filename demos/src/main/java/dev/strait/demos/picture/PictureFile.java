package dev.strait.demos.picture;

import dev.strait.demos.run.Disk;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import javax.imageio.ImageIO;

/** Pictures as PNG, and films of them. */
public final class PictureFile {

    private static final int FRAME_MILLIS = 150;
    private static final int LAST_FRAMES = 10;

    private PictureFile() {}

    /**
     * Writes a PNG, whole or not at all.
     *
     * @throws java.io.UncheckedIOException with one line for people if the disk refuses
     */
    public static void write(Path file, BufferedImage image) {
        ImageIO.setUseCache(false);
        Disk.write(
                file,
                temporary -> {
                    // Not by the file's name: ImageIO prints a stack trace where it cannot open it.
                    try (OutputStream out = Files.newOutputStream(temporary)) {
                        if (!ImageIO.write(image, "png", out)) {
                            throw new IOException("no writer takes this picture as a PNG");
                        }
                    }
                });
    }

    /** A picture whose colours are all grey, as one of a single channel. */
    public static BufferedImage gray(BufferedImage image) {
        BufferedImage gray =
                new BufferedImage(
                        image.getWidth(), image.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                // Straight into the raster: Java's conversion would bend the values.
                gray.getRaster().setSample(x, y, 0, image.getRGB(x, y) & 0xff);
            }
        }
        return gray;
    }

    /**
     * Makes a film of PNGs of one size; the last stands longer.
     *
     * @param frames at least one
     */
    public static void film(Path file, List<Path> frames) {
        GifWriter.write(
                file,
                FRAME_MILLIS,
                film -> {
                    BufferedImage image = null;
                    for (Path frame : frames) {
                        image = ImageIO.read(frame.toFile());
                        film.frame(image);
                    }
                    for (int i = 0; i < LAST_FRAMES; i++) {
                        film.frame(image);
                    }
                });
    }

    /** The grids of a folder in the order of their steps; none where there is no folder. */
    public static List<Path> of(Path folder) {
        return named(folder, "\\d+\\.png").stream()
                .sorted(Comparator.comparing(PictureFile::step))
                .toList();
    }

    private static BigInteger step(Path grid) {
        return new BigInteger(grid.getFileName().toString().replace(".png", ""));
    }

    /** The sheets of codes in a folder. */
    static List<Path> codes(Path folder) {
        return named(folder, "codes-.*\\.png");
    }

    private static List<Path> named(Path folder, String pattern) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().matches(pattern))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw Disk.failure("read", folder, e);
        }
    }
}
