package dev.strait.demos.transfer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.strait.demos.CommandRun;
import dev.strait.demos.TrainingProcess;
import dev.strait.demos.run.MetricsTable;
import dev.strait.demos.terminal.ExitCode;
import dev.strait.demos.world.BundledDemonstrations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Transfers of a few rounds: they learn next to nothing, and leave everything. */
class TransferCommandTest {

    private static final List<String> SHORT =
            List.of(
                    "--set=ppo.epochs=1",
                    "--set=discriminator.updatesPerRound=2",
                    "--set=expert.steps=6400",
                    "--set=expert.ppo.epochs=1",
                    "--set=retraining.steps=6400",
                    "--set=retraining.ppo.epochs=1",
                    "--set=attempts=1",
                    "--device=cpu",
                    "--quiet");

    @TempDir Path folder;

    private CommandRun transfer(String... more) {
        return CommandRun.of(arguments(3200, more));
    }

    private static List<String> arguments(long steps, String... more) {
        List<String> arguments = new ArrayList<>(List.of("transfer", "--steps=" + steps));
        arguments.addAll(SHORT);
        arguments.addAll(List.of(more));
        return arguments;
    }

    private static JsonNode json(Path file) throws IOException {
        return JsonMapper.builder().build().readTree(file.toFile());
    }

    @Test
    void shouldTellReturnsOverSeedsInBothWorlds() throws IOException {
        Path run = folder.resolve("run");
        CommandRun done = transfer("--seeds=2", "--seed=3", "--out=" + run);

        assertEquals(ExitCode.DONE, done.code(), done.err());
        JsonNode summary = json(run.resolve("summary.json"));
        assertEquals("vairl", summary.get("recipe").asText());
        assertEquals("CMazeMirrored-v0", summary.get("to").asText());
        String[] stages = {"vairl", "vairl-transfer", "expert"};
        String[] names = {"trainReturn", "transferReturn", "expertTransferReturn"};
        for (int i = 0; i < names.length; i++) {
            JsonNode told = summary.get(names[i]);
            double first = returned(run.resolve("seed-3").resolve(stages[i]));
            double second = returned(run.resolve("seed-4").resolve(stages[i]));
            assertEquals((first + second) / 2, told.get("mean").asDouble(), 1e-9, names[i]);
            assertEquals(Math.abs(first - second) / 2, told.get("std").asDouble(), 1e-9);
            assertEquals(2, told.get("seeds").asInt());
        }
        assertTrue(done.out().contains("vairl"), done.out());
        for (String left : new String[] {"report.html", "policy.gif", "config.yaml"}) {
            assertTrue(Files.size(run.resolve(left)) > 0, left);
        }
        assertTrue(Files.exists(run.resolve("seed-3/vairl/reward.json")));
        String report = Files.readString(run.resolve("report.html"));
        assertTrue(report.contains("The true reward") && report.contains("VAIRL, seed 3"));
        assertFalse(report.contains("<script"));
    }

    /** Both are trained, seeds a thousand apart, and one is told of. */
    @Test
    void shouldKeepOneOfTwoAttempts() throws IOException {
        Path run = folder.resolve("run");
        CommandRun done = CommandRun.of(twice(run));

        assertEquals(ExitCode.DONE, done.code(), done.err());
        Path first = run.resolve("seed-0/vairl-transfer");
        Path second = run.resolve("seed-0/vairl-transfer-2");
        assertTrue(Files.readString(second.resolve("config.yaml")).contains("seed: 1000"));
        boolean firstPaysMore = learnedReward(first) >= learnedReward(second);
        JsonNode summary = json(run.resolve("summary.json"));
        double kept = returned(firstPaysMore ? first : second);
        assertEquals(kept, summary.get("transferReturn").get("mean").asDouble(), 1e-9);
        assertEquals(2, summary.get("attempts").asInt());
        double seconds = 0;
        for (String stage :
                new String[] {"expert", "vairl", "vairl-transfer", "vairl-transfer-2"}) {
            Path told = run.resolve("seed-0").resolve(stage).resolve("summary.json");
            seconds += json(told).get("trainSeconds").asDouble();
        }
        assertEquals(seconds, summary.get("trainSeconds").asDouble(), 1e-6);
        String report = Files.readString(run.resolve("report.html"));
        assertTrue(report.contains("Of 2 new policies on each reward"));
    }

