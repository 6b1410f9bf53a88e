package dev.strait.envs.render;

import static dev.strait.envs.Require.require;

import dev.strait.envs.image.ImageShape;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.Arrays;

/**
 * Lays pictures out in rows and columns, such as the samples of a generator.
 *
 * <p>A number v in [−1, 1] becomes the level round((v + 1) · 127.5); numbers beyond are drawn as
 * the nearest end, and cells with a NaN are magenta, so that a generator gone bad is seen. Every
 * cell becomes a block of {@code scale} by {@code scale} pixels, without any blurring.
 *
 * @param columns pictures side by side
 * @param padding pixels around each picture, at least 0
 * @param scale whole factor by which pictures are enlarged, at least 1
 */
public record PictureGrid(int columns, int padding, int scale) {

    private static final int BAD = 0xff00ff;
    private static final int BACKGROUND = 0x202020;
    private static final Color INK = Color.WHITE;

    /** Digits of three by five dots, a row in three bits from the top. */
    private static final int[] GLYPHS = {
        0b111_101_101_101_111, 0b010_110_010_010_111, 0b111_001_111_100_111, 0b111_001_111_001_111,
        0b101_101_111_001_001, 0b111_100_111_001_111, 0b111_100_111_101_111, 0b111_001_010_010_010,
        0b111_101_111_101_111, 0b111_101_111_001_111
    };

    private static final int GLYPH_WIDTH = 3;
    private static final int GLYPH_HEIGHT = 5;

    /** Height of a line of labels, with a dot of space above and below. */
    private static final int LINE = GLYPH_HEIGHT + 2;

    public PictureGrid {
        require(columns >= 1, "columns must be at least 1, but was %s", columns);
        require(padding >= 0, "padding must be at least 0, but was %s", padding);
        require(scale >= 1, "scale must be at least 1, but was %s", scale);
    }

    /**
     * Draws pictures.
     *
     * @param pixels (B, C, H, W) with one or three channels
     * @param shape of a picture
     */
    public BufferedImage draw(float[] pixels, ImageShape shape) {
        return draw(pixels, shape, 0, new int[0]);
    }

    /**
     * Draws pictures, each with its class under it.
     *
     * @param pixels (B, C, H, W) with one or three channels
     * @param shape of a picture
     * @param labels (B); negative ones are not written
     */
    public BufferedImage draw(float[] pixels, ImageShape shape, int[] labels) {
        require(
                labels.length * (long) shape.size() == pixels.length,
                "%s labels for %s numbers of pictures of %s",
                labels.length,
                pixels.length,
                shape);
        return draw(pixels, shape, LINE, labels);
    }

    private BufferedImage draw(float[] pixels, ImageShape shape, int line, int[] labels) {
        require(
                shape.channels() == 1 || shape.channels() == 3,
                "pictures with 1 or 3 channels are drawn, but these have %s",
                shape.channels());
        int size = shape.size();
        require(
                pixels.length > 0 && pixels.length % size == 0,
                "%s numbers are not one or more pictures of %s",
                pixels.length,
                size);
        int count = pixels.length / size;
        int stepX = scale * shape.width() + padding;
        int stepY = scale * shape.height() + line + padding;
        int across = Math.min(columns, count);
        int down = (count - 1) / columns + 1;
        BufferedImage image =
                new BufferedImage(
                        padding + across * stepX,
                        padding + down * stepY,
                        BufferedImage.TYPE_INT_RGB);
        fill(image);
        for (int i = 0; i < count; i++) {
            int x = padding + i % columns * stepX;
            int y = padding + i / columns * stepY;
            picture(pixels, i * size, shape, image, x, y);
            if (line > 0 && labels[i] >= 0) {
                number(labels[i], image, x, y + scale * shape.height() + 1);
            }
        }
        return image;
    }

    private static void fill(BufferedImage image) {
        int[] row = new int[image.getWidth()];
        Arrays.fill(row, BACKGROUND);
        for (int y = 0; y < image.getHeight(); y++) {
            image.setRGB(0, y, row.length, 1, row, 0, row.length);
        }
    }

    private void picture(
            float[] pixels, int from, ImageShape shape, BufferedImage image, int left, int top) {
        int cells = shape.height() * shape.width();
        int next = shape.channels() == 3 ? cells : 0;
        int[] row = new int[scale * shape.width()];
        for (int y = 0; y < shape.height(); y++) {
            for (int x = 0; x < row.length; x++) {
                int at = from + y * shape.width() + x / scale;
                row[x] = colour(pixels[at], pixels[at + next], pixels[at + 2 * next]);
            }
            for (int copy = 0; copy < scale; copy++) {
                image.setRGB(left, top + y * scale + copy, row.length, 1, row, 0, row.length);
            }
        }
    }

    private static int colour(float red, float green, float blue) {
        boolean known = !Float.isNaN(red + green + blue);
        return known ? level(red) << 16 | level(green) << 8 | level(blue) : BAD;
    }

    private static int level(float number) {
        return Math.round((Math.max(-1, Math.min(1, number)) + 1) * 127.5f);
    }

    private static void number(int number, BufferedImage image, int left, int top) {
        int x = left;
        for (char digit : Integer.toString(number).toCharArray()) {
            int glyph = GLYPHS[digit - '0'];
            for (int dot = 0; dot < GLYPH_WIDTH * GLYPH_HEIGHT; dot++) {
                int column = x + dot % GLYPH_WIDTH;
                boolean inked = (glyph >> GLYPH_WIDTH * GLYPH_HEIGHT - 1 - dot & 1) == 1;
                if (inked && column < image.getWidth()) {
                    image.setRGB(column, top + dot / GLYPH_WIDTH, INK.getRGB());
                }
            }
            x += GLYPH_WIDTH + 1;
        }
    }
}
