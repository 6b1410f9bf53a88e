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

    /**
     * Times a piece of work against another, turn by turn, so that a machine that is busy for a
     * while is so for both.
     *
     * @param seconds the whole measurement takes, warm-up included
     * @return seconds of one call, and how many calls of {@code reference} take as long
     */
    static Comparison against(Runnable reference, double seconds, Runnable work) {
        mean(seconds / 6, reference);
        mean(seconds / 6, work);
        double slice = seconds * 2 / 3 / RUNS / 2;
        double[] runs = new double[RUNS];
        double[] ratios = new double[RUNS];
        for (int i = 0; i < RUNS; i++) {
            double unit = mean(slice, reference);
            runs[i] = mean(slice, work);
            ratios[i] = runs[i] / unit;
        }
        Arrays.sort(runs);
        Arrays.sort(ratios);
        return new Comparison(runs[RUNS / 2], ratios[RUNS / 2]);
    }

    /**
     * Medians of five turns.
     *
     * @param seconds of one call
     * @param references calls of the reference that take as long
     */
    record Comparison(double seconds, double references) {}

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