    private static String[] twice(Path run) {
        return arguments(3200, "--out=" + run).stream()
                .map(argument -> argument.replace("attempts=1", "attempts=2"))
                .toArray(String[]::new);
    }

    private static double learnedReward(Path attempt) {
        double[] rewards =
                MetricsTable.read(attempt.resolve("metrics.csv")).columns().get("rollout/reward");
        return rewards[rewards.length - 1];
    }

    private static double returned(Path stage) throws IOException {
        return json(stage.resolve("summary.json")).get("policyReturn").get("mean").asDouble();
    }

    @Test
    void shouldCompareRecipesInOneReport() throws IOException {
        Path run = folder.resolve("run");
        CommandRun done = transfer("--recipe=gail,vairl-gp", "--out=" + run);

        assertEquals(ExitCode.DONE, done.code(), done.err());
        JsonNode summary = json(run.resolve("summary.json"));
        assertTrue(summary.get("recipe").isNull() && summary.get("transferReturn").isNull());
        assertEquals("gail", summary.get("results").get(0).get("recipe").asText());
        assertEquals("vairl-gp", summary.get("results").get(1).get("recipe").asText());
        String penalised = Files.readString(run.resolve("seed-0/vairl-gp/config.yaml"));
        assertTrue(penalised.contains("type: \"R1\"") || penalised.contains("type: R1"));
        JsonNode reward = json(run.resolve("seed-0/gail/reward.json"));
        assertEquals("STATE_ACTION", reward.get("input").asText());
        reward = json(run.resolve("seed-0/vairl-gp/reward.json"));
        assertEquals("STATE", reward.get("input").asText());
    }

    /** A stage that is finished is kept to the byte, a missing one is made, and both agree. */
    @Test
    void shouldGoOnWithTheStagesThatAreLeft() throws IOException {
        Path run = folder.resolve("run");
        assertEquals(ExitCode.DONE, transfer("--out=" + run).code());
        byte[] reward = Files.readAllBytes(run.resolve("seed-0/vairl/reward.safetensors"));
        Path last = run.resolve("seed-0/vairl-transfer");
        byte[] policy = Files.readAllBytes(last.resolve("policy.safetensors"));
        Files.delete(run.resolve("summary.json"));
        Files.delete(last.resolve("summary.json"));
        Files.delete(last.resolve("checkpoint/state.safetensors"));

        CommandRun resumed = CommandRun.of("transfer", "--quiet", "--resume=" + run);

        assertEquals(ExitCode.DONE, resumed.code(), resumed.err());
        assertTrue(Files.exists(run.resolve("summary.json")));
        assertArrayEquals(
                reward, Files.readAllBytes(run.resolve("seed-0/vairl/reward.safetensors")));
        assertArrayEquals(policy, Files.readAllBytes(last.resolve("policy.safetensors")));
        CommandRun again = CommandRun.of("transfer", "--resume=" + run);
        assertEquals(ExitCode.DONE, again.code());
        assertTrue(again.err().contains("is finished"), again.err());
    }

