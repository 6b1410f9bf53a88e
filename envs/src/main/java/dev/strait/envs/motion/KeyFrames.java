package dev.strait.envs.motion;

/**
 * A periodic curve through key frames: cubic between them, with the slope of the line through a
 * key's neighbours (Catmull and Rom 1974).
 */
final class KeyFrames {

    private final double[] at;
    private final double[] values;

    /**
     * A curve of period 1.
     *
     * @param pairs share of the cycle in [0, 1), ascending, and value, one after the other
     */
    KeyFrames(double... pairs) {
        at = new double[pairs.length / 2];
        values = new double[at.length];
        for (int i = 0; i < at.length; i++) {
            at[i] = pairs[2 * i];
            values[i] = pairs[2 * i + 1];
        }
    }

    /** The value at a share of the cycle, whichever cycle. */
    double of(double share) {
        double within = share - Math.floor(share);
        int i = at.length - 1;
        while (i >= 0 && at[i] > within) {
            i--;
        }
        double length = time(i + 1) - time(i);
        double s = (within - time(i)) / length;
        double from = slope(i) * length;
        double to = slope(i + 1) * length;
        double way = value(i + 1) - value(i);
        return value(i) + s * (from + s * (3 * way - 2 * from - to + s * (from + to - 2 * way)));
    }

    private double slope(int i) {
        return (value(i + 1) - value(i - 1)) / (time(i + 1) - time(i - 1));
    }

    private double time(int i) {
        return at[Math.floorMod(i, at.length)] + Math.floorDiv(i, at.length);
    }

    private double value(int i) {
        return values[Math.floorMod(i, at.length)];
    }
}
