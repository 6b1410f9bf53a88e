package dev.strait.demos.picture;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.strait.demos.run.MetricsTable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SpreadCurveTest {

    private static final double NAN = Double.NaN;

    private static MetricsTable run(double[] x, double... y) {
        return new MetricsTable(Map.of("x", x, "y", y));
    }

    private static double[] x(double... values) {
        return values;
    }

    private static Optional<Series> curve(MetricsTable... runs) {
        return SpreadCurve.of("some", List.of(runs), "x", "y");
    }

    @Test
    void shouldDrawMeanAndDeviationAtEveryPoint() {
        Series line = curve(run(x(0, 1), 1, 5), run(x(0, 1), 3, 5)).orElseThrow();
        assertEquals("some", line.label());
        assertArrayEquals(new double[] {0, 1}, line.x());
        assertArrayEquals(new double[] {2, 5}, line.y());
        assertArrayEquals(new double[] {1, 0}, line.spread());
    }

    /** One is looked at at 0 and 2, the other at 1 as well: half-way the first is at 2. */
    @Test
    void shouldGoStraightBetweenThePointsOfARun() {
        Series line = curve(run(x(0, 2), 0, 4), run(x(0, 1, 2), 0, 6, 4)).orElseThrow();
        assertArrayEquals(new double[] {0, 1, 2}, line.x());
        assertArrayEquals(new double[] {0, 4, 4}, line.y());
        assertArrayEquals(new double[] {0, 2, 0}, line.spread());
    }

    @Test
    void shouldReachAsFarAsEveryRunDoes() {
        Series line = curve(run(x(1, 2, 3), 1, 2, 3), run(x(0, 1, 2), 0, 1, 2)).orElseThrow();
        assertArrayEquals(new double[] {1, 2}, line.x());
    }

    @Test
    void shouldLeaveOutRoundsThatWereNotLookedAt() {
        Series line = curve(run(x(0, 1, 2), 7, NAN, 9)).orElseThrow();
        assertArrayEquals(new double[] {0, 2}, line.x());
        assertArrayEquals(new double[] {7, 9}, line.y());
    }

    /** Cloning steps no world. */
    @Test
    void shouldKeepTheLastOfSeveralAtOnePlace() {
        Series line = curve(run(x(0, 0, 0), 1, 2, 3)).orElseThrow();
        assertArrayEquals(new double[] {0}, line.x());
        assertArrayEquals(new double[] {3}, line.y());
    }

    @Test
    void shouldDrawNothingWithoutPointsOrWithoutACommonStretch() {
        assertTrue(curve().isEmpty());
        assertTrue(curve(run(x(0, 1), NAN, NAN)).isEmpty());
        assertTrue(curve(new MetricsTable(Map.of())).isEmpty());
        assertTrue(curve(run(x(0, 1), 0, 0), run(x(2, 3), 0, 0)).isEmpty());
    }
}
