package dev.strait.demos.training;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.strait.agents.training.Session;
import dev.strait.agents.training.Session.Progress;
import dev.strait.agents.training.TrainingState;
import dev.strait.core.checkpoint.Checkpoint;
import dev.strait.demos.run.MetricNames;
import dev.strait.demos.run.MetricsLog;
import dev.strait.demos.run.MetricsRow;
import dev.strait.demos.run.RunFolder;
import dev.strait.demos.terminal.ExitCode;
import dev.strait.demos.terminal.Interruption;
import dev.strait.demos.terminal.ProgressBar;
import dev.strait.demos.terminal.Remark;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Map;

/**
 * Runs a training of any kind in its folder: a row of metrics a round, a checkpoint every two
 * seconds, and what a person takes away at the end. Whenever it stops, {@code --resume} goes on
 * from its latest checkpoint as if it had never stopped.
 */
public final class TrainingRun {

    private static final long CHECKPOINT_NANOS = 2_000_000_000L;

    private final RunFolder folder;
    private final RunPlan plan;
    private final Course course;
    private final Session session;
    private final PrintWriter err;
    private final String goOn;
    private int round;
    private int savedRound;
    private long savedAt = System.nanoTime();

    /** A run of its own, which its command goes on with by {@code --resume}. */
    public TrainingRun(RunFolder folder, Course course, PrintWriter err) {
        this(folder, course, err, course.plan().command() + " --resume " + folder.path());
    }

    /**
     * A run that is a part of another.
     *
     * @param goOn the arguments of strait that go on where this one was stopped
     */
    public TrainingRun(RunFolder folder, Course course, PrintWriter err, String goOn) {
        this.folder = folder;
        this.course = course;
        this.err = err;
        this.goOn = goOn;
        plan = course.plan();
        session = new Session(course.training(), course);
        session.spent(course.secondsBefore());
    }

    /** Goes back to the folder's latest checkpoint, if it has one. */
    public void restore() {
        if (!Files.exists(folder.checkpoint())) {
            return;
        }
        try {
            Checkpoint checkpoint = Checkpoint.read(folder.checkpoint());
            session.restore(TrainingState.of(checkpoint));
            round = checkpoint.state().path("round").asInt();
            savedRound = round;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Trains to the end, or until a signal asks to stop.
     *
     * @return the exit code
     */
    public int run(PrintWriter out, boolean quiet) {
        course.begin(folder);
        try (Interruption interruption = Interruption.install(System.err);
                MetricsLog metrics = MetricsLog.resume(folder, round);
                ProgressBar bar = bar(quiet)) {
            session.run(progress -> after(progress, metrics, bar), interruption::requested);
            checkpoint();
            if (!course.training().finished()) {
                Remark.say(
                        err,
                        "stopped after round %s; go on with: strait %s".formatted(round, goOn));
                return ExitCode.INTERRUPTED;
            }
        }
        out.print(course.leave(folder, session.trainSeconds(), course.counted(round)));
        out.flush();
        return ExitCode.DONE;
    }

    private ProgressBar bar(boolean quiet) {
        return ProgressBar.onStandardError(
                plan.algorithm(), plan.unit(), plan.total(), course.counted(round), quiet);
    }

    private void after(Progress progress, MetricsLog metrics, ProgressBar bar) {
        round = progress.round().round();
        // Before the checkpoint: one that claims a round must find its row.
        metrics.append(row(progress));
        if (System.nanoTime() - savedAt >= CHECKPOINT_NANOS) {
            checkpoint();
        }
        bar.update(course.counted(round), course.headline(progress));
    }

    private MetricsRow row(Progress progress) {
        MetricsRow row = MetricsRow.at(round, plan.samples(), progress.round().samples());
        for (Map.Entry<String, Double> figure : progress.round().figures().entrySet()) {
            row = row.and(figure.getKey(), figure.getValue());
        }
        for (Map.Entry<String, Double> figure : progress.looked().entrySet()) {
            row = row.and(figure.getKey(), figure.getValue());
        }
        return row.and(MetricNames.SECONDS, progress.trainSeconds());
    }

    private void checkpoint() {
        if (round == savedRound) {
            return;
        }
        ObjectNode about = Checkpoint.newState();
        about.put("command", plan.command());
        about.put("algorithm", plan.algorithm());
        about.put("subject", plan.subject());
        about.put("round", round);
        try {
            Files.createDirectories(folder.checkpoint().getParent());
            session.save().checkpoint(about).write(folder.checkpoint());
        } catch (IOException e) {
            throw new UncheckedIOException(
                    new IOException("cannot write the checkpoint: " + e.getMessage(), e));
        }
        savedRound = round;
        savedAt = System.nanoTime();
    }
}
