package dev.strait.envs.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class DrawnDigitsTest {

    private static final int SIDE = 28;
    private static final int CELLS = SIDE * SIDE;

    private static float[] picture(ImageSource source, int index) {
        float[] numbers = new float[CELLS];
        source.read(index, numbers, 0);
        return numbers;
    }

    @Test
    void shouldDrawTheSameForASeedAndAPositionInWhateverOrder() {
        ImageSource forwards = new DrawnDigits(3, 20);
        ImageSource backwards = new DrawnDigits(3, 500);
        float[][] drawn = new float[20][];
        for (int i = 19; i >= 0; i--) {
            drawn[i] = picture(backwards, i);
        }
        for (int i = 0; i < 20; i++) {
            assertArrayEquals(drawn[i], picture(forwards, i));
            assertArrayEquals(drawn[i], picture(backwards, i), "kept");
        }
    }

    @Test
    void shouldDrawNoTwoAlike() {
        ImageSource one = new DrawnDigits(0, 200);
        ImageSource other = new DrawnDigits(1, 200);
        for (int i = 0; i < 100; i++) {
            assertEquals(i % 10, one.label(i));
            assertFalse(Arrays.equals(picture(one, i), picture(one, i + 10)));
            assertFalse(Arrays.equals(picture(one, i), picture(other, i)));
        }
    }

    /** MNIST's mean is 0.13; its digits are about 20 pixels high and touch no edge. */
    @Test
    void shouldLieInThePictureAsMnistDoes() {
        ImageSource digits = new DrawnDigits(7, 500);
        double mean = 0;
        for (int i = 0; i < 500; i++) {
            float[] picture = picture(digits, i);
            float brightest = -1;
            for (int cell = 0; cell < CELLS; cell++) {
                boolean edge = cell % SIDE == 0 || cell % SIDE == SIDE - 1;
                edge |= cell < SIDE || cell >= CELLS - SIDE;
                assertTrue(!edge || picture[cell] == -1, "a digit at the edge");
                brightest = Math.max(brightest, picture[cell]);
                mean += (picture[cell] + 1.0) / 2 / CELLS / 500;
            }
            assertTrue(brightest > 0.5, brightest + "");
        }
        assertTrue(mean > 0.08 && mean < 0.18, mean + "");
    }

    /** 60 % of new digits lie nearest to the mean of their own class: far above one in ten. */
    @Test
    void shouldTellTheClassesApart() {
        ImageSource seen = new DrawnDigits(0, 500);
        ImageSource fresh = new DrawnDigits(1, 300);
        float[][] means = new float[10][CELLS];
        for (int i = 0; i < 500; i++) {
            float[] picture = picture(seen, i);
            for (int cell = 0; cell < CELLS; cell++) {
                means[seen.label(i)][cell] += picture[cell] / 50;
            }
        }
        int right = 0;
        for (int i = 0; i < 300; i++) {
            right += nearest(means, picture(fresh, i)) == fresh.label(i) ? 1 : 0;
        }
        assertTrue(right > 180, right + " of 300");
    }

    private static int nearest(float[][] means, float[] picture) {
        int nearest = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int digit = 0; digit < means.length; digit++) {
            double distance = 0;
            for (int cell = 0; cell < CELLS; cell++) {
                double gap = picture[cell] - means[digit][cell];
                distance += gap * gap;
            }
            if (distance < least) {
                least = distance;
                nearest = digit;
            }
        }
        return nearest;
    }
}
