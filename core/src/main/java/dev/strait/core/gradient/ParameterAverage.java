package dev.strait.core.gradient;

import static dev.strait.core.Require.require;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Block;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * θ̄, an average of a learner's parameters over its steps: to be drawn from (a generator's EMA), to
 * be evaluated, or to be {@linkplain Learner#pullTowards pulled towards}. A twin, another Block of
 * the same structure, runs with θ̄: its parameters are views of the average.
 */
public final class ParameterAverage implements AutoCloseable {

    private final Learner learner;
    private final Averaging averaging;
    private final NDArray average;
    private final List<NDArray> statistics;
    private final Runnable release;
    private long updates;

    private ParameterAverage(
            Learner learner,
            Averaging averaging,
            NDArray average,
            List<NDArray> statistics,
            Runnable release) {
        this.learner = learner;
        this.averaging = averaging;
        this.average = average;
        this.statistics = statistics;
        this.release = release;
        InPlace.assign(average, learner.parameters());
        copyStatistics();
    }

    /** An average that no network runs with; it starts at the learner's parameters. */
    public static ParameterAverage of(Learner learner, Averaging averaging) {
        NDManager manager = learner.parameters().getManager().newSubManager();
        NDArray average = manager.zeros(learner.parameters().getShape());
        return new ParameterAverage(learner, averaging, average, List.of(), manager::close);
    }

    /**
     * An average that twins of the learner's blocks run with, in the same order. What the blocks
     * keep without training it, such as running statistics, is copied to the twins.
     *
     * @throws IllegalArgumentException where a twin has other parameters than its block, or other
     *     statistics
     */
    public static ParameterAverage of(Learner learner, Averaging averaging, Block... twins) {
        FlatParameters flat = new FlatParameters(twins);
        require(
                flat.layout().equals(learner.layout()),
                "the twins have %s, but the learner's blocks %s",
                flat.layout(),
                learner.layout());
        require(
                flat.buffers().keySet().equals(learner.buffers().keySet()),
                "the twins keep %s, but the learner's blocks %s",
                flat.buffers().keySet(),
                learner.buffers().keySet());
        List<NDArray> statistics = List.copyOf(flat.buffers().values());
        return new ParameterAverage(learner, averaging, flat.vector(), statistics, flat::close);
    }

    /** Takes in the learner's parameters, after its step. */
    public void update() {
        updates++;
        InPlace.mix(average, learner.parameters(), averaging.weight(updates));
        copyStatistics();
    }

    private void copyStatistics() {
        Iterator<NDArray> sources = learner.buffers().values().iterator();
        for (NDArray statistic : statistics) {
            InPlace.assign(statistic, sources.next());
        }
    }

    /** (P) θ̄; it moves with every {@link #update}. */
    public NDArray parameters() {
        return average;
    }

    /** Updates so far. */
    public long updates() {
        return updates;
    }

    /** What {@link #restore} needs beside {@link #updates}. */
    public Map<String, NDArray> state() {
        return Map.of("average", average);
    }

    /** Goes on from a saved state; restore the learner before it. */
    public void restore(Map<String, NDArray> state, long savedUpdates) {
        NDArray saved = state.get("average");
        require(saved != null, "the saved state has no 'average', but %s", state.keySet());
        require(
                saved.getShape().equals(average.getShape()),
                "the average is %s, but the saved one %s",
                average.getShape(),
                saved.getShape());
        InPlace.assign(average, saved);
        updates = savedUpdates;
        copyStatistics();
    }

    @Override
    public void close() {
        release.run();
    }
}
