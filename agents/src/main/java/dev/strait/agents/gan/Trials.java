package dev.strait.agents.gan;

import static dev.strait.core.Require.require;

import dev.strait.agents.training.TrainingState;
import java.util.Map;
import java.util.Optional;

/** Where a training stands among its {@link Starts}: which is under way, and the best so far. */
final class Trials {

    private int count;
    private long steps;
    private int ended;
    private int best;
    private double doubt = Double.NaN;
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
        count = steps == 0 ? 1 : starts.count();
    }

    /** Whether the start under way has had its trial. */
    boolean over(long step) {
        return open() && step == (ended + 1) * steps;
    }

    /** Whether the best is still to be found. */
    boolean open() {
        return count > 1 && ended < count;
    }

    /** Which start is under way, or was chosen, from 0. */
    int number() {
        return open() ? ended : best;
    }

    /** Steps of all trials. */
    long all() {
        return count > 1 ? count * steps : 0;
    }

    /** Steps of the trials of starts that do not go on. */
    long lost() {
        return count > 1 ? (count - 1) * steps : 0;
    }

    /**
     * Notes how sure the start under way is after a round: the less doubt the better, NaN is worst.
     */
    void note(Map<String, Double> figures) {
        doubt = figures.getOrDefault(CodeRecogniser.REAL_ENTROPY, Double.NaN);
    }

    /**
     * The start under way has had its trial.
     *
     * @param state of its players
     */
    void end(TrainingState state) {
        if (kept.isEmpty() || Double.compare(doubt, leastDoubt) < 0) {
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

    /** Puts which start is under way, from 1, where there are several. */
    void figures(Map<String, Double> target) {
        if (count > 1) {
            target.put("starts/number", number() + 1.0);
        }
    }

    void save(TrainingState state) {
        if (count > 1) {
            state.put("gan.trials", count, steps, ended, best);
            state.put("gan.trials_doubt", doubt, leastDoubt);
            kept.ifPresent(players -> state.put("gan.trials_kept", players));
        }
    }

    void restore(TrainingState state) {
        if (count == 1) {
            return;
        }
        if (!state.has("gan.trials")) {
            // It was too short for trials before it was made longer, and goes on with what it has.
            count = 1;
            return;
        }
        long[] saved = state.longs("gan.trials");
        require(
                saved.length == 4 && saved[0] == count,
                "the checkpoint is of %s starts, but this run is of %s",
                saved[0],
                count);
        steps = saved[1];
        ended = (int) saved[2];
        best = (int) saved[3];
        double[] doubts = state.doubles("gan.trials_doubt", 2);
        doubt = doubts[0];
        leastDoubt = doubts[1];
        kept = open() && ended > 0 ? Optional.of(state.part("gan.trials_kept")) : Optional.empty();
    }
}
