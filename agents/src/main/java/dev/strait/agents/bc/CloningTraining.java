package dev.strait.agents.bc;

import dev.strait.agents.policy.Policy;
import dev.strait.agents.training.PolicyTraining;
import dev.strait.agents.training.RoundReport;
import dev.strait.agents.training.TrainingState;

/** Behaviour cloning as a training: a round is an epoch, and no world is stepped. */
public final class CloningTraining implements PolicyTraining {

    private final CloningSettings settings;
    private final Policy policy;
    private final Cloning cloning;
    private int epochs;

    /** A training at its start; it closes what it is given. */
    public CloningTraining(Policy policy, Cloning cloning, CloningSettings settings) {
        this.policy = policy;
        this.cloning = cloning;
        this.settings = settings;
    }

    @Override
    public boolean finished() {
        return epochs >= settings.epochs() || cloning.stalled();
    }

    @Override
    public RoundReport round() {
        CloningReport report = cloning.epoch();
        epochs++;
        if (finished()) {
            cloning.takeBest();
        }
        return new RoundReport(epochs, 0, report.figures());
    }

    @Override
    public long environmentSteps() {
        return 0;
    }

    @Override
    public double progress() {
        return finished() ? 1 : epochs / (double) settings.epochs();
    }

    @Override
    public void save(TrainingState state) {
        state.put("rounds", epochs);
        cloning.save(state);
    }

    @Override
    public void restore(TrainingState state) {
        epochs = (int) state.number("rounds");
        cloning.restore(state);
    }

    @Override
    public Policy policy() {
        return policy;
    }

    @Override
    public void close() {
        cloning.close();
        policy.close();
    }
}
