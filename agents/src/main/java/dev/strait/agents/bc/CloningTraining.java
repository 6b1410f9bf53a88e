package dev.strait.agents.bc;

import dev.strait.agents.policy.Policy;
import dev.strait.agents.report.RoundReport;
import dev.strait.agents.report.Training;
import dev.strait.agents.rollout.Experience;
import dev.strait.core.tensor.Seeds;

/** Behaviour cloning as a training: a round is an epoch, and no world is stepped. */
public final class CloningTraining implements Training {

    private final CloningSettings settings;
    private final Policy policy;
    private final Cloning cloning;
    private int epochs;

    /**
     * A training at its start; it closes what it is given.
     *
     * @param trained pairs to imitate
     * @param heldOut pairs to judge by; null to judge by the trained ones
     */
    public CloningTraining(
            Policy policy,
            Experience trained,
            Experience heldOut,
            CloningSettings settings,
            Seeds seeds) {
        this.settings = settings;
        this.policy = policy;
        cloning = new Cloning(policy, trained, heldOut, settings, seeds);
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
    public Policy policy() {
        return policy;
    }

    @Override
    public void close() {
        cloning.close();
        policy.close();
    }
}
