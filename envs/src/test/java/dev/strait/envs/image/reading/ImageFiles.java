package dev.strait.envs.image.reading;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import javax.imageio.ImageIO;

/** Writes small files of pictures. */
final class ImageFiles {

    private ImageFiles() {}

    /** An IDX file of unsigned bytes. */
    static byte[] idx(byte[] content, int... sizes) {
        return idx(0x0800 | sizes.length, content, sizes);
    }

    static byte[] idx(int magic, byte[] content, int... sizes) {
        ByteBuffer buffer = ByteBuffer.allocate(4 + 4 * sizes.length + content.length);
        buffer.putInt(magic);
        for (int size : sizes) {
            buffer.putInt(size);
        }
        return buffer.put(content).array();
    }

    static byte[] counting(int count) {
        byte[] bytes = new byte[count];
        for (int i = 0; i < count; i++) {
            bytes[i] = (byte) i;
        }
        return bytes;
    }

    static byte[] gzip(byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(content);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /** CIFAR-10 records of these classes; the bytes of record i all are i. */
    static byte[] cifar(int... classes) {
        ByteBuffer buffer = ByteBuffer.allocate(3073 * classes.length);
        for (int i = 0; i < classes.length; i++) {
            buffer.put((byte) classes[i]);
            for (int k = 0; k < 3072; k++) {
                buffer.put((byte) i);
            }
        }
        return buffer.array();
    }

    /** A picture that is red on the left and blue on the right. */
    static BufferedImage redAndBlue(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.RED);
        graphics.fillRect(0, 0, width / 2, height);
        graphics.setColor(Color.BLUE);
        graphics.fillRect(width / 2, 0, width - width / 2, height);
        graphics.dispose();
        return image;
    }

    static BufferedImage gray(int width, int height, int level) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.getRaster().setSample(x, y, 0, level);
            }
        }
        return image;
    }

    static byte[] encoded(BufferedImage image, String format) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /** Writes a file and the folders above it. */
    static Path write(Path path, byte[] content) throws IOException {
        Files.createDirectories(path.getParent());
        return Files.write(path, content);
    }
}
