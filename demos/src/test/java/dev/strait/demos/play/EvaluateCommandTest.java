package dev.strait.demos.play;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.Device;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.strait.agents.policy.Policy;
import dev.strait.agents.policy.PolicyFile;
import dev.strait.agents.rollout.Evaluation;
import dev.strait.demos.CommandRun;
import dev.strait.demos.SmallPolicies;
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
import org.junit.jupiter.params.provider.CsvSource;

class EvaluateCommandTest {

    @TempDir Path folder;

    private String policy;

    @BeforeEach
    void save() {
        policy = SmallPolicies.save(folder.resolve("run"), "CartPole-v1").toString();
    }

    private static JsonNode json(String... arguments) throws IOException {
        CommandRun run = CommandRun.of(arguments);
        assertEquals(ExitCode.DONE, run.code(), run.err());
        return JsonMapper.builder().build().readTree(run.out());
    }

    @Test
    void shouldSayThatARunHasNoPolicyYet() throws IOException {
        Path run = Files.createDirectory(folder.resolve("stopped"));
        Files.writeString(run.resolve("config.yaml"), "command: imitate");

        CommandRun told = CommandRun.of("evaluate", "--policy", run.toString());

        assertEquals(ExitCode.REFUSED, told.code());
        assertTrue(told.err().contains("is a run without a policy"), told.err());
        assertEquals(1, told.err().strip().lines().count());
    }

    @Test
    void shouldTellWhatATrainingsOwnEvaluationTells() throws IOException {
        JsonNode told =
                json("evaluate", "--policy", policy, "--episodes", "20", "--seed", "5", "--json");

        try (Policy loaded = PolicyFile.load(Path.of(policy), Device.cpu())) {
            Evaluation own = Evaluation.of(loaded, Environments.spec("CartPole-v1"), 20, 5);
            assertEquals(own.mean(), told.at("/policyReturn/mean").asDouble());
            assertEquals(own.std(), told.at("/policyReturn/std").asDouble(), 1e-12);
            assertEquals(20, told.at("/policyReturn/episodes").asInt());
        }
        assertEquals("CartPole-v1", told.get("environment").asText());
        assertEquals(5, told.get("seed").asLong());
        // In CartPole every step pays 1.
        assertEquals(told.at("/policyReturn/max"), told.at("/policyLength/max"));
        assertTrue(told.get("randomReturn").isNull());
    }

    @Test
    void shouldPlayRandomActionsBesideThePolicyOrAlone() throws IOException {
        JsonNode both =
                json("evaluate", "--policy", policy, "--random", "--episodes", "300", "--json");
        JsonNode alone =
                json("evaluate", "--random", "--env", "CartPole-v1", "--episodes", "300", "--json");

        assertEquals(both.get("randomReturn"), alone.get("randomReturn"));
        assertTrue(alone.get("policyReturn").isNull());
        // Random actions hold the pole for about 22 steps; their deviation is about 12.
        assertEquals(22, alone.at("/randomReturn/mean").asDouble(), 3);
    }

    @Test
    void shouldDrawTheSameActionsForTheSameSeed() throws IOException {
        String[] drawn = {
            "evaluate", "--policy", policy, "--stochastic", "--episodes", "20", "--json"
        };

        JsonNode once = json(drawn);

        assertEquals(once, json(drawn));
        assertTrue(once.get("stochastic").asBoolean());
    }

    @Test
    void shouldPrintATableForPeople() {
        CommandRun run =
                CommandRun.of("evaluate", "--policy", policy, "--episodes", "3", "--random");

        assertEquals(ExitCode.DONE, run.code(), run.err());
        assertTrue(run.out().contains("EPISODES  RETURN"), run.out());
        assertTrue(run.out().contains("policy  3"), run.out());
        assertTrue(run.out().contains("random  3"), run.out());
        assertEquals("", run.err());
    }

    private JsonNode oneEpisode(String option, Path file) throws IOException {
        return json(
                "evaluate",
                "--policy",
                policy,
                "--episodes",
                "1",
                "--json",
                option,
                file.toString());
    }

    @Test
    void shouldFilmTheFirstEpisodeInSmallFrames() throws IOException {
        Path film = folder.resolve("film.gif");

        JsonNode told = oneEpisode("--gif", film);

        ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
        try (ImageInputStream in = ImageIO.createImageInputStream(film.toFile())) {
            reader.setInput(in);
            int steps = told.at("/policyLength/mean").asInt();
            // 500 steps may come, 135 frames are left for them: every fourth, then the end held.
            assertEquals((steps + 3) / 4 + 15, reader.getNumImages(true));
            assertEquals(300, reader.getWidth(0));
        } finally {
            reader.dispose();
        }
        assertTrue(Files.size(film) < 500_000, "a short film is small: " + Files.size(film));
    }

    @Test
    void shouldDrawEveryStateOfTheFirstEpisode() throws IOException {
        Path frames = folder.resolve("frames");

        JsonNode told = oneEpisode("--frames", frames);

        int steps = told.at("/policyLength/mean").asInt();
        try (Stream<Path> drawn = Files.list(frames)) {
            assertEquals(steps + 1, drawn.count());
        }
        Path last = frames.resolve(String.format("%06d.png", steps));
        assertEquals(600, ImageIO.read(last.toFile()).getWidth());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--random | --random without --policy needs a world: add --env ID",
                "--json | what is to be played? add --policy or --random",
                "--policy nowhere | nowhere",
                "--random --env CartPole-v2 | did you mean 'CartPole-v1'?",
                "--random --env Pendulum-v1 --episodes 0 | --episodes must be in",
                "--random --env Pendulum-v1 --gif . | is there already",
            })
    void shouldRefuseInOneLine(String options, String reason) {
        CommandRun run = CommandRun.of(("evaluate " + options).split(" "));

        assertEquals(ExitCode.REFUSED, run.code(), run.err());
        assertTrue(run.err().contains(reason), run.err());
        assertEquals(1, run.err().strip().lines().count(), run.err());
        assertEquals("", run.out());
    }

    @Test
    void shouldRefuseAWorldThatTakesOtherActions() {
        String hill = SmallPolicies.save(folder.resolve("hill"), "MountainCar-v0").toString();

        CommandRun run =
                CommandRun.of("evaluate", "--policy", hill, "--env", "MountainCarContinuous-v0");

        assertEquals(ExitCode.REFUSED, run.code());
        assertTrue(run.err().contains("but MountainCarContinuous-v0 takes"), run.err());
        assertFalse(run.err().contains("\tat "), run.err());
    }

    @ParameterizedTest
    @CsvSource({
        "--gif film.png, must end in .gif",
        "--gif nowhere/film.gif, there is no folder nowhere",
        "--random --env CartPole-v1 --stochastic, add --policy",
    })
    void shouldRefuseBeforeItPlaysWhatItCouldNotKeepOrHeed(String options, String told) {
        String[] asked = ("evaluate " + options).split(" ");
        List<String> arguments = new ArrayList<>(List.of(asked));
        if (!options.contains("--random")) {
            arguments.addAll(List.of("--policy", policy));
        }

        CommandRun run = CommandRun.of(arguments);

        assertEquals(ExitCode.REFUSED, run.code(), run.err());
        assertTrue(run.err().contains(told), run.err());
        assertEquals("", run.out());
    }
}
