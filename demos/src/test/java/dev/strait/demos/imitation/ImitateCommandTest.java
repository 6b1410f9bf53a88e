package dev.strait.demos.imitation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.strait.agents.imitation.ImitationRecipes;
import dev.strait.agents.policy.DensePolicy;
import dev.strait.agents.policy.PolicyFile;
import dev.strait.agents.rollout.Evaluation;
import dev.strait.core.tensor.TensorEngine;
import dev.strait.demos.CommandRun;
import dev.strait.demos.ScriptedCartPole;
import dev.strait.demos.terminal.ExitCode;
import dev.strait.envs.Environments;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImitateCommandTest {

    @TempDir Path folder;

    private Path demonstrations;

    @BeforeEach
    void writeDemonstrations() {
        demonstrations = ScriptedCartPole.write(folder);
    }

    private CommandRun imitate(String out, String... more) {
        List<String> arguments =
                new ArrayList<>(
                        List.of(
                                "imitate",
                                "--quiet",
                                "--device=cpu",
                                // Rounds of 1,024 steps, whatever the presets say.
                                "--set=ppo.worlds=16",
                                "--set=ppo.stepsPerRound=64",
                                "--demonstrations=" + demonstrations,
                                "--out=" + folder.resolve(out)));
        arguments.addAll(List.of(more));
        return CommandRun.of(arguments);
    }

    private JsonNode summary(String run) throws IOException {
        return JsonMapper.builder()
                .build()
                .readTree(folder.resolve(run).resolve("summary.json").toFile());
    }

    private byte[] policy(String run) throws IOException {
        return Files.readAllBytes(folder.resolve(run).resolve("policy.safetensors"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bc", "gail", "airl", "vail", "vairl"})
    void shouldTrainByEveryAlgorithmAndLeaveEverything(String algorithm) throws IOException {
        CommandRun run =
                imitate(
                        "run",
                        "--algorithm=" + algorithm,
                        algorithm.equals("bc") ? "--set=cloning.epochs=3" : "--steps=2048");

        assertEquals(ExitCode.DONE, run.code(), run.err());
        assertEquals("", run.err());
        assertTrue(run.out().contains("policy") && run.out().contains("random"), run.out());
        assertTrue(run.out().endsWith("run/report.html" + System.lineSeparator()), run.out());
        for (String file :
                List.of(
                        "config.yaml",
                        "metrics.csv",
                        "checkpoint/state.safetensors",
                        "policy.json",
                        "policy.gif",
                        "report.html")) {
            assertTrue(Files.size(folder.resolve("run").resolve(file)) > 0, file);
        }
        boolean bc = algorithm.equals("bc");
        for (String file : List.of("reward.json", "reward.safetensors")) {
            assertEquals(!bc, Files.exists(folder.resolve("run").resolve(file)), file);
        }
        assertEquals(
                1 + (bc ? 3 : 2), Files.readAllLines(folder.resolve("run/metrics.csv")).size());
        requireFields(summary("run"), algorithm);
    }

    /**
     * Each row through file, training, checkpoint, evaluation, film and report; those that need a
     * clip are in {@link MotionCommandTest}.
     */
    @ParameterizedTest
    @EnumSource(
            value = ImitationRecipes.class,
            names = {"BC", "GAIL", "AIRL", "VAIL", "VAIRL", "ADD", "VAIL_DIFFERENCE"},
            mode = EnumSource.Mode.EXCLUDE)
    void shouldTrainByEveryRecipeUnderItsOtherName(ImitationRecipes recipe) throws IOException {
        CommandRun run = imitate("run", "--recipe=" + recipe.name(), "--steps=1024");

        assertEquals(ExitCode.DONE, run.code(), run.err());
        assertEquals(recipe.id(), summary("run").get("algorithm").asText());
        String asked = Files.readString(folder.resolve("run/config.yaml"));
        assertTrue(asked.contains("algorithm: " + recipe.id()), asked);
        CommandRun again = CommandRun.of("imitate", "--quiet", "--resume=" + folder.resolve("run"));
        assertTrue(again.err().contains("is finished"), again.err());
    }

    /** The composite value of the sealed family, from one setting. */
    @Test
    void shouldTakeSeveralRegularisersFromOneSetting() throws IOException {
        CommandRun run =
                imitate(
                        "run",
                        "--steps=1024",
                        "--set=discriminator.regulariser={type: All, parts: [SpectralNorm, {type:"
                                + " Dropout, rate: 0.3}, {type: R1, weight: 0.2}, {type: WeightDecay,"
                                + " weight: 1e-4}, {type: LogitDecay, weight: 0.01}]}",
                        "--set=discriminator.objective=RelativisticPaired");

        assertEquals(ExitCode.DONE, run.code(), run.err());
        assertTrue(summary("run").get("constraintSatisfied").isBoolean());
    }

    private static void requireFields(JsonNode summary, String algorithm) {
        boolean bc = algorithm.equals("bc");
        assertEquals("imitate", summary.get("command").asText());
        assertEquals(algorithm, summary.get("algorithm").asText());
        assertEquals("CartPole-v1", summary.get("environment").asText());
        assertEquals("cpu", summary.get("device").asText());
        assertEquals(0, summary.get("seed").asLong());
        assertTrue(summary.get("versions").has("pytorch"));
        assertEquals(100, summary.get("policyReturn").get("episodes").asInt());
        assertEquals(120, summary.get("expertReturn").get("mean").asDouble());
        assertEquals(0, summary.get("expertReturn").get("std").asDouble());
        assertEquals(3, summary.get("expertReturn").get("episodes").asInt());
        assertTrue(summary.get("randomReturn").get("mean").asDouble() < 40);
        assertEquals(bc ? 0 : 2048, summary.get("environmentSteps").asLong());
        assertTrue(summary.get("trainSeconds").asDouble() > 0);
        assertTrue(summary.get("peakResidentBytes").asLong() > 1 << 20);
        assertTrue(summary.has("stepsToTarget") && summary.has("secondsToTarget"));
        assertEquals(
                summary.get("stepsToTarget").isNull(), summary.get("secondsToTarget").isNull());
        assertEquals(algorithm.startsWith("vai"), summary.get("constraintSatisfied").isBoolean());
    }

    @Test
    void shouldLeaveAPolicyThatLoadsAndActsAsReported() throws IOException {
        imitate("run", "--algorithm=gail", "--steps=2048");

        try (var policy = PolicyFile.load(folder.resolve("run"), TensorEngine.device("cpu"))) {
            Evaluation again =
                    Evaluation.of(policy, Environments.spec("CartPole-v1"), 100, 1_234_567);
            assertEquals(summary("run").get("policyReturn").get("mean").asDouble(), again.mean());
        }
        DensePolicy.load(folder.resolve("run"));
    }

    @Test
    void shouldFilmAnEpisodeInFewSmallFrames() throws IOException {
        imitate("run", "--algorithm=bc", "--set=cloning.epochs=2");

        try (ImageInputStream in =
                ImageIO.createImageInputStream(folder.resolve("run/policy.gif").toFile())) {
            ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
            reader.setInput(in);
            assertTrue(reader.getNumImages(true) <= 150);
            assertEquals(300, reader.getWidth(0));
            assertEquals(200, reader.getHeight(0));
        }
    }

    @Test
    void shouldRepeatARunFromItsConfiguration() throws IOException {
        imitate("first", "--steps=2048", "--seed=5", "--episodes=2", "--subsample=3");

        CommandRun again =
                CommandRun.of(
                        "imitate",
                        "--quiet",
                        "--config=" + folder.resolve("first/config.yaml"),
                        "--out=" + folder.resolve("second"));

        assertEquals(ExitCode.DONE, again.code(), again.err());
        assertArrayEquals(policy("first"), policy("second"));
        imitate("third", "--steps=2048", "--seed=6", "--episodes=2", "--subsample=3");
        assertFalse(java.util.Arrays.equals(policy("first"), policy("third")), "another seed");
    }

    @Test
    void shouldTakeItsOptionsIntoTheConfiguration() throws IOException {
        CommandRun run =
                imitate(
                        "run",
                        "--steps=1024",
                        "--reward=hurry",
                        "--input=state-action",
                        "--warm-start",
                        "--set=cloning.epochs=1",
                        "--set=ppo.epochs=2");

        assertEquals(ExitCode.DONE, run.code(), run.err());
        String asked = Files.readString(folder.resolve("run/config.yaml"));
        for (String line :
                List.of(
                        "reward: HURRY",
                        "input: STATE_ACTION",
                        "warmStart: true",
                        "steps: 1024",
                        "demonstrations: " + demonstrations)) {
            assertTrue(asked.contains(line), line);
        }
        assertTrue(asked.startsWith("# strait imitate --quiet"), asked);
    }

    @Test
    void shouldSayThatARunIsFinished() {
        imitate("run", "--algorithm=bc", "--set=cloning.epochs=1");

        CommandRun again = CommandRun.of("imitate", "--resume=" + folder.resolve("run"));

        assertEquals(ExitCode.DONE, again.code());
        assertTrue(again.err().contains("run is finished; its report: "), again.err());
    }

    @Test
    void shouldGoOnForMoreStepsWhereAsked() throws IOException {
        imitate("run", "--steps=1024");

        CommandRun more =
                CommandRun.of(
                        "imitate", "--quiet", "--resume=" + folder.resolve("run"), "--steps=3000");

        assertEquals(ExitCode.DONE, more.code(), more.err());
        assertTrue(more.err().contains("3000 steps instead of 1024: annealing"), more.err());
        assertEquals(3072, summary("run").get("environmentSteps").asLong());
        assertTrue(Files.readString(folder.resolve("run/config.yaml")).contains("steps: 3000"));
        assertEquals(4, Files.readAllLines(folder.resolve("run/metrics.csv")).size());
    }

    @Test
    void shouldBeginAnewWhereNoCheckpointWasReached() throws IOException {
        imitate("whole", "--steps=1024");
        Path cut = Files.createDirectory(folder.resolve("cut"));
        Files.copy(folder.resolve("whole/config.yaml"), cut.resolve("config.yaml"));
        Files.writeString(cut.resolve("metrics.csv"), "round,environmentSteps,rollout/ret");

        CommandRun resumed = CommandRun.of("imitate", "--quiet", "--resume=" + cut);

        assertEquals(ExitCode.DONE, resumed.code(), resumed.err());
        assertArrayEquals(policy("whole"), policy("cut"));
    }

    @Test
    void shouldNoteThatCloningTakesNoSteps() {
        CommandRun run = imitate("run", "--algorithm=BC", "--steps=9", "--set=cloning.epochs=1");

        assertEquals(ExitCode.DONE, run.code());
        assertTrue(run.err().startsWith("strait: bc takes no steps of the world"), run.err());
        assertTrue(run.out().contains("trained 1 epochs"), run.out());
    }

    @Test
    void shouldWriteNothingBeforeEverythingIsChecked() throws IOException {
        for (String wrong :
                List.of("--env=Pendulum-v1", "--episodes=4", "--device=gpu:9", "--set=a=1")) {
            assertEquals(ExitCode.REFUSED, imitate("run", wrong).code(), wrong);
        }
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(List.of(demonstrations), left.toList());
        }
    }
}
