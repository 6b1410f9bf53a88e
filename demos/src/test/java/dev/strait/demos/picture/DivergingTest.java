package dev.strait.demos.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DivergingTest {

    /** Half-way between d55e00 and f7f7f5 is e6ab7b, by hand: (213 + 247)/2 = 230. */
    @ParameterizedTest
    @CsvSource({
        "0, d55e00",
        "0.25, e6ab7b",
        "0.5, f7f7f5",
        "1, 0072b2",
        "-3, d55e00",
        "7, 0072b2",
    })
    void shouldGoFromOrangeOverWhiteToBlue(double share, String colour) {
        assertEquals(colour, "%06x".formatted(Diverging.colour(share)));
    }

    /** A higher share is never redder, nor less blue below the middle. */
    @Test
    void shouldNotTurnBackOnItsWay() {
        int before = Diverging.colour(0.5);
        for (double share = 0.5; share <= 1; share += 0.01) {
            int colour = Diverging.colour(share);
            assertTrue(red(colour) <= red(before), "at " + share);
            before = colour;
        }
    }

    private static int red(int colour) {
        return colour >> 16;
    }
}
