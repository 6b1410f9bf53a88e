package dev.strait.envs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class SteppingBenchmarkTest {

    @Test
    void shouldMeasureForAboutTheTimeAskedFor() {
        long start = System.nanoTime();
        SteppingBenchmark.Result result = SteppingBenchmark.run("Pendulum-v1", 16, 0.3);
        assertTrue((System.nanoTime() - start) * 1e-9 >= 0.3);
        assertEquals("Pendulum-v1", result.id());
        assertEquals(16, result.worlds());
        assertEquals(1, result.threads());
        // Gymnasium's own rate on one world: any slower, and something is wrong.
        assertTrue(result.stepsPerSecond() > 57_000, result.toString());
    }

    @Test
    void shouldRefuseATimeThatIsNotPositive() {
        assertThrows(
                IllegalArgumentException.class,
                () -> SteppingBenchmark.run("Pendulum-v1", 1, Double.NaN));
    }

    /** No more threads step than there are worlds. */
    @Test
    void shouldTellHowManyThreadsStepped() {
        assertEquals(2, SteppingBenchmark.run("InvertedPendulum-v4", 2, 8, 0.01).threads());
        assertEquals(1, SteppingBenchmark.run("Pendulum-v1", 2, 8, 0.01).threads());
    }
}
