package dev.strait.envs.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.strait.envs.image.ImageShape;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;

class PictureGridTest {

    private static final ImageShape GRAY = new ImageShape(1, 1, 2);
    private static final int BACKGROUND = 0x202020;

    private static int rgb(BufferedImage image, int x, int y) {
        return image.getRGB(x, y) & 0xffffff;
    }

    /** Three pictures of 1×2 in two columns, threefold, a pixel apart: 1 + 2·7 by 1 + 2·4. */
    @Test
    void shouldLayPicturesOutInRows() {
        float[] pixels = {-1, 1, 0.2f, 5, -7, Float.NaN};

        BufferedImage image = new PictureGrid(2, 1, 3).draw(pixels, GRAY);

        assertEquals(15, image.getWidth());
        assertEquals(9, image.getHeight());
        assertEquals(BACKGROUND, rgb(image, 0, 0));
        assertEquals(0x000000, rgb(image, 1, 1));
        assertEquals(0x000000, rgb(image, 3, 3));
        assertEquals(0xffffff, rgb(image, 4, 1));
        assertEquals(BACKGROUND, rgb(image, 7, 1));
        assertEquals(0x999999, rgb(image, 8, 1), "1.2 · 127.5 = 153");
        assertEquals(0xffffff, rgb(image, 11, 1), "beyond 1 is the end");
        assertEquals(0x000000, rgb(image, 1, 5));
        assertEquals(0xff00ff, rgb(image, 4, 5), "NaN is seen");
        assertEquals(BACKGROUND, rgb(image, 8, 5), "no fourth picture");
    }

    @Test
    void shouldDrawChannelsAsRedGreenBlue() {
        BufferedImage image =
                new PictureGrid(8, 0, 1).draw(new float[] {1, -1, 0.6f}, new ImageShape(3, 1, 1));

        assertEquals(1, image.getWidth());
        assertEquals(0xff00cc, rgb(image, 0, 0));
    }

    @Test
    void shouldWriteClassesUnderPictures() {
        ImageShape shape = new ImageShape(1, 8, 8);
        PictureGrid grid = new PictureGrid(2, 0, 1);
        float[] pixels = new float[2 * 64];

        BufferedImage image = grid.draw(pixels, shape, new int[] {1, -1});

        assertEquals(8 + 7, image.getHeight());
        assertEquals(BACKGROUND, rgb(image, 0, 9));
        assertEquals(0xffffff, rgb(image, 1, 9), "the top of a one");
        assertEquals(0xffffff, rgb(image, 2, 13), "its foot");
        for (int x = 8; x < 16; x++) {
            assertEquals(BACKGROUND, rgb(image, x, 11), "nothing under the other");
        }
    }

    @Test
    void shouldRefuseWhatDoesNotFit() {
        PictureGrid grid = new PictureGrid(2, 0, 1);
        ImageShape two = new ImageShape(2, 1, 1);

        assertThrows(IllegalArgumentException.class, () -> grid.draw(new float[3], GRAY));
        assertThrows(IllegalArgumentException.class, () -> grid.draw(new float[0], GRAY));
        assertThrows(IllegalArgumentException.class, () -> grid.draw(new float[2], two));
        assertTrue(
                assertThrows(
                                IllegalArgumentException.class,
                                () -> grid.draw(new float[2], GRAY, new int[2]))
                        .getMessage()
                        .startsWith("2 labels for 2 numbers"));
        assertThrows(IllegalArgumentException.class, () -> new PictureGrid(0, 0, 1));
        assertThrows(IllegalArgumentException.class, () -> new PictureGrid(1, -1, 1));
        assertThrows(IllegalArgumentException.class, () -> new PictureGrid(1, 0, 0));
    }
}
