package dev.strait.envs.image.reading;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.strait.envs.image.DrawnDigits;
import dev.strait.envs.image.ImageShape;
import dev.strait.envs.image.ImageSource;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sizes and colours of pictures. */
class FittingTest {

    private static Picture gray(int height, int width, int... levels) {
        byte[] bytes = new byte[levels.length];
        for (int i = 0; i < levels.length; i++) {
            bytes[i] = (byte) levels[i];
        }
        return new Picture(new ImageShape(1, height, width), bytes);
    }

    private static int[] levels(Picture picture) {
        int[] levels = new int[picture.bytes().length];
        Arrays.setAll(levels, i -> picture.bytes()[i] & 0xff);
        return levels;
    }

    @Test
    void shouldPadWithBlackAndTheOddRowBelow() {
        Picture padded = new Sizing.Padded(3).apply(gray(2, 1, 5, 6));

        assertArrayEquals(new int[] {0, 5, 0, 0, 6, 0, 0, 0, 0}, levels(padded));
    }

    @Test
    void shouldNotPadWhatIsTooLarge() {
        Sizing small = new Sizing.Padded(1);
        Picture picture = gray(2, 1, 5, 6);

        assertTrue(
                assertThrows(IllegalArgumentException.class, () -> small.apply(picture))
                        .getMessage()
                        .contains("2×1 does not fit into 1×1"));
        Picture wide = gray(1, 2, 5, 6);
        assertTrue(
                assertThrows(IllegalArgumentException.class, () -> small.apply(wide))
                        .getMessage()
                        .contains("1×2 does not fit into 1×1"));
    }

    /** Reach 2 around 2 in four cells: weights 1, 3, 3, 1 eighths; cut off at the edge: 3, 3, 1. */
    @Test
    void shouldHalveByWeightsOfATriangle() {
        Picture half = new Sizing.Scaled(1).apply(gray(2, 2, 0, 80, 160, 240));
        int[] row = {0, 70, 140, 210};
        Picture four =
                gray(
                        4, 4, row[0], row[1], row[2], row[3], row[0], row[1], row[2], row[3],
                        row[0], row[1], row[2], row[3], row[0], row[1], row[2], row[3]);

        assertArrayEquals(new int[] {120}, levels(half));
        int left = Math.round((3 * row[0] + 3 * row[1] + row[2]) / 7f);
        int right = Math.round((row[1] + 3 * row[2] + 3 * row[3]) / 7f);
        assertArrayEquals(
                new int[] {left, right, left, right}, levels(new Sizing.Scaled(2).apply(four)));
    }

    /** New cells lie at ¼, ¾, 1¼, 1¾ of two cells whose middles are at ½ and 1½. */
    @Test
    void shouldEnlargeByInterpolation() {
        Picture twice = new Sizing.Scaled(4).apply(gray(2, 2, 0, 100, 0, 100));

        assertArrayEquals(
                new int[] {0, 25, 75, 100, 0, 25, 75, 100, 0, 25, 75, 100, 0, 25, 75, 100},
                levels(twice));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 7, 16, 31})
    void shouldKeepFlatPicturesFlat(int side) {
        int[] flat = new int[11 * 16];
        Arrays.fill(flat, 255);

        Picture scaled = new Sizing.Scaled(side).apply(gray(11, 16, flat));

        assertTrue(Arrays.stream(levels(scaled)).allMatch(level -> level == 255));
    }

    @Test
    void shouldCutTheMiddleOfAWidePicture() {
        Picture middle = new Sizing.Scaled(1).apply(gray(1, 3, 9, 77, 200));

        assertArrayEquals(new int[] {77}, levels(middle));
    }

    @Test
    void shouldWeighColoursAsTelevisionDoes() {
        Picture rgb =
                new Picture(
                        new ImageShape(3, 1, 3),
                        new byte[] {(byte) 255, 0, 0, 0, (byte) 255, 0, 0, 0, (byte) 255});

        assertArrayEquals(new int[] {76, 150, 29}, levels(Colour.GRAY.apply(rgb)));
    }

    @Test
    void shouldComeBackToTheSameGray() {
        Picture gray = gray(1, 3, 0, 101, 255);

        assertArrayEquals(levels(gray), levels(Colour.GRAY.apply(Colour.RGB.apply(gray))));
        assertSame(gray, Colour.AS_IS.apply(gray));
    }

    @Test
    void shouldFitAnySource() {
        ImageSource digits = new DrawnDigits(0, 10);
        ImageOptions wanted = ImageOptions.asIs().sized(new Sizing.Padded(32)).coloured(Colour.RGB);

        ImageSource fitted = ImageData.fitted(digits, wanted);

        float[] before = new float[28 * 28];
        float[] after = new float[3 * 32 * 32];
        digits.read(3, before, 0);
        fitted.read(3, after, 0);
        assertEquals(new ImageShape(3, 32, 32), fitted.shape());
        assertEquals(3, fitted.label(3));
        assertEquals(before[14 * 28 + 13], after[(32 + 16) * 32 + 15]);
    }

    @Test
    void shouldGiveEverySizingASide() {
        assertEquals(3, Sizing.class.getPermittedSubclasses().length);
        Stream.of(0, -1, 1 << 20)
                .forEach(
                        side -> {
                            assertThrows(
                                    IllegalArgumentException.class, () -> new Sizing.Scaled(side));
                            assertThrows(
                                    IllegalArgumentException.class, () -> new Sizing.Padded(side));
                        });
    }

    /** The middle row of a tall picture, the middle column of a wide one. */
    @Test
    void shouldCropToTheMiddle() {
        assertArrayEquals(new int[] {20}, levels(new Sizing.Scaled(1).apply(gray(3, 1, 1, 20, 3))));
        assertArrayEquals(new int[] {20}, levels(new Sizing.Scaled(1).apply(gray(1, 3, 1, 20, 3))));
    }
}
