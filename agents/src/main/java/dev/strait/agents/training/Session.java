package dev.strait.agents.training;

import static dev.strait.core.Require.require;

import dev.strait.agents.rollout.Evaluation;
import dev.strait.envs.EnvironmentSpec;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Runs a training and looks at it: evaluates the policy every few rounds, keeps time, notes when it
 * first reached the target. Looking changes nothing of what is learned.
 */
public final class Session {

    private static final long EVALUATION_SEED = 7_654_321;

    private final PolicyTraining training;
    private final EnvironmentSpec spec;
    private final Plan plan;
    private double trainSeconds;
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

    /** Who hears of every round. */
    public interface Listener {

        /** A round is over. */
        void round(Progress progress);
    }

    /**
     * How a session stands after a round.
     *
     * @param round what the training reports
     * @param evaluation of the policy, in rounds that have one
     * @param share of the training that is over, in [0, 1]
     * @param trainSeconds spent on training alone
     */
    public record Progress(
            RoundReport round,
            Optional<Evaluation> evaluation,
            double share,
            double trainSeconds) {}

    /** A session at its start. */
    public Session(PolicyTraining training, EnvironmentSpec spec, Plan plan) {
        this.training = training;
        this.spec = spec;
        this.plan = plan;
    }

    /**
     * Trains until the training is finished or {@code stop} says so, which it is asked each round.
     */
    public void run(Listener listener, BooleanSupplier stop) {
        while (!training.finished() && !stop.getAsBoolean()) {
            long begun = System.nanoTime();
            RoundReport round = training.round();
            trainSeconds += (System.nanoTime() - begun) / 1e9;
            Optional<Evaluation> evaluation = evaluate(round);
            listener.round(new Progress(round, evaluation, training.progress(), trainSeconds));
        }
    }

    private Optional<Evaluation> evaluate(RoundReport round) {
        if (round.round() % plan.evaluateEvery() != 0 && !training.finished()) {
            return Optional.empty();
        }
        Evaluation evaluation =
                Evaluation.of(training.policy(), spec, plan.episodes(), EVALUATION_SEED);
        if (stepsToTarget < 0 && evaluation.mean() >= plan.target()) {
            stepsToTarget = round.samples();
            secondsToTarget = trainSeconds;
        }
        return Optional.of(evaluation);
    }

    /**
     * Counts training from before the first round, such as a warm start.
     *
     * @param seconds at least 0; a restored session forgets them for those that it had saved
     */
    public void spent(double seconds) {
        trainSeconds += seconds;
    }

    /** Seconds spent on training alone, over all sittings. */
    public double trainSeconds() {
        return trainSeconds;
    }

    /** Steps of the worlds when an evaluation first reached the target; −1 before. */
    public long stepsToTarget() {
        return stepsToTarget;
    }

    /** {@link #trainSeconds} when an evaluation first reached the target; NaN before. */
    public double secondsToTarget() {
        return secondsToTarget;
    }

    /** Puts the training and the session's own numbers. */
    public TrainingState save() {
        TrainingState state = new TrainingState();
        training.save(state);
        state.put("session.times", trainSeconds, secondsToTarget);
        state.put("session.steps_to_target", stepsToTarget);
        return state;
    }

    /** Goes on from a saved state of an equal training. */
    public void restore(TrainingState state) {
        training.restore(state);
        double[] times = state.doubles("session.times", 2);
        trainSeconds = times[0];
        secondsToTarget = times[1];
        stepsToTarget = state.number("session.steps_to_target");
    }
}
