package dev.strait.envs.mimic;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A fall, to the last digit, by a clip that stays up, one that lies down and one that flips. */
class PlanarFallTest {

    @ParameterizedTest
    @CsvSource({
        "0.9, 0, false, false, false",
        "0.5, 1.2, false, false, false",
        "0.499, 0, true, false, false",
        "0.9, 1.201, true, false, false",
        "0.9, -1.2, false, false, false",
        "0.9, -1.201, true, false, false",
        "0.25, 0, true, false, false",
        "0.249, 0, true, true, false",
        "0.249, 3, true, true, false"
    })
    void shouldCountWhatTheClipDoesNotDoItself(
            double height, double pitch, boolean upright, boolean clear, boolean lying) {
        assertEquals(upright, new PlanarFall(true, true).of(height, pitch));
        assertEquals(clear, new PlanarFall(false, true).of(height, pitch));
        assertEquals(lying, new PlanarFall(false, false).of(height, pitch));
    }
}
