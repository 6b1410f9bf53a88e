package dev.strait.demos;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.strait.agents.training.PolicyTraining;
import dev.strait.agents.training.Session;
import dev.strait.agents.training.Session.Progress;
import dev.strait.agents.training.TrainingState;
import dev.strait.core.checkpoint.Checkpoint;
import dev.strait.demos.run.MetricNames;
import dev.strait.demos.run.MetricsLog;
import dev.strait.demos.run.MetricsRow;
import dev.strait.demos.run.RunFolder;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Map;

/**
 * Runs a training in its folder: a row of metrics a round, a checkpoint every two seconds, and what
 * a person takes away at the end. Whenever it stops, {@code --resume} goes on from its latest
 * checkpoint as if it had never stopped.
 */
final class TrainingRun {

    private static final int EVALUATION_EPISODES = 20;
    private static final long CHECKPOINT_NANOS = 2_000_000_000L;

    private final RunFolder folder;
    private final RunPlan plan;
    private final PolicyTraining training;
    private final Session session;
    private final PrintWriter err;
    private int round;
    private int savedRound;
    private long savedAt = System.nanoTime();

    TrainingRun(RunFolder folder, RunPlan plan, PolicyTraining training, PrintWriter err) {
        this.folder = folder;
        this.plan = plan;
        this.training = training;
        this.err = err;
        session =
                new Session(
                        training,
                        plan.spec(),
                        new Session.Plan(plan.evaluateEvery(), EVALUATION_EPISODES, plan.target()));
    }

    /** Goes back to the folder's latest checkpoint, if it has one. */
    void restore() {
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
    int run(PrintWriter out, boolean quiet) {
        try (Interruption interruption = Interruption.install(System.err);
                MetricsLog metrics = MetricsLog.resume(folder, round);
                ProgressBar bar = bar(quiet)) {
            session.run(progress -> after(progress, metrics, bar), interruption::requested);
            checkpoint();
            if (!training.finished()) {
                err.printf(
                        "strait: stopped after round %s; go on with: strait %s --resume %s%n",
                        round, plan.command(), folder.path());
                err.flush();
                return ExitCode.INTERRUPTED;
            }
        }
        new Outcome(folder, plan, training, session).write(out, counted());
        return ExitCode.DONE;
    }

    private ProgressBar bar(boolean quiet) {
        return ProgressBar.onStandardError(
                plan.algorithm(), plan.unit(), plan.total(), counted(), quiet);
    }

    private long counted() {
        return plan.unit().equals("steps") ? training.environmentSteps() : round;
    }

    private void after(Progress progress, MetricsLog metrics, ProgressBar bar) {
        round = progress.round().round();
        // Before the checkpoint: one that claims a round must find its row.
        metrics.append(row(progress));
        if (System.nanoTime() - savedAt >= CHECKPOINT_NANOS) {
            checkpoint();
        }
        bar.update(counted(), figure(progress, MetricNames.ROLLOUT_RETURN));
    }

    private static double figure(Progress progress, String name) {
        return progress.evaluation().isPresent()
                ? progress.evaluation().get().mean()
                : progress.round().figures().getOrDefault(name, Double.NaN);
    }

    private static MetricsRow row(Progress progress) {
        MetricsRow row = MetricsRow.at(progress.round().round(), progress.round().samples());
        for (Map.Entry<String, Double> figure : progress.round().figures().entrySet()) {
            row = row.and(figure.getKey(), figure.getValue());
        }
        double mean = progress.evaluation().map(e -> e.mean()).orElse(Double.NaN);
        double std = progress.evaluation().map(e -> e.std()).orElse(Double.NaN);
        return row.and(MetricNames.EVALUATION_RETURN, mean)
                .and(MetricNames.EVALUATION_STD, std)
                .and(MetricNames.SECONDS, progress.trainSeconds());
    }

    private void checkpoint() {
        if (round == savedRound) {
            return;
        }
        ObjectNode about = Checkpoint.newState();
        about.put("command", plan.command());
        about.put("algorithm", plan.algorithm());
        about.put("environment", plan.spec().id());
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
