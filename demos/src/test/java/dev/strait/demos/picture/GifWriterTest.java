package dev.strait.demos.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class GifWriterTest {

    private static final int SIZE = 120;

    @TempDir Path folder;

    /** A disc that moves over white ground. */
    private static BufferedImage disc(int at, Color colour) {
        BufferedImage image = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(
                RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, SIZE, SIZE);
        graphics.setColor(colour);
        graphics.fillOval(at, at, 20, 20);
        graphics.dispose();
        return image;
    }

    private static BufferedImage gradient() {
        BufferedImage image = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < SIZE * SIZE; i++) {
            int x = i % SIZE;
            int y = i / SIZE;
            image.setRGB(x, y, 2 * x << 16 | 2 * y << 8 | x + y);
        }
        return image;
    }

    private Path write(BufferedImage... frames) {
        Path file = folder.resolve("film.gif");
        GifWriter.write(
                file,
                40,
                writer -> {
                    for (BufferedImage frame : frames) {
                        writer.frame(frame);
                    }
                });
        return file;
    }

    /** What a viewer shows after each frame: frames drawn over each other where they belong. */
    private static List<BufferedImage> shown(File file) throws IOException {
        List<BufferedImage> shown = new ArrayList<>();
        ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
        try (ImageInputStream in = ImageIO.createImageInputStream(file)) {
            reader.setInput(in);
            BufferedImage canvas = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_INT_RGB);
            for (int i = 0; i < reader.getNumImages(true); i++) {
                Element at = metadata(reader, i, "ImageDescriptor");
                int left = Integer.parseInt(at.getAttribute("imageLeftPosition"));
                int top = Integer.parseInt(at.getAttribute("imageTopPosition"));
                canvas.getGraphics().drawImage(reader.read(i), left, top, null);
                BufferedImage copy = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_INT_RGB);
                copy.getGraphics().drawImage(canvas, 0, 0, null);
                shown.add(copy);
                assertEquals(
                        "4",
                        metadata(reader, i, "GraphicControlExtension").getAttribute("delayTime"));
            }
        }
        reader.dispose();
        return shown;
    }

    private static Element metadata(ImageReader reader, int frame, String name) throws IOException {
        NodeList children =
                reader.getImageMetadata(frame)
                        .getAsTree("javax_imageio_gif_image_1.0")
                        .getChildNodes();
        for (int i = 0; i < children.getLength(); i++) {
            if (children.item(i).getNodeName().equals(name)) {
                return (Element) children.item(i);
            }
        }
        throw new AssertionError("no " + name);
    }

    private static int largestDifference(BufferedImage a, BufferedImage b) {
        int largest = 0;
        for (int i = 0; i < SIZE * SIZE; i++) {
            Color left = new Color(a.getRGB(i % SIZE, i / SIZE));
            Color right = new Color(b.getRGB(i % SIZE, i / SIZE));
            largest = Math.max(largest, Math.abs(left.getRed() - right.getRed()));
            largest = Math.max(largest, Math.abs(left.getGreen() - right.getGreen()));
            largest = Math.max(largest, Math.abs(left.getBlue() - right.getBlue()));
        }
        return largest;
    }

    @Test
    void shouldShowEveryFrameAsItWasDrawn() throws IOException {
        BufferedImage[] frames = {
            disc(0, Color.BLUE), disc(30, Color.BLUE), disc(30, Color.BLUE), disc(31, Color.BLUE)
        };

        List<BufferedImage> shown = shown(write(frames).toFile());

        assertEquals(frames.length, shown.size());
        assertEquals(0, largestDifference(frames[0], shown.get(0)), "few colours stay exact");
        for (int i = 1; i < frames.length; i++) {
            assertTrue(largestDifference(frames[i], shown.get(i)) <= 12, "frame " + i);
        }
    }

    @Test
    void shouldBringNewColoursWhereAFrameNeedsThem() throws IOException {
        BufferedImage red = disc(50, Color.RED);

        List<BufferedImage> shown = shown(write(disc(0, Color.BLUE), red).toFile());

        assertEquals(0, largestDifference(red, shown.get(1)));
    }

    @Test
    void shouldComeCloseToManyColours() throws IOException {
        List<BufferedImage> shown = shown(write(gradient()).toFile());

        assertTrue(largestDifference(gradient(), shown.get(0)) <= 40);
    }

    @Test
    void shouldLoopWithoutEnd() throws IOException {
        byte[] bytes = Files.readAllBytes(write(disc(0, Color.BLUE)));
        String text = new String(bytes, StandardCharsets.ISO_8859_1);

        assertTrue(text.startsWith("GIF89a"));
        int at = text.indexOf("NETSCAPE2.0");
        assertEquals("\u0003\u0001\u0000\u0000\u0000", text.substring(at + 11, at + 16));
        assertEquals(at, text.lastIndexOf("NETSCAPE2.0"), "once is enough");
    }

    @Test
    void shouldStoreOnlyWhatChanges() throws IOException {
        BufferedImage still = gradient();
        long one = Files.size(write(still));
        long twenty =
                Files.size(
                        write(
                                java.util.Collections.nCopies(20, still)
                                        .toArray(BufferedImage[]::new)));

        assertTrue(twenty - one < 20 * 900, "a still frame costs less than 900 bytes");
    }

    @Test
    void shouldRefuseFramesThatDoNotFitAndLeaveNothingBehind() {
        BufferedImage small = new BufferedImage(3, 4, BufferedImage.TYPE_INT_RGB);

        assertThrows(IllegalArgumentException.class, () -> write(disc(0, Color.RED), small));
        assertThrows(IllegalStateException.class, () -> write());
        assertThrows(
                IllegalArgumentException.class,
                () -> GifWriter.write(folder.resolve("x.gif"), 10, writer -> {}));
        assertFalse(Files.exists(folder.resolve("film.gif")));
        assertFalse(Files.exists(folder.resolve(".film.gif.part")));
    }
}
