package dev.strait.demos.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HeldRateTest {

    private static HeldRate of(double limit, double... rates) {
        double[] limits = new double[rates.length];
        Arrays.fill(limits, limit);
        return HeldRate.of(
                new MetricsTable(
                        Map.of(MetricNames.RATE, rates, MetricNames.INFORMATION_LIMIT, limits)));
    }

    /** While β finds its place anything may pass. */
    @Test
    void shouldCountTheLastHalfAlone() {
        HeldRate rate = of(0.5, 40, 9, 0.52, 0.56);
        assertEquals(0.54, rate.mean(), 1e-12);
        assertTrue(rate.kept());
        assertEquals(
                "The bottleneck's constraint holds: 0.5400 nats passed in the last half, I_c is"
                        + " 0.5000 (a tenth above it counts as held)",
                rate.sentence());
    }

    @Test
    void shouldSayWhereTooMuchPassed() {
        HeldRate rate = of(0.5, 0.1, 0.1, 0.6, 0.6);
        assertFalse(rate.kept());
        assertTrue(rate.sentence().contains("does not hold: 0.6000 nats"), rate.sentence());
    }

    /** A limit a place is another than one of the whole code. */
    @Test
    void shouldSayWhereTheLimitIsOfAPlace() {
        assertEquals(
                "The bottleneck's constraint holds: 0.09000 nats a place passed in the last half,"
                        + " I_c is 0.1000 a place (a tenth above it counts as held)",
                new HeldRate(0.09, 0.1, true).sentence());
    }

    @Test
    void shouldKnowNoRateWithoutABottleneck() {
        HeldRate rate = HeldRate.of(new MetricsTable(Map.of()));
        assertTrue(Double.isNaN(rate.mean()));
        assertFalse(rate.kept());
    }
}
