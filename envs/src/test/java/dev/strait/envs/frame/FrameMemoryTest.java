package dev.strait.envs.frame;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.strait.envs.StateFrames;
import org.junit.jupiter.api.Test;

class FrameMemoryTest {

    private int drawn;

    /** Pictures that say which of 20,000 states they are of. */
    private final StateFrames numbered =
            (observations, offset, features, to) -> {
                drawn++;
                for (int i = 0; i < StateFrames.SIDE * StateFrames.SIDE; i++) {
                    features[to + i] = (observations[offset] * 31 + i) % 997 / 997;
                }
            };

    private final FrameMemory memory = new FrameMemory(numbered, 2);

    private double[] seen(double state) {
        double[] picture = new double[memory.size() + 1];
        memory.write(new double[] {-1, state, 8}, 1, picture, 1);
        return picture;
    }

    @Test
    void shouldShowWhatIsDrawnToHalfALevel() {
        double[] picture = new double[memory.size() + 1];
        numbered.write(new double[] {4}, 0, picture, 1);
        assertArrayEquals(picture, seen(4), 0.5 / 255 + 1e-7);
    }

    @Test
    void shouldShowTheSameInSinglePrecision() {
        double[] picture = seen(12);
        float[] row = new float[memory.size() + 2];
        memory.write(new double[] {12, 8}, 0, row, 2);
        for (int i = 0; i < memory.size(); i++) {
            assertEquals(picture[i + 1], row[i + 2]);
        }
    }

    @Test
    void shouldDrawAStateOnce() {
        for (int i = 0; i < 5; i++) {
            seen(1);
            seen(2);
        }
        assertEquals(2, drawn);
    }

    /** All of an observation counts, not what is before or behind it. */
    @Test
    void shouldTellObservationsApart() {
        float[] row = new float[memory.size()];
        memory.write(new double[] {1, 8, 3}, 0, row, 0);
        memory.write(new double[] {1, 8, 4}, 0, row, 0);
        assertEquals(1, drawn);
        memory.write(new double[] {1, 9, 3}, 0, row, 0);
        assertEquals(2, drawn);
    }

    /** What is kept changes no picture: an old one is drawn again as it was. */
    @Test
    void shouldForgetWhatNobodyAsksFor() {
        double[] first = seen(0);
        for (int state = 1; state < 9000; state++) {
            seen(state);
            seen(1);
        }
        assertEquals(9000, drawn);
        assertArrayEquals(first, seen(0));
        assertEquals(9001, drawn);
        seen(1);
        assertEquals(9001, drawn, "it was asked for all the time");
    }

    @Test
    void shouldRefuseObservationsOfNothing() {
        assertThrows(IllegalArgumentException.class, () -> new FrameMemory(numbered, 0));
    }

    /** Two rounds of 4,096 steps fit. */
    @Test
    void shouldKeepTwoRounds() {
        for (int time = 0; time < 2; time++) {
            for (int state = 0; state < 8192; state++) {
                seen(state);
            }
        }
        assertEquals(8192, drawn);
    }
}
