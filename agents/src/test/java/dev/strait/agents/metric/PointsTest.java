package dev.strait.agents.metric;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class PointsTest {

    @Test
    void shouldTakePointsByPosition() {
        Points points = Points.of(new double[][] {{1, 2}, {3, 4}, {5, 6}});

        assertEquals(3, points.count());
        assertArrayEquals(new float[] {5, 6, 1, 2}, points.at(new int[] {2, 0}).values());
    }

    @Test
    void shouldSayWhichPointIsNotFinite() {
        IllegalArgumentException refused =
                assertThrows(
                        IllegalArgumentException.class,
                        () -> Points.of(new double[][] {{1, 2}, {3, Double.NaN}}));
        assertEquals("point 1 is not finite: dimension 1 is NaN", refused.getMessage());
    }

    @Test
    void shouldRefuseRaggedAndEmptyPoints() {
        IllegalArgumentException ragged =
                assertThrows(
                        IllegalArgumentException.class,
                        () -> Points.of(new double[][] {{1, 2}, {3}}));
        assertEquals("point 0 has 2 dimensions, but point 1 has 1", ragged.getMessage());
        assertThrows(IllegalArgumentException.class, () -> Points.of(new double[0][]));
        assertThrows(IllegalArgumentException.class, () -> new Points(new float[3], 2));
        assertThrows(IllegalArgumentException.class, () -> new Points(new float[0], 2));
        assertThrows(IllegalArgumentException.class, () -> new Points(new float[2], 0));
    }
}
