package dev.strait.demos.inspection;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.strait.demos.CommandRun;
import dev.strait.demos.terminal.ExitCode;
import dev.strait.envs.Box;
import dev.strait.envs.Environment;
import dev.strait.envs.Environments;
import dev.strait.envs.demonstration.DatasetDescription;
import dev.strait.envs.demonstration.DemonstrationFile;
import dev.strait.envs.demonstration.DemonstrationFormat;
import dev.strait.envs.demonstration.Demonstrations;
import dev.strait.envs.demonstration.Episode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InspectCommandTest {

    private static final Path CARTPOLE =
            Path.of(System.getProperty("shared.data"))
                    .resolve("demonstrations/imitation/cartpole_0.final.npz");

    @TempDir Path folder;

    private static JsonNode json(CommandRun run) throws IOException {
        assertEquals(ExitCode.DONE, run.code(), run.err());
        return JsonMapper.builder().build().readTree(run.out());
    }

    /** Two episodes of a world, by a fixed rule, recorded as they happen. */
    private static Demonstrations recorded(String id) {
        List<Episode> episodes = new ArrayList<>();
        Environment environment = Environments.make(id);
        for (int seed = 0; seed < 2; seed++) {
            double[] observation = environment.reset(seed);
            int size = observation.length;
            double[] observations = Arrays.copyOf(observation, size * 4);
            double[] actions = new double[3];
            double[] rewards = new double[3];
            for (int t = 0; t < 3; t++) {
                actions[t] = t % 2;
                Environment.Step step = environment.step(actions[t]);
                System.arraycopy(step.observation(), 0, observations, (t + 1) * size, size);
                rewards[t] = step.reward();
            }
            episodes.add(new Episode(3, observations, actions, rewards, false, true));
        }
        boolean discrete = !(environment.actionSpace() instanceof Box);
        int size = environment.observationSpace().size();
        return new Demonstrations("test", Optional.of(id), size, 1, discrete, episodes);
    }

    private Path written(String id) {
        Path file = folder.resolve("recorded.npz");
        DemonstrationFile.write(
                file,
                recorded(id),
                DemonstrationFormat.IMITATION_NPZ,
                DatasetDescription.of("recorded-v0", Environments.spec(id), "a rule", ""));
        return file;
    }

    @Test
    void shouldTellAFileThatNobodyHereMade() throws IOException {
        Assumptions.assumeTrue(Files.exists(CARTPOLE), "no shared data: " + CARTPOLE);

        CommandRun text = CommandRun.of("inspect", CARTPOLE.toString());
        CommandRun json = CommandRun.of("inspect", CARTPOLE.toString(), "--json");

        assertEquals(ExitCode.DONE, text.code(), text.err());
        assertTrue(
                text.out().contains("fits         CartPole-v1, strait/CartPoleFixed-v1"),
                text.out());
        assertTrue(text.out().contains("but Pendulum-v1 has (3)"), text.out());
        JsonNode document = JsonMapper.builder().build().readTree(json.out());
        assertEquals(57, document.get("episodes").asInt());
        assertEquals("discrete", document.get("actionKind").asText());
        assertEquals("", json.err());
    }

    @Test
    void shouldFindNoDeviationWhereTheWorldIsTheSame() throws IOException {
        Path file = written("Pendulum-v1");

        JsonNode document =
                json(
                        CommandRun.of(
                                "inspect",
                                file.toString(),
                                "--env=Pendulum-v1",
                                "--replay",
                                "--json"));

        JsonNode replay = document.get("replay");
        assertTrue(replay.get("maxObservationDeviation").asDouble() < 1e-5, replay.toString());
        assertTrue(replay.get("maxRewardDeviation").asDouble() < 1e-5);
        assertEquals(
                replay.get("recordedReturn").asDouble(),
                replay.get("replayedReturn").asDouble(),
                1e-4);
    }

    @Test
    void shouldTellAnotherWorldByItsDeviation() {
        Path file = written("MountainCar-v0");

        CommandRun same =
                CommandRun.of("inspect", file.toString(), "--env", "MountainCar-v0", "--replay");
        CommandRun other = CommandRun.of("inspect", file.toString(), "--env", "Acrobot-v1");

        assertTrue(same.out().contains("of this world, up to rounding"), same.out());
        assertEquals(ExitCode.REFUSED, other.code());
        assertEquals(
                "strait inspect: the demonstrations have observations of shape (2), but Acrobot-v1"
                        + " has (6)",
                other.err().strip());
    }

    @Test
    void shouldRefuseToReplayInNoWorld() {
        String file = folder.resolve("nameless.npz").toString();
        List<Episode> episodes = recorded("CartPole-v1").episodes();
        Demonstrations recorded =
                new Demonstrations("test", Optional.empty(), 4, 1, true, episodes);
        DemonstrationFile.write(
                Path.of(file),
                recorded,
                DemonstrationFormat.EPISODES_NPZ,
                DatasetDescription.of("nameless-v0", recorded));

        assertEquals(
                "strait inspect: the file names no world to replay in; add --env ID",
                CommandRun.of("inspect", file, "--replay").err().strip());
        assertEquals(
                "strait inspect: no world is called 'CartPole-v2'; did you mean 'CartPole-v1'?",
                CommandRun.of("inspect", file, "--env=CartPole-v2").err().strip());
    }

    @Test
    void shouldConvertThereAndBack() throws IOException {
        Path npz = written("CartPole-v1");
        Path minari = folder.resolve("cartpole minari");
        Path again = folder.resolve("again.npz");

        CommandRun there =
                CommandRun.of("convert", npz.toString(), minari.toString(), "--env=CartPole-v1");
        CommandRun back =
                CommandRun.of("convert", minari.toString(), again.toString(), "--episodes=1");

        assertEquals(ExitCode.DONE, there.code(), there.err());
        assertTrue(there.err().contains("2 episodes, 6 steps, as minari"), there.err());
        assertEquals(ExitCode.DONE, back.code(), back.err());
        JsonNode told = json(CommandRun.of("inspect", minari.toString(), "--json"));
        assertEquals("CartPole-v1", told.get("environment").asText());
        assertEquals(
                1,
                json(CommandRun.of("inspect", again.toString(), "--json")).get("episodes").asInt());
        assertArrayEquals(
                recorded("CartPole-v1").episodes().get(0).actions(),
                DemonstrationFile.read(again).episodes().get(0).actions());
    }

    @Test
    void shouldNotWriteOverAnything() {
        String npz = written("CartPole-v1").toString();

        CommandRun run = CommandRun.of("convert", npz, npz);

        assertEquals(ExitCode.REFUSED, run.code());
        assertTrue(run.err().contains("it is there already"), run.err());
    }

    @Test
    void shouldWarnOfWhatMayMislead() {
        Episode blind = new Episode(600, new double[600 * 4], null, null, false, true);
        Demonstrations recorded =
                new Demonstrations("test", Optional.empty(), 4, 0, false, List.of(blind, blind));

        String text = Inspection.of("x", recorded).text();

        assertTrue(text.contains("note: all 2 episodes have 600 steps"), text);
        assertTrue(text.contains("note: no actions"), text);
        assertTrue(text.contains("note: no rewards"), text);
        assertTrue(text.contains("note: no final observations"), text);
        assertTrue(
                text.contains("note: an episode has 600 steps, but CartPole-v1 ends after 500"),
                text);
    }

    @ParameterizedTest
    @CsvSource({
        "--motion walk, --motion is about a world; add --env ID",
        "--mirror, --mirror is about a world; add --env ID",
        "--margin max, --margin is about a world; add --env ID",
        "--size 4, 'leave out FILE, or them'",
    })
    void shouldRefuseOptionsThatWouldDoNothing(String options, String told) {
        List<String> arguments = new ArrayList<>();
        arguments.add("inspect");
        arguments.add(written("CartPole-v1").toString());
        arguments.addAll(List.of(options.split(" ")));

        CommandRun run = CommandRun.of(arguments);

        assertEquals(ExitCode.REFUSED, run.code(), run.err());
        assertTrue(run.err().contains(told), run.err());
    }
}
