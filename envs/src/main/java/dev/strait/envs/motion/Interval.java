package dev.strait.envs.motion;

import java.util.Arrays;

/** Where a time lies among ascending ones. */
final class Interval {

    private Interval() {}

    /**
     * The index i of the interval [times[i], times[i + 1]] that holds a time.
     *
     * @param times (N), at least 2
     * @param time beyond the ends, the first or the last interval is given
     */
    static int of(double[] times, double time) {
        int found = Arrays.binarySearch(times, time);
        int before = found >= 0 ? found : -found - 2;
        return Math.min(times.length - 2, Math.max(0, before));
    }
}
