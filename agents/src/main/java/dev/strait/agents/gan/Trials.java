package dev.strait.agents.gan;

import static dev.strait.core.Require.require;

import dev.strait.agents.training.TrainingState;
import java.util.Map;
import java.util.Optional;

/** Where a training stands among its {@link Starts}: which is under way, and the best so far. */
final class Trials {

    /** How many there are to be; 0 where there is nothing to choose from. */
    private int count;

    private long steps;
    private int ended;
    private int best;
    private double leastDoubt = Double.NaN;
    private Optional<TrainingState> kept = Optional.empty();

    /**
     * Before the first.
     *
     * @param starts how many there are to be
     * @param pace of the whole training
     */
    Trials(Starts starts, Pace pace) {
        steps = starts.trial(pace);
        count = steps == 0 ? 0 : starts.count();
    }

    /** Whether the start under way has had its trial. */
    boolean over(long step) {
        return open() && step == (ended + 1) * steps;
    }

    /** Whether the best is still to be found. */
    boolean open() {
        return ended < count;
    }

    /** Which start is under way, or was chosen, from 0. */
    int number() {
        return open() ? ended : best;
    }

    /** Steps of all trials. */
    long all() {
        return count * steps;
    }

    /** Steps of the trials of starts that do not go on. */
    long lost() {
        return Math.max(0, count - 1) * steps;
    }

    /**
     * The start under way has had its trial.
     *
     * @param doubt the less, the better
     * @param state of its players
     */
    void end(double doubt, TrainingState state) {
        if (kept.isEmpty() || doubt < leastDoubt) {
            best = ended;
            leastDoubt = doubt;
            kept = Optional.of(state);
        }
        ended++;
    }

    /** The players of the best, to go on with; once, when all trials are over. */
    Optional<TrainingState> chosen() {
        if (open()) {
            return Optional.empty();
        }
        Optional<TrainingState> found = kept;
        kept = Optional.empty();
        return found;
    }

    /**
     * Puts, where there are several, which start is under way, from 1, how many trials are not
     * over, and the least doubt at the end of one; NaN before the first.
     */
    void figures(Map<String, Double> target) {
        if (count > 0) {
            target.put("starts/number", number() + 1.0);
            target.put("starts/left", count - (double) ended);
            target.put("starts/least_doubt", leastDoubt);
        }
    }

    void save(TrainingState state) {
        if (count > 0) {
            state.put("gan.trials", count, steps, ended, best);
            state.put("gan.trials_doubt", leastDoubt);
            kept.ifPresent(players -> state.put("gan.trials_kept", players));
        }
    }

    void restore(TrainingState state) {
        if (!state.has("gan.trials")) {
            // It was too short for trials before it was made longer, and goes on with what it has.
            count = 0;
            steps = 0;
            return;
        }
        long[] saved = state.longs("gan.trials");
        require(
                saved.length == 4 && saved[0] == count,
                "the checkpoint is of %s starts, but this run is of %s",
                saved[0],
                Math.max(1, count));
        steps = saved[1];
        ended = (int) saved[2];
        best = (int) saved[3];
        leastDoubt = state.doubles("gan.trials_doubt", 1)[0];
        kept = open() && ended > 0 ? Optional.of(state.part("gan.trials_kept")) : Optional.empty();
    }
}
