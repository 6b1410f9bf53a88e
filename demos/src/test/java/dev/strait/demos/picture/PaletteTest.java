package dev.strait.demos.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PaletteTest {

    private static final int[] GREYS = IntStream.range(0, 256).map(i -> 0x010101 * i).toArray();

    private static int shown(Palette palette, int colour) {
        BufferedImage image = palette.index(new int[] {colour}, 1, 1);
        return image.getRGB(0, 0) & 0xffffff;
    }

    @Test
    void shouldKeepColoursWhereTheySuffice() {
        Palette palette = Palette.of(GREYS);

        for (int grey : GREYS) {
            assertEquals(grey, shown(palette, grey));
        }
    }

    @Test
    void shouldShowTheNearestOfWhatItHas() {
        Palette palette = Palette.of(new int[] {0x000000, 0xff0000});

        assertEquals(0x000000, shown(palette, 0x7f0000));
        assertEquals(0xff0000, shown(palette, 0x800000));
        assertEquals(0xff0000, shown(palette, 0xff9090));
    }

    @Test
    void shouldKnowWhatItCannotShow() {
        Palette palette = Palette.of(new int[] {0x808080});

        assertTrue(palette.represents(new int[] {0x808080, 0x8c8080}), "12 more red");
        assertFalse(palette.represents(new int[] {0x808080, 0x8d8080}), "13 more red");
    }

    /** 512 blues cannot all stay; halving the widest box 255 times leaves pairs, so means. */
    @Test
    void shouldSpreadItsColoursOverTheRange() {
        int[] many = IntStream.range(0, 4096).map(i -> (i & 0xff0) << 12 | i & 0xff).toArray();

        Palette palette = Palette.of(many);

        for (int colour : many) {
            int difference = Math.abs((shown(palette, colour) & 0xff) - (colour & 0xff));
            assertTrue(difference <= 24, Integer.toHexString(colour));
        }
    }

    @Test
    void shouldIgnoreOpacity() {
        Palette palette = Palette.of(new int[] {0xff112233});

        assertEquals(0x112233, shown(palette, 0x00112233));
    }
}
