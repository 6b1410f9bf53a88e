package dev.strait.envs;

import static dev.strait.envs.Require.require;

import java.util.Arrays;

/**
 * Measures how many world steps a second a vector environment makes, new episodes included and the
 * drawing of actions left out: random actions are drawn beforehand and used in turn.
 */
public final class SteppingBenchmark {

    private static final int RUNS = 5;
    private static final int ACTION_BATCHES = 16;
    private static final int STEPS_BETWEEN_LOOKS = 64;

    private final VectorEnvironment worlds;
    private final double[][] actions;
    private final StepBatch out;
    private int turn;

    private SteppingBenchmark(VectorEnvironment worlds) {
        this.worlds = worlds;
        out = new StepBatch(worlds.count(), worlds.observationSpace().size());
        actions = new double[ACTION_BATCHES][];
        Pcg64 random = new Pcg64(0);
        Arrays.setAll(actions, i -> draw(random));
        worlds.reset(0, out.observations);
    }

    /**
     * A measured rate.
     *
     * @param id of the world
     * @param worlds N stepped together
     * @param threads that stepped them
     * @param stepsPerSecond steps of single worlds, the median of five timed runs
     */
    public record Result(String id, int worlds, int threads, double stepsPerSecond) {}

    /** As {@link #run(String, int, int, double)}, on one thread. */
    public static Result run(String id, int worlds, double seconds) {
        return run(id, worlds, 1, seconds);
    }

    /**
     * Warms up for a third of the time, then takes the median of five runs.
     *
     * @param id a registered world
     * @param worlds N, at least 1
     * @param threads asked for; worlds that are not dear take one
     * @param seconds the whole measurement takes, warm-up included
     */
    public static Result run(String id, int worlds, int threads, double seconds) {
        require(seconds > 0, "seconds must be above 0, but was %s", seconds);
        try (VectorEnvironment environment = Environments.makeVector(id, worlds, threads)) {
            SteppingBenchmark benchmark = new SteppingBenchmark(environment);
            benchmark.rate(seconds / 3);
            double[] rates = new double[RUNS];
            Arrays.setAll(rates, i -> benchmark.rate(seconds * 2 / 3 / RUNS));
            Arrays.sort(rates);
            int used = environment.spec().dear() ? Math.min(threads, worlds) : 1;
            return new Result(id, worlds, used, rates[RUNS / 2]);
        }
    }

    private double[] draw(Pcg64 random) {
        Space space = worlds.actionSpace();
        double[] batch = new double[worlds.count() * space.size()];
        for (int row = 0; row < worlds.count(); row++) {
            space.sample(random, batch, row * space.size());
        }
        return batch;
    }

    private double rate(double seconds) {
        long start = System.nanoTime();
        long end = start + (long) (seconds * 1e9);
        long steps = 0;
        long now = start;
        while (now < end) {
            for (int i = 0; i < STEPS_BETWEEN_LOOKS; i++) {
                worlds.step(actions[turn++ % ACTION_BATCHES], out);
            }
            turn %= ACTION_BATCHES;
            steps += (long) STEPS_BETWEEN_LOOKS * worlds.count();
            now = System.nanoTime();
        }
        return steps / ((now - start) * 1e-9);
    }
}
