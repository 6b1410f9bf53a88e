package dev.strait.demos.training;

import dev.strait.agents.training.Session;
import dev.strait.agents.training.Training;
import dev.strait.demos.run.RunFolder;

/**
 * A training with all that differs from one kind to another in a run: what is looked at meanwhile
 * ({@link Session.Look}), what progress counts, and what is left at the end. The rest (folder,
 * metrics, checkpoints, signals, resuming) is {@link TrainingRun}'s.
 */
public interface Course extends Session.Look {

    /** What the run is. */
    RunPlan plan();

    /** What trains. */
    Training training();

    /** Called once before the first sitting looks, with the folder that pictures may go to. */
    default void begin(RunFolder folder) {}

    /** Seconds of training that the building of this course took. */
    default double secondsBefore() {
        return 0;
    }

    /**
     * How far it is, in the plan's unit.
     *
     * @param round the latest; 0 before the first
     */
    long counted(int round);

    /** What the progress line ends with, such as {@code return 475.0}; empty for what it had. */
    String headline(Session.Progress progress);

    /**
     * Writes what a person takes away, summary.json last of all: it marks the run as finished.
     *
     * @param trainSeconds of all sittings
     * @param trained steps or epochs
     * @return the text for whoever watches
     */
    String leave(RunFolder folder, double trainSeconds, long trained);
}
