package dev.strait.demos.benchmark;

import java.util.Arrays;

/** Times a piece of work. */
final class Stopwatch {

    private static final int RUNS = 5;

    private Stopwatch() {}

    /**
     * Warms up for a third of the time, then takes the median of five runs.
     *
     * @param seconds the whole measurement takes, warm-up included
     * @return seconds of one call
     */
    static double median(double seconds, Runnable work) {
        mean(seconds / 3, work);
        double[] runs = new double[RUNS];
        Arrays.setAll(runs, i -> mean(seconds * 2 / 3 / RUNS, work));
        Arrays.sort(runs);
        return runs[RUNS / 2];
    }

    /** Calls at least once and for about so long. */
    private static double mean(double seconds, Runnable work) {
        long start = System.nanoTime();
        long calls = 0;
        long now = start;
        while (calls == 0 || now - start < seconds * 1e9) {
            work.run();
            calls++;
            now = System.nanoTime();
        }
        return (now - start) * 1e-9 / calls;
    }
}
