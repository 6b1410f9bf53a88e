package dev.strait.agents.training;

import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * Runs any training, has it looked at after every round, and keeps the time that training alone
 * takes. Looking changes nothing of what is learned.
 */
public final class Session {

    private final Training training;
    private final Look look;
    private double trainSeconds;

    /** Whoever looks at a training from outside, such as by evaluating its policy. */
    public interface Look {

        /**
         * Looks after a round; the clock stands meanwhile.
         *
         * @param round what the training reports
         * @param trainSeconds spent on training so far
         * @return figures beside the training's own: the same names every round, NaN where a figure
         *     was not measured in this one
         */
        Map<String, Double> after(RoundReport round, double trainSeconds);

        /** Puts what has been seen and must outlive a stop. */
        void save(TrainingState state);

        /** Goes on from what {@link #save} put. */
        void restore(TrainingState state);
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
     * @param looked figures of the look
     * @param share of the training that is over, in [0, 1]
     * @param trainSeconds spent on training alone
     */
    public record Progress(
            RoundReport round, Map<String, Double> looked, double share, double trainSeconds) {}

    /** A session at its start. */
    public Session(Training training, Look look) {
        this.training = training;
        this.look = look;
    }

    /**
     * Trains until the training is finished or {@code stop} says so, which it is asked each round.
     */
    public void run(Listener listener, BooleanSupplier stop) {
        while (!training.finished() && !stop.getAsBoolean()) {
            long begun = System.nanoTime();
            RoundReport round = training.round();
            trainSeconds += (System.nanoTime() - begun) / 1e9;
            Map<String, Double> looked = look.after(round, trainSeconds);
            listener.round(new Progress(round, looked, training.progress(), trainSeconds));
        }
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

    /** Puts the training, the time, and what the look has seen. */
    public TrainingState save() {
        TrainingState state = new TrainingState();
        training.save(state);
        state.put("session.seconds", trainSeconds);
        look.save(state);
        return state;
    }

    /** Goes on from a saved state of an equal training. */
    public void restore(TrainingState state) {
        training.restore(state);
        trainSeconds = state.doubles("session.seconds", 1)[0];
        look.restore(state);
    }
}
