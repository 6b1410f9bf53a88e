package dev.strait.agents.gan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.strait.agents.training.TrainingState;
import dev.strait.core.bottleneck.BottleneckReport;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RateWatchTest {

    private static final String RATE = "bottleneck/late_rate";

    private static final String HELD = "bottleneck/late_held";

    private static void count(RateWatch watch, double limit, double... rates) {
        for (double rate : rates) {
            watch.count(new BottleneckReport(0.1, rate, rate, rate, limit, 0.5, 0.5, 1, 0));
        }
    }

    private static Map<String, Double> figures(RateWatch watch, long steps, long half) {
        Map<String, Double> figures = new HashMap<>();
        watch.figures(steps, half, figures);
        return figures;
    }

    /** Rounds of two steps, marked at their start; the discriminator's updates are unequal. */
    private static RateWatch watched() {
        RateWatch watch = new RateWatch();
        watch.mark(0);
        count(watch, 1, 10, 20);
        watch.mark(2);
        count(watch, 1, 2, 3, 4);
        watch.mark(4);
        count(watch, 1, 1);
        return watch;
    }

    @Test
    void shouldAverageOverTheUpdatesOfTheLastHalf() {
        // From the mark at 2 on: (2 + 3 + 4 + 1) / 4.
        assertEquals(2.5, figures(watched(), 6, 2).get(RATE), 1e-12);
        // A half that begins within a round waits for the next.
        assertEquals(1, figures(watched(), 6, 3).get(RATE), 1e-12);
        assertEquals(40.0 / 6, figures(watched(), 6, 0).get(RATE), 1e-12);
    }

    @Test
    void shouldSayNothingBeforeTheLastHalf() {
        for (long half : new long[] {4, 5}) {
            Map<String, Double> figures = figures(watched(), 4, half);
            assertTrue(Double.isNaN(figures.get(RATE)), "half " + half);
            assertTrue(Double.isNaN(figures.get(HELD)), "half " + half);
        }
    }

    @Test
    void shouldCountAsHeldWithinATenthOfTheLimit() {
        RateWatch watch = new RateWatch();
        watch.mark(0);
        count(watch, 1, 0.5, 1.69);
        assertEquals(1, figures(watch, 1, 0).get(HELD));
        count(watch, 1, 1.2);
        assertEquals(0, figures(watch, 1, 0).get(HELD));
    }

    @Test
    void shouldGoOnFromItsSavedState() {
        TrainingState state = new TrainingState();
        RateWatch watch = watched();
        watch.save(state);
        RateWatch resumed = new RateWatch();
        resumed.mark(1);
        resumed.restore(state);
        for (long half = 0; half <= 4; half++) {
            assertEquals(figures(watch, 6, half), figures(resumed, 6, half));
        }
        for (RateWatch each : new RateWatch[] {watch, resumed}) {
            each.mark(6);
            count(each, 1, 9);
        }
        assertEquals(figures(watch, 8, 4), figures(resumed, 8, 4));
        assertEquals(5, figures(resumed, 8, 4).get(RATE), 1e-12);
    }
}
