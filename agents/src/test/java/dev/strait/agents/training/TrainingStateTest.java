package dev.strait.agents.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class TrainingStateTest {

    private final TrainingState state = new TrainingState();

    private static void assertRefused(String complaint, Executable action) {
        Exception refused = assertThrows(IllegalArgumentException.class, action);
        assertTrue(refused.getMessage().contains(complaint), refused.getMessage());
    }

    @Test
    void shouldGiveBackWhatWasPut() {
        state.put("floats", 1.5f, Float.NaN);
        state.put("doubles", Math.PI, Double.NEGATIVE_INFINITY);
        state.put("longs", Long.MIN_VALUE, 7);
        state.put("flags", true, false);
        state.put("one", 5);
        assertArrayEquals(new float[] {1.5f, Float.NaN}, state.floats("floats", 2));
        assertArrayEquals(
                new double[] {Math.PI, Double.NEGATIVE_INFINITY}, state.doubles("doubles"));
        assertArrayEquals(new long[] {Long.MIN_VALUE, 7}, state.longs("longs"));
        assertArrayEquals(new boolean[] {true, false}, state.booleans("flags"));
        assertEquals(5, state.number("one"));
        assertTrue(state.has("one") && !state.has("two"));
    }

    @Test
    void shouldCopyWhatIsPut() {
        double[] live = {1, 2};
        state.put("live", live);
        live[0] = 9;
        assertArrayEquals(new double[] {1, 2}, state.doubles("live"));
    }

    @Test
    void shouldRefuseWhatDoesNotFit() {
        state.put("pair", 1.0, 2.0);
        assertRefused("has no 'other'", () -> state.doubles("other"));
        assertRefused(
                "'pair' has 2 numbers in the checkpoint, but 3", () -> state.doubles("pair", 3));
        assertRefused("not F32", () -> state.floats("pair", 2));
        assertRefused("two parts of a training are called 'pair'", () -> state.put("pair", 1L));
    }
}