    /** A request to end in the middle of a stage; resumed, the reward is the same to the bit. */
    @Test
    void shouldGoOnWithAStageThatWasStopped() throws Exception {
        Path whole = folder.resolve("whole");
        CommandRun never = CommandRun.of(arguments(32_000, "--out=" + whole));
        assertEquals(ExitCode.DONE, never.code(), never.err());
        Path stopped = folder.resolve("stopped");
        List<String> arguments =
                arguments(
                        32_000,
                        "--demonstrations=" + BundledDemonstrations.of("CMaze-v0"),
                        "--out=" + stopped);
        try (TrainingProcess training = TrainingProcess.start(folder.resolve("log"), arguments)) {
            training.awaitLines(stopped.resolve("seed-0/vairl/metrics.csv"), 3);
            training.terminate();
            assertEquals(ExitCode.INTERRUPTED, training.exitCode(), training.text());
            String goOn = "go on with: strait transfer --resume " + stopped;
            assertTrue(training.text().contains(goOn), training.text());
        }
        assertFalse(Files.exists(stopped.resolve("seed-0/vairl/summary.json")));

        CommandRun resumed = CommandRun.of("transfer", "--quiet", "--resume=" + stopped);

        assertEquals(ExitCode.DONE, resumed.code(), resumed.err());
        String reward = "seed-0/vairl/reward.safetensors";
        assertArrayEquals(
                Files.readAllBytes(whole.resolve(reward)),
                Files.readAllBytes(stopped.resolve(reward)));
    }

    @Test
    void shouldTrainAndRecordAnExpertWhereAskedTo() {
        Path run = folder.resolve("run");
        CommandRun done = transfer("--train-expert", "--set=episodes=3", "--out=" + run);

        assertEquals(ExitCode.DONE, done.code(), done.err());
        assertTrue(Files.exists(run.resolve("expert/demonstrations.npz")));
        assertTrue(Files.exists(run.resolve("seed-0/vairl/reward.json")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--recipe=vairl-gb | did you mean 'vairl-gp'",
                "--env=CMaze-v1 | did you mean 'CMaze-v0'",
                "--to=Pendulum-v1 | cannot be used in Pendulum-v1",
                "--env=CartPole-v1 | CartPole-v1 has no mirror; name a world with --to",
                "--seeds=0 | seeds must be at least 1",
                "--set=attempts=0 | attempts must be at least 1, but was 0",
                "--set=bottleneck.informationLimit=-1 | informationLimit must be positive",
                "--demonstrations=none.npz | none.npz"
            })
    void shouldRefuseInOneLineBeforeAnythingIsWritten(String argument, String part) {
        Path run = folder.resolve("run");
        CommandRun refused = transfer(argument, "--out=" + run);

        assertEquals(ExitCode.REFUSED, refused.code(), refused.err());
        assertTrue(refused.err().contains(part), refused.err());
        assertEquals(1, refused.err().lines().count(), refused.err());
        assertFalse(Files.exists(run));
    }

    /** {@code --reward} takes the folder of any run that left a reward. */
    @Test
    void shouldTrainPpoOnALearnedReward() throws IOException {
        Path run = folder.resolve("run");
        assertEquals(ExitCode.DONE, transfer("--out=" + run).code());
        Path again = folder.resolve("again");
        String[] arguments = {
            "ppo",
            "--env=CMazeMirrored-v0",
            "--reward=" + run,
            "--config=" + run.resolve("seed-0/vairl-transfer/config.yaml"),
            "--quiet",
            "--out=" + again
        };
        CommandRun done = CommandRun.of(arguments);

        assertEquals(ExitCode.DONE, done.code(), done.err());
        Path stage = run.resolve("seed-0/vairl-transfer");
        assertArrayEquals(
                Files.readAllBytes(stage.resolve("policy.safetensors")),
                Files.readAllBytes(again.resolve("policy.safetensors")));
        // The evaluation is of the world's own reward, whatever it was trained on.
        assertEquals(returned(stage), returned(again));
        CommandRun unfit =
                CommandRun.of(
                        "ppo", "--env=CartPole-v1", "--reward=" + run.resolve("seed-0/vairl"));
        assertEquals(ExitCode.REFUSED, unfit.code());
        assertTrue(unfit.err().contains("observations of 3 numbers"), unfit.err());
    }
}
