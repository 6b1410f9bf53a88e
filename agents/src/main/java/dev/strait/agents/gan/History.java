package dev.strait.agents.gan;

import ai.djl.ndarray.NDManager;
import dev.strait.agents.training.TrainingState;
import dev.strait.core.gradient.Averaging;
import dev.strait.core.gradient.Learner;
import dev.strait.core.gradient.ParameterAverage;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Averages of both players' parameters over all steps, towards which they are pulled. */
final class History implements AutoCloseable {

    private final List<ParameterAverage> averages;

    private History(List<ParameterAverage> averages) {
        this.averages = averages;
    }

    /** Nothing is kept at a strength of 0. */
    static History of(double strength, Learner... players) {
        return strength == 0
                ? new History(List.of())
                : new History(Stream.of(players).map(player -> pulled(player, strength)).toList());
    }

    private static ParameterAverage pulled(Learner player, double strength) {
        ParameterAverage average = ParameterAverage.of(player, new Averaging.RunningMean());
        player.pullTowards(average.parameters(), strength);
        return average;
    }

    void update() {
        averages.forEach(ParameterAverage::update);
    }

    void save(TrainingState state) {
        for (int i = 0; i < averages.size(); i++) {
            save(state, "history" + i, averages.get(i));
        }
    }

    void restore(TrainingState state, NDManager manager) {
        for (int i = 0; i < averages.size(); i++) {
            restore(state, "history" + i, averages.get(i), manager);
        }
    }

    static void save(TrainingState state, String name, ParameterAverage average) {
        state.put(name + ".average", average.parameters().toFloatArray());
        state.put(name + ".updates", average.updates());
    }

    static void restore(
            TrainingState state, String name, ParameterAverage average, NDManager manager) {
        float[] saved = state.floats(name + ".average", average.parameters().size());
        try (NDManager scope = manager.newSubManager()) {
            average.restore(
                    Map.of("average", scope.create(saved)), state.number(name + ".updates"));
        }
    }

    @Override
    public void close() {
        averages.forEach(ParameterAverage::close);
    }
}
