package dev.strait.envs.classic;

import dev.strait.envs.Box;

/** Gymnasium's observations and their bounds are float32; states are not, but in one world. */
final class Rounding {

    private Rounding() {}

    /** The nearest float32. */
    static double toFloat(double value) {
        return (float) value;
    }

    /** A box between −bounds and bounds, rounded as the observations are. */
    static Box symmetricBox(double... bounds) {
        double[] low = new double[bounds.length];
        double[] high = new double[bounds.length];
        for (int i = 0; i < bounds.length; i++) {
            high[i] = toFloat(bounds[i]);
            low[i] = -high[i];
        }
        return Box.of(low, high);
    }

    /** {@code value} held to {@code [low, high]}. */
    static double clip(double value, double low, double high) {
        return Math.min(Math.max(value, low), high);
    }
}
