package dev.strait.demos.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.strait.core.tensor.SeedStream;
import dev.strait.demos.CommandRun;
import dev.strait.demos.ScriptedCartPole;
import dev.strait.demos.TrainingProcess;
import dev.strait.demos.terminal.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A run that was stopped and resumed ends as the one that never stopped, to the bit. */
class ResumeTest {

    /** Trainings of a few seconds each. */
    private static final String VAIL = "imitate --algorithm=vail --steps=8192 --set=ppo.epochs=5";

    private static final String BC =
            "imitate --algorithm=bc --set=cloning.epochs=60 --set=cloning.patience=60";
    private static final String PPO = "ppo --steps=8192 --set=ppo.epochs=5";

    private static final String GAN =
            "gan --recipe=infogan-vdb --steps=2000 --batch=16 --networks=dense"
                    + " --set=networks.generator=[16] --set=networks.discriminator=[16]"
                    + " --set=pace.stepsARound=10 --metrics-every=0";

    @TempDir Path folder;

    private Path demonstrations;

    @BeforeEach
    void writeDemonstrations() {
        demonstrations = ScriptedCartPole.write(folder);
    }

    private List<String> arguments(String command, String out) {
        List<String> arguments = new ArrayList<>(List.of(command.split(" ")));
        if (command.startsWith("imitate")) {
            arguments.add("--demonstrations=" + demonstrations);
        }
        arguments.addAll(List.of("--quiet", "--device=cpu", "--out=" + folder.resolve(out)));
        return arguments;
    }

    private void uninterrupted(String command) {
        CommandRun run = CommandRun.of(arguments(command, "whole"));
        assertEquals(ExitCode.DONE, run.code(), run.err());
    }

    private TrainingProcess start(String command, String out) throws IOException {
        return TrainingProcess.start(folder.resolve(out + ".log"), arguments(command, out));
    }

    /** Resumes in this process, and compares with the run that was never stopped. */
    private void requireEqualAfterResuming(String command, String out) throws IOException {
        Path run = folder.resolve(out);
        CommandRun resumed = CommandRun.of(command.split(" ")[0], "--quiet", "--resume=" + run);

        assertEquals(ExitCode.DONE, resumed.code(), resumed.err());
        String learned = command.startsWith("gan") ? "generator" : "policy";
        byte[] whole = Files.readAllBytes(folder.resolve("whole/" + learned + ".safetensors"));
        assertArrayEquals(whole, Files.readAllBytes(run.resolve(learned + ".safetensors")), out);
        assertEquals(rounds(folder.resolve("whole")), rounds(run), "a row for every round, once");
    }

    private static List<String> rounds(Path run) throws IOException {
        return Files.readAllLines(run.resolve("metrics.csv")).stream()
                .map(line -> line.split(",")[0])
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {VAIL, BC, PPO, GAN})
    void shouldGoOnToTheBitAfterARequestToEnd(String command) throws Exception {
        uninterrupted(command);
        try (TrainingProcess training = start(command, "stopped")) {
            training.awaitLines(folder.resolve("stopped/metrics.csv"), 3);
            training.terminate();

            assertEquals(ExitCode.INTERRUPTED, training.exitCode(), training.text());
            String text = training.text();
            assertTrue(text.contains("go on with: strait " + command.split(" ")[0]), text);
            assertTrue(Files.exists(folder.resolve("stopped/checkpoint/state.safetensors")));
            assertTrue(
                    rounds(folder.resolve("stopped")).size()
                            < rounds(folder.resolve("whole")).size());
        }
        requireEqualAfterResuming(command, "stopped");
    }

    @Test
    void shouldGoOnToTheBitWhenKilledBeforeItsFirstCheckpoint() throws Exception {
        uninterrupted(VAIL);
        try (TrainingProcess training = start(VAIL, "killed")) {
            training.awaitLines(folder.resolve("killed/metrics.csv"), 3);
            training.kill();
        }
        requireEqualAfterResuming(VAIL, "killed");
    }

    @Test
    void shouldGoOnToTheBitWhenKilledRoundsAfterItsCheckpoint() throws Exception {
        String command = VAIL.replace("8192", "24576");
        uninterrupted(command);
        Path checkpoint = folder.resolve("killed/checkpoint/state.safetensors");
        try (TrainingProcess training = start(command, "killed")) {
            training.awaitFile(checkpoint);
            int rounds = rounds(folder.resolve("killed")).size();
            training.awaitLines(folder.resolve("killed/metrics.csv"), rounds + 2);
            training.kill();
        }
        assertTrue(Files.exists(checkpoint));
        requireEqualAfterResuming(command, "killed");
    }

    @Test
    @Tag("long")
    void shouldGoOnToTheBitWhenKilledAtAnyMoment() throws Exception {
        String command = "imitate --algorithm=vail --steps=10240";
        long begun = System.nanoTime();
        try (TrainingProcess training = start(command, "whole")) {
            assertEquals(ExitCode.DONE, training.exitCode(), training.text());
        }
        long millis = (System.nanoTime() - begun) / 1_000_000;
        SeedStream random = new SeedStream(20);
        for (int kills = 0, attempt = 0; kills < 20; attempt++) {
            String out = "killed-" + attempt;
            Path run = folder.resolve(out);
            long moment = random.nextLong(millis);
            try (TrainingProcess training = start(command, out)) {
                Thread.sleep(moment);
                training.kill();
            }
            // Only a run that a kill cut off counts; the machine may be faster by now.
            boolean cut = !Files.exists(run.resolve("summary.json"));
            kills += cut ? 1 : 0;
            System.err.printf("kill after %d of %d ms: %s%n", moment, millis, state(run));
            if (cut && Files.exists(run)) {
                requireEqualAfterResuming(command, out);
            }
        }
    }

    private static String state(Path run) throws IOException {
        if (!Files.exists(run)) {
            return "no folder yet";
        }
        Path metrics = run.resolve("metrics.csv");
        return "%s rows, %s, %s"
                .formatted(
                        Files.exists(metrics) ? Files.readAllLines(metrics).size() - 1 : 0,
                        Files.exists(run.resolve("checkpoint/state.safetensors"))
                                ? "a checkpoint"
                                : "no checkpoint",
                        Files.exists(run.resolve("summary.json")) ? "finished" : "cut off");
    }
}
