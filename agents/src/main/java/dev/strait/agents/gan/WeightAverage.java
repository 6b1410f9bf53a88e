package dev.strait.agents.gan;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.strait.agents.training.TrainingState;
import dev.strait.core.gradient.InPlace;
import dev.strait.core.gradient.Learner;

/** The running mean of a learner's parameters, θ̄ ← d θ̄ + (1 − d) θ. */
final class WeightAverage {

    private final Learner learner;
    private final double decay;
    private final NDArray mean;
    private final NDManager manager;

    WeightAverage(Learner learner, double decay, NDManager manager) {
        this.learner = learner;
        this.decay = decay;
        this.manager = manager;
        mean = manager.zeros(learner.parameters().getShape()).addi(learner.parameters());
    }

    /** Once after every step. */
    void update() {
        try (NDManager scope = manager.newSubManager()) {
            NDArray towards = scope.zeros(mean.getShape()).addi(learner.parameters()).subi(mean);
            mean.addi(towards.muli((float) (1 - decay)));
        }
    }

    /** (P). */
    NDArray mean() {
        return mean;
    }

    void save(TrainingState state) {
        state.put("generator.mean", mean.toFloatArray());
    }

    void restore(TrainingState state) {
        try (NDManager scope = manager.newSubManager()) {
            InPlace.assign(mean, scope.create(state.floats("generator.mean", mean.size())));
        }
    }
}
