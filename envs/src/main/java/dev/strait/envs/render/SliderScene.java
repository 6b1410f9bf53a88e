package dev.strait.envs.render;

import dev.strait.envs.Box;
import dev.strait.envs.World;

/**
 * A slider for each observed number, from its lower to its upper bound (an unbounded one through
 * tanh). There is no lettering, because a machine without a display may lack fonts.
 */
final class SliderScene implements Scene {

    private static final int ROW = 40;
    private static final int MARGIN = 40;
    private static final int MAX_ROWS = 11;

    private final int rows;

    SliderScene(int observed) {
        rows = Math.min(observed, MAX_ROWS);
    }

    @Override
    public int width() {
        return 400;
    }

    @Override
    public int height() {
        return 2 * MARGIN + ROW * (rows - 1);
    }

    @Override
    public void paint(Brush brush, World world) {
        Box space = world.observationSpace();
        double[] observation = new double[space.size()];
        world.observe(observation, 0);
        double length = width() - 2.0 * MARGIN;
        for (int i = 0; i < rows; i++) {
            double y = MARGIN + ROW * i;
            double knob = MARGIN + length * fraction(observation[i], space.low(i), space.high(i));
            brush.line(Brush.STEEL, 4, MARGIN, y, width() - MARGIN, y);
            brush.disc(Brush.IRIS, 10, knob, y);
        }
    }

    private static double fraction(double value, double low, double high) {
        if (Double.isInfinite(low) || Double.isInfinite(high)) {
            return 0.5 + 0.5 * Math.tanh(value);
        }
        return high > low ? (value - low) / (high - low) : 0.5;
    }
}
