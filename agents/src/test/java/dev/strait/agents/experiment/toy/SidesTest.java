package dev.strait.agents.experiment.toy;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.strait.core.tensor.EachDevice;
import dev.strait.core.tensor.Seeds;
import dev.strait.core.tensor.TensorEngine;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SidesTest {

    private static final int MANY = 20_000;

    /** Points of one side, (MANY · F) row by row. */
    private static float[] points(Sides sides, boolean real, Device device) {
        try (NDManager manager = TensorEngine.newManager(device)) {
            var noise = new Seeds(2).noise("data");
            var drawn = real ? sides.real(manager, noise, MANY) : sides.fake(manager, noise, MANY);
            assertEquals(new Shape(MANY, sides.dimension()), drawn.getShape());
            return drawn.toFloatArray();
        }
    }

    private static SummaryStatistics coordinate(float[] points, int dimension, int which) {
        SummaryStatistics statistics = new SummaryStatistics();
        for (int i = which; i < points.length; i += dimension) {
            statistics.addValue(points[i]);
        }
        return statistics;
    }

    /** Within five standard errors of their means and deviations. */
    @EachDevice
    void shouldPutTheRealGaussianToTheRight(Device device) {
        Sides sides = new Sides.Gaussians(3, 4, 0.5);
        for (boolean real : new boolean[] {true, false}) {
            float[] points = points(sides, real, device);
            for (int which = 0; which < 3; which++) {
                SummaryStatistics met = coordinate(points, 3, which);
                double centre = which > 0 ? 0 : real ? 2 : -2;
                assertEquals(centre, met.getMean(), 5 * 0.5 / Math.sqrt(MANY));
                assertEquals(0.5, met.getStandardDeviation(), 5 * 0.5 / Math.sqrt(2.0 * MANY));
            }
        }
    }

    /** Uniform along the line: mean ½, deviation √(1/12), and nothing beyond [0, 1]. */
    @EachDevice
    void shouldDrawLinesWithoutWidthAtTheirGap(Device device) {
        Sides lines = new Sides.Lines(-0.25);
        for (boolean real : new boolean[] {true, false}) {
            float[] points = points(lines, real, device);
            SummaryStatistics across = coordinate(points, 2, 0);
            SummaryStatistics along = coordinate(points, 2, 1);
            double at = real ? 0 : -0.25;
            assertEquals(at, across.getMin());
            assertEquals(at, across.getMax());
            assertTrue(along.getMin() >= 0 && along.getMax() <= 1, along.toString());
            assertEquals(0.5, along.getMean(), 5 * Math.sqrt(1.0 / 12 / MANY));
            assertEquals(Math.sqrt(1.0 / 12), along.getStandardDeviation(), 0.01);
        }
    }

    @Test
    void shouldBeOneSideWithoutADistance() {
        Sides one = new Sides.Gaussians(2, 0, 1);
        assertArrayEquals(points(one, true, Device.cpu()), points(one, false, Device.cpu()));
    }

    @ParameterizedTest
    @CsvSource({"0, 1, 1", "1, -1, 1", "1, NaN, 1", "1, 1, 0", "1, 1, NaN"})
    void shouldRefuseGaussiansThatAreNone(int dimension, double distance, double std) {
        assertThrows(
                IllegalArgumentException.class,
                () -> new Sides.Gaussians(dimension, distance, std));
    }
}
