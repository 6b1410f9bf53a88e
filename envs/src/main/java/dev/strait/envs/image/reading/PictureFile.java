package dev.strait.envs.image.reading;

import static dev.strait.envs.Require.require;

import dev.strait.envs.file.ContainedReading;
import dev.strait.envs.image.ImageShape;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.ImageInputStream;

/** One picture in a file, whose kind is told by its first bytes. */
final class PictureFile {

    /** Opaque alpha. */
    private static final int OPAQUE = 255;

    private PictureFile() {}

    /** What is done with an opened picture. */
    private interface Look<T> {
        T at(ImageReader reader) throws IOException;
    }

    /**
     * Decodes a picture; of a GIF the first frame.
     *
     * @throws IllegalArgumentException if it is no picture, is damaged, or beyond {@link Limits}
     */
    static Picture decode(Path path) throws IOException {
        return open(
                path,
                reader -> {
                    requireSize(reader);
                    String[] warning = new String[1];
                    reader.addIIOReadWarningListener((source, text) -> warning[0] = text);
                    BufferedImage image = reader.read(0);
                    requireWhole(warning[0]);
                    return isGray(image.getColorModel()) ? gray(image) : colour(image);
                });
    }

    private static <T> T open(Path path, Look<T> look) throws IOException {
        String format = format(ContainedReading.head(path, 8));
        ImageReader reader = ImageIO.getImageReadersByFormatName(format).next();
        try (ImageInputStream in = new FileImageInputStream(path.toFile())) {
            reader.setInput(in, true, true);
            return look.at(reader);
        } catch (IndexOutOfBoundsException
                | NegativeArraySizeException
                | NullPointerException
                | ArithmeticException
                | IllegalStateException damaged) {
            // Java's decoders check little: that is how damage shows itself.
            throw new IllegalArgumentException("its " + format + " data is damaged", damaged);
        } finally {
            reader.dispose();
        }
    }

    private static String format(byte[] head) {
        require(head.length > 0, "the file is empty");
        if (ContainedReading.startsWith(head, "\u0089PNG\r\n\u001a\n")) {
            return "png";
        }
        if (ContainedReading.startsWith(head, "\u00ff\u00d8\u00ff")) {
            return "jpeg";
        }
        if (ContainedReading.startsWith(head, "GIF8")) {
            return "gif";
        }
        require(
                ContainedReading.startsWith(head, "BM"),
                "it is neither PNG, JPEG, GIF nor BMP inside");
        return "bmp";
    }

    /** Whether the first bytes are those of a picture. */
    static boolean isPicture(byte[] head) {
        try {
            format(head);
            return true;
        } catch (IllegalArgumentException other) {
            return false;
        }
    }

    private static ImageShape requireSize(ImageReader reader) throws IOException {
        return Limits.shape(3, reader.getHeight(0), reader.getWidth(0));
    }

    /** libjpeg fills what is missing with gray and says so in a warning alone. */
    private static void requireWhole(String warning) {
        String text = warning == null ? "" : warning.toLowerCase(Locale.ROOT);
        require(
                !text.contains("premature") && !text.contains("corrupt"),
                "it is damaged or cut short (%s)",
                warning);
    }

    private static boolean isGray(ColorModel model) {
        if (model instanceof IndexColorModel palette) {
            for (int i = 0; i < palette.getMapSize(); i++) {
                if (palette.getRed(i) != palette.getGreen(i)
                        || palette.getRed(i) != palette.getBlue(i)) {
                    return false;
                }
            }
            return true;
        }
        return model.getColorSpace().getType() == ColorSpace.TYPE_GRAY;
    }

    private static Picture gray(BufferedImage image) {
        if (image.getColorModel() instanceof ComponentColorModel) {
            return samples(image.getRaster());
        }
        Picture rgb = colour(image);
        return Colour.GRAY.apply(rgb);
    }

    /**
     * The gray numbers of the file. Java's own way to colours would brighten them, since it takes
     * gray for linear light.
     */
    private static Picture samples(Raster raster) {
        int height = raster.getHeight();
        int width = raster.getWidth();
        byte[] bytes = new byte[height * width];
        int most = (1 << raster.getSampleModel().getSampleSize(0)) - 1;
        int[] row = new int[width];
        int[] alpha = new int[width];
        for (int y = 0; y < height; y++) {
            raster.getSamples(raster.getMinX(), raster.getMinY() + y, width, 1, 0, row);
            if (raster.getNumBands() > 1) {
                raster.getSamples(raster.getMinX(), raster.getMinY() + y, width, 1, 1, alpha);
            }
            for (int x = 0; x < width; x++) {
                int opacity = raster.getNumBands() > 1 ? scaled(alpha[x], most) : OPAQUE;
                bytes[y * width + x] = onWhite(scaled(row[x], most), opacity);
            }
        }
        return new Picture(new ImageShape(1, height, width), bytes);
    }

    private static int scaled(int sample, int most) {
        return (sample * OPAQUE + most / 2) / most;
    }

    private static byte onWhite(int level, int alpha) {
        return (byte) ((level * alpha + OPAQUE * (OPAQUE - alpha) + OPAQUE / 2) / OPAQUE);
    }

    private static Picture colour(BufferedImage image) {
        return isPlain(image.getColorModel()) ? bands(image.getRaster()) : converted(image);
    }

    /** Whether the bands are the colours, as in most JPEGs and PNGs. */
    private static boolean isPlain(ColorModel model) {
        return model instanceof ComponentColorModel
                && model.getColorSpace().isCS_sRGB()
                && model.getTransferType() == DataBuffer.TYPE_BYTE
                && !model.hasAlpha();
    }

    /** The bands as they are: asking for every colour takes a JPEG thrice the time. */
    private static Picture bands(Raster raster) {
        int height = raster.getHeight();
        int width = raster.getWidth();
        byte[] bytes = new byte[3 * height * width];
        int[] row = new int[width];
        for (int line = 0; line < 3 * height; line++) {
            int y = raster.getMinY() + line % height;
            raster.getSamples(raster.getMinX(), y, width, 1, line / height, row);
            for (int x = 0; x < width; x++) {
                bytes[line * width + x] = (byte) row[x];
            }
        }
        return new Picture(new ImageShape(3, height, width), bytes);
    }

    private static Picture converted(BufferedImage image) {
        int height = image.getHeight();
        int width = image.getWidth();
        int cells = height * width;
        byte[] bytes = new byte[3 * cells];
        int[] row = new int[width];
        for (int y = 0; y < height; y++) {
            image.getRGB(0, y, width, 1, row, 0, width);
            for (int x = 0; x < width; x++) {
                int alpha = row[x] >>> 24;
                int at = y * width + x;
                bytes[at] = onWhite(row[x] >> 16 & 0xff, alpha);
                bytes[cells + at] = onWhite(row[x] >> 8 & 0xff, alpha);
                bytes[2 * cells + at] = onWhite(row[x] & 0xff, alpha);
            }
        }
        return new Picture(new ImageShape(3, height, width), bytes);
    }
}
