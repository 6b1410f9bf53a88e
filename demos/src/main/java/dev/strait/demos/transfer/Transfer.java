package dev.strait.demos.transfer;

import ai.djl.Device;
import dev.strait.agents.imitation.TransferRecipes;
import dev.strait.core.tensor.TensorEngine;
import dev.strait.demos.configuration.Configuration;
import dev.strait.demos.imitation.ImitationRun;
import dev.strait.demos.imitation.PreparedImitation;
import dev.strait.demos.policy.PolicyCourse;
import dev.strait.demos.policy.PpoCommand;
import dev.strait.demos.policy.PpoRun;
import dev.strait.demos.run.RunFolder;
import dev.strait.demos.terminal.ExitCode;
import dev.strait.demos.terminal.Remark;
import dev.strait.demos.training.TrainingRun;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalDouble;
import java.util.function.Supplier;

/**
 * The stages of a transfer. Each is a run of its own in a folder below, with its report, that
 * {@code imitate} or {@code ppo} could repeat; one that is finished is kept, one that was stopped
 * goes on.
 */
final class Transfer {

    private final RunFolder folder;
    private final TransferRun asked;
    private final TransferStages stages;
    private final PrintWriter out;
    private final PrintWriter err;
    private final boolean quiet;
    private final long begun = System.nanoTime();
    private int stage;
    private boolean stopped;

    Transfer(RunFolder folder, TransferRun asked, PrintWriter out, PrintWriter err, boolean quiet) {
        this.folder = folder;
        this.asked = asked;
        this.out = out;
        this.err = err;
        this.quiet = quiet;
        stages = new TransferStages(folder.path(), asked);
    }

    /**
     * Runs what is left of them.
     *
     * @param file of the demonstrations; null where an expert is to be trained and recorded
     * @return the exit code
     */
    int run(Path file) {
        Path demonstrations = file == null ? recorded() : file;
        for (long seed : asked.allSeeds()) {
            train(
                    "seed " + seed + ": an expert in " + asked.to(),
                    stages.expert(seed),
                    asked.expert(asked.to(), seed));
            for (TransferRecipes recipe : asked.recipes()) {
                transfer(recipe, seed, demonstrations);
            }
        }
        if (stopped) {
            return ExitCode.INTERRUPTED;
        }
        double seconds = (System.nanoTime() - begun) / 1e9;
        out.print(new TransferOutcome(folder, asked, stages, demonstrations).write(seconds));
        out.flush();
        return ExitCode.DONE;
    }

    private Path recorded() {
        RunFolder expert = stages.teacher();
        train(
                "an expert in " + asked.environment(),
                expert,
                asked.expert(asked.environment(), asked.seed()));
        return stopped ? null : TransferDemonstrations.record(expert, asked);
    }

    private void transfer(TransferRecipes recipe, long seed, Path demonstrations) {
        String who = "seed " + seed + ", " + recipe.id() + ": ";
        RunFolder learned = stages.imitation(recipe, seed);
        if (stopped) {
            return;
        }
        ImitationRun imitation = asked.imitation(recipe, demonstrations.toString(), seed);
        run(
                who + "the reward in " + asked.environment(),
                learned,
                imitation,
                () -> PreparedImitation.of(imitation, OptionalDouble.empty()).course());
        String reward = learned.path().toAbsolutePath().normalize().toString();
        for (int attempt = 1; attempt <= asked.attempts(); attempt++) {
            train(
                    who + "a new policy on it in " + asked.to(),
                    stages.attempt(recipe, seed, attempt),
                    asked.retraining(reward, seed, attempt));
        }
    }

    private void train(String what, RunFolder to, PpoRun run) {
        run(what, to, run, () -> PpoCommand.course(run, device()));
    }

    private Device device() {
        return TensorEngine.device(asked.device());
    }

    private void run(String what, RunFolder to, Record run, Supplier<PolicyCourse> start) {
        stage++;
        if (stopped || to.finished()) {
            return;
        }
        if (!quiet) {
            Remark.say(err, "%s of %s, %s".formatted(stage, stages.count(), what));
        }
        if (!Files.exists(to.configuration())) {
            RunFolder.create(to.path(), Configuration.yaml(run));
        }
        try (PolicyCourse course = start.get()) {
            String goOn = TransferRun.COMMAND + " --resume " + folder.path();
            TrainingRun training = new TrainingRun(to, course, err, goOn);
            training.restore();
            stopped = training.run(new PrintWriter(Writer.nullWriter()), quiet) != ExitCode.DONE;
        }
    }
}
