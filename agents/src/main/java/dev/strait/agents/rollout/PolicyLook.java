package dev.strait.agents.rollout;

import static dev.strait.core.Require.require;

import dev.strait.agents.training.PolicyTraining;
import dev.strait.agents.training.RoundReport;
import dev.strait.agents.training.Session;
import dev.strait.agents.training.TrainingState;
import dev.strait.envs.EnvironmentSpec;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Evaluates a policy every few rounds and after the last, and notes when it first reached the
 * target. The figures are {@code evaluation/return} and {@code evaluation/std}.
 */
public final class PolicyLook implements Session.Look {

    /** Mean return of an evaluation. */
    public static final String RETURN = "evaluation/return";

    private static final String STD = "evaluation/std";
    private static final long SEED = 7_654_321;

    private final PolicyTraining training;
    private final EnvironmentSpec spec;
    private final Plan plan;
    private long stepsToTarget = -1;
    private double secondsToTarget = Double.NaN;

    /**
     * What to look at.
     *
     * @param evaluateEvery rounds between two evaluations
     * @param episodes of one evaluation
     * @param target mean return that counts as reached; NaN for none
     */
    public record Plan(int evaluateEvery, int episodes, double target) {

        public Plan {
            require(evaluateEvery >= 1, "evaluateEvery must be at least 1: %s", evaluateEvery);
            require(episodes >= 1, "episodes must be at least 1, but was %s", episodes);
        }
    }

    /** A look that has seen nothing yet. */
    public PolicyLook(PolicyTraining training, EnvironmentSpec spec, Plan plan) {
        this.training = training;
        this.spec = spec;
        this.plan = plan;
    }

    @Override
    public Map<String, Double> after(RoundReport round, double trainSeconds) {
        Map<String, Double> figures = new LinkedHashMap<>();
        figures.put(RETURN, Double.NaN);
        figures.put(STD, Double.NaN);
        if (round.round() % plan.evaluateEvery() == 0 || training.finished()) {
            Evaluation evaluation = Evaluation.of(training.policy(), spec, plan.episodes(), SEED);
            figures.put(RETURN, evaluation.mean());
            figures.put(STD, evaluation.std());
            note(evaluation.mean(), round.samples(), trainSeconds);
        }
        return figures;
    }

    private void note(double mean, long samples, double trainSeconds) {
        if (stepsToTarget < 0 && mean >= plan.target()) {
            stepsToTarget = samples;
            secondsToTarget = trainSeconds;
        }
    }

    /** Steps of the worlds when an evaluation first reached the target; −1 before. */
    public long stepsToTarget() {
        return stepsToTarget;
    }

    /** Seconds of training when an evaluation first reached the target; NaN before. */
    public double secondsToTarget() {
        return secondsToTarget;
    }

    @Override
    public void save(TrainingState state) {
        state.put("look.steps_to_target", stepsToTarget);
        state.put("look.seconds_to_target", secondsToTarget);
    }

    @Override
    public void restore(TrainingState state) {
        stepsToTarget = state.number("look.steps_to_target");
        secondsToTarget = state.doubles("look.seconds_to_target", 1)[0];
    }
}
