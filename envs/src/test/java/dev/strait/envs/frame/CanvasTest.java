package dev.strait.envs.frame;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CanvasTest {

    private static final int SIDE = 64;

    /** A pixel is 1/32 m; the origin is in the middle of the picture. */
    private static final double PIXEL = 1.0 / 32;

    private final Canvas canvas = new Canvas(SIDE, 2, -1, -1);
    private final double[] picture = new double[SIDE * SIDE];

    private double[] capsule(double radius, double x, double y, double toX, double toY) {
        double[] pixels = new double[SIDE * SIDE];
        canvas.on(pixels, 0).capsule(1, radius, x, y, toX, toY);
        return pixels;
    }

    /** 2rl + πr², whatever way it lies; a linear edge is exact but for the round ends. */
    @ParameterizedTest
    @ValueSource(doubles = {0, 0.3, 0.785398, 1.2, 1.570796, 2.5, 4})
    void shouldCoverAsMuchAsACapsuleDoes(double angle) {
        double radius = 0.1;
        double length = 0.8;
        double x = 0.013;
        double y = -0.021;
        double[] pixels =
                capsule(
                        radius,
                        x - length / 2 * Math.cos(angle),
                        y - length / 2 * Math.sin(angle),
                        x + length / 2 * Math.cos(angle),
                        y + length / 2 * Math.sin(angle));

        double area = Arrays.stream(pixels).sum() * PIXEL * PIXEL;
        double expected = 2 * radius * length + Math.PI * radius * radius;
        assertEquals(expected, area, 0.005 * expected);
    }

    @Test
    void shouldCoverADiscWhereASegmentHasNoLength() {
        double area = Arrays.stream(capsule(0.2, 0.1, 0.1, 0.1, 0.1)).sum() * PIXEL * PIXEL;
        assertEquals(Math.PI * 0.04, area, 0.005 * Math.PI * 0.04);
    }

    /** By the definition, pixel by pixel, also where most of it is outside of the picture. */
    @Test
    void shouldCoverEveryPixelByItsDistance() {
        SplittableRandom random = new SplittableRandom(5);
        for (int i = 0; i < 200; i++) {
            double x = random.nextDouble(-1.4, 1.4);
            double y = random.nextDouble(-1.4, 1.4);
            double toX = i % 10 == 0 ? x : random.nextDouble(-1.4, 1.4);
            double toY = i % 10 == 1 ? y : random.nextDouble(-1.4, 1.4);
            double radius = random.nextDouble(0.005, 0.3);
            double[] expected = new double[SIDE * SIDE];
            for (int at = 0; at < expected.length; at++) {
                double px = (at % SIDE + 0.5) * PIXEL - 1;
                double py = 1 - (at / SIDE + 0.5) * PIXEL;
                double distance = distance(px, py, x, y, toX, toY);
                expected[at] = Math.max(0, Math.min(1, (radius - distance) / PIXEL + 0.5));
            }
            assertArrayEquals(expected, capsule(radius, x, y, toX, toY), 1e-9, "capsule " + i);
        }
    }

    private static double distance(
            double px, double py, double x, double y, double toX, double toY) {
        double square = Math.pow(toX - x, 2) + Math.pow(toY - y, 2);
        double along = (px - x) * (toX - x) + (py - y) * (toY - y);
        double share = square == 0 ? 0 : Math.max(0, Math.min(1, along / square));
        return Math.hypot(px - x - share * (toX - x), py - y - share * (toY - y));
    }

    @Test
    void shouldMirrorWhatIsMirrored() {
        double[] one = capsule(0.07, 0.11, 0.3, -0.42, -0.55);
        double[] other = capsule(0.07, -0.11, 0.3, 0.42, -0.55);
        double[] mirrored = new double[one.length];
        for (int at = 0; at < one.length; at++) {
            mirrored[at] = other[at / SIDE * SIDE + SIDE - 1 - at % SIDE];
        }
        assertArrayEquals(one, mirrored, 1e-12);
    }

    /** Up in metres is up in the picture: towards lower rows. */
    @Test
    void shouldMoveByWholePixels() {
        double[] one = capsule(0.07, 0.11, 0.3, -0.32, -0.25);
        double[] other =
                capsule(
                        0.07,
                        0.11 + 3 * PIXEL,
                        0.3 + 5 * PIXEL,
                        -0.32 + 3 * PIXEL,
                        -0.25 + 5 * PIXEL);
        for (int row = 0; row < SIDE - 5; row++) {
            for (int column = 3; column < SIDE; column++) {
                assertEquals(one[(row + 5) * SIDE + column - 3], other[row * SIDE + column], 1e-12);
            }
        }
    }

    @Test
    void shouldNotCareWhichEndComesFirst() {
        assertArrayEquals(
                capsule(0.05, 0.2, 0.7, -0.3, 0.1), capsule(0.05, -0.3, 0.1, 0.2, 0.7), 1e-12);
    }

    /** The edge of the ground at a quarter of row 40: row 40 is covered by three quarters. */
    @Test
    void shouldLayGroundBelowAHeight() {
        canvas.on(picture, 0).ground(1 - 40.25 * PIXEL, 0.5);
        for (int column = 0; column < SIDE; column++) {
            assertEquals(0, picture[39 * SIDE + column]);
            assertEquals(0.375, picture[40 * SIDE + column], 1e-12);
            assertEquals(0.5, picture[41 * SIDE + column], 1e-12);
        }
        canvas.on(picture, 0).ground(5, 0.5);
        assertEquals(0.5, picture[0]);
        canvas.on(picture, 0).ground(-5, 0.5);
        assertEquals(0, Arrays.stream(picture).sum());
    }

    /** Half a pixel to the left of column 32 and two and a half wide, down to the lower edge. */
    @Test
    void shouldStandABarOnTheLowerEdge() {
        canvas.on(picture, 0).smearedBar(0.8, -0.5 * PIXEL, 2.5 * PIXEL, 1 - 60 * PIXEL, 0);
        assertEquals(0, picture[59 * SIDE + 33]);
        for (int row = 60; row < SIDE; row++) {
            assertEquals(0, picture[row * SIDE + 30]);
            assertEquals(0.4, picture[row * SIDE + 31], 1e-12);
            assertEquals(0.8, picture[row * SIDE + 33], 1e-12);
            assertEquals(0, picture[row * SIDE + 34], 1e-12);
        }
    }

    /** Two pixels that move by four: a trapezium of as much light, highest in its middle. */
    @Test
    void shouldSmearABar() {
        canvas.on(picture, 0).smearedBar(1, 0, 2 * PIXEL, -1 + PIXEL, 4 * PIXEL);
        int last = (SIDE - 1) * SIDE;
        double[] expected = {0.125, 0.375, 0.5, 0.5, 0.375, 0.125};
        assertArrayEquals(expected, Arrays.copyOfRange(picture, last + 32, last + 38), 1e-12);
        assertEquals(2, Arrays.stream(picture).sum(), 1e-12);
    }

    @Test
    void shouldCoverWhatWasThereBefore() {
        canvas.on(picture, 0).capsule(0.4, 0.3, 0, 0, 0, 0).capsule(0.9, 0.1, 0, 0, 0, 0);
        assertEquals(0.9, picture[32 * SIDE + 32], 1e-12);
        assertEquals(0.4, picture[32 * SIDE + 38], 1e-12);
        canvas.on(picture, 0);
        assertEquals(0, Arrays.stream(picture).sum(), "a new picture is black");
    }

    @Test
    void shouldDrawAtAnOffsetAndNowhereElse() {
        double[] two = new double[2 * SIDE * SIDE + 1];
        Arrays.fill(two, 7);
        canvas.on(two, SIDE * SIDE).capsule(1, 0.2, -2, 0, 2, 0);
        assertEquals(7, two[SIDE * SIDE - 1]);
        assertEquals(7, two[2 * SIDE * SIDE]);
        assertArrayEquals(
                capsule(0.2, -2, 0, 2, 0), Arrays.copyOfRange(two, SIDE * SIDE, 2 * SIDE * SIDE));
    }

    @Test
    void shouldRefusePicturesOfNothing() {
        assertThrows(IllegalArgumentException.class, () -> new Canvas(0, 1, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> new Canvas(4, Double.NaN, 0, 0));
    }
}
