package dev.strait.demos.play;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.strait.demos.CommandRun;
import dev.strait.demos.SmallPolicies;
import dev.strait.demos.terminal.ExitCode;
import dev.strait.envs.Environments;
import dev.strait.envs.demonstration.DemonstrationFile;
import dev.strait.envs.demonstration.Demonstrations;
import dev.strait.envs.demonstration.Episode;
import dev.strait.envs.demonstration.Replay;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordCommandTest {

    @TempDir Path folder;

    private CommandRun record(String world, Path out, String... more) {
        Path policy = folder.resolve(world);
        if (!Files.exists(policy)) {
            SmallPolicies.save(policy, world);
        }
        List<String> arguments =
                new ArrayList<>(
                        List.of("record", "--policy", policy.toString(), "--out", out.toString()));
        arguments.addAll(List.of(more));
        return CommandRun.of(arguments);
    }

    private Demonstrations recorded(String world, String name, String... more) {
        Path out = folder.resolve(name);
        CommandRun run = record(world, out, more);
        assertEquals(ExitCode.DONE, run.code(), run.err());
        return DemonstrationFile.read(out);
    }

    @ParameterizedTest
    @ValueSource(strings = {"minari", "imitation-npz", "episodes-npz"})
    void shouldWriteWhatTheWorldRepeatsInEveryFormat(String format) {
        Demonstrations recorded =
                recorded("CartPole-v1", "out", "--format", format, "--episodes", "3");

        assertEquals(3, recorded.episodes().size());
        assertEquals("CartPole-v1", recorded.environmentId().orElseThrow());
        for (Episode episode : recorded.episodes()) {
            assertTrue(episode.hasFinalObservation(4));
            assertTrue(episode.terminated());
            assertFalse(episode.truncated());
            assertEquals(episode.length(), episode.episodeReturn());
        }
        Replay replay = Replay.of(recorded, Environments.spec("CartPole-v1"));
        assertTrue(replay.maxObservationDeviation() < 1e-5, replay::toString);
        assertEquals(0, replay.earlyEnds());
    }

    @Test
    void shouldStartEveryEpisodeFromItsOwnSeed() {
        Demonstrations recorded =
                recorded("Pendulum-v1", "out.npz", "--episodes", "2", "--seed", "41");

        double[] first = Environments.make("Pendulum-v1").reset(42);
        double[] observations = recorded.episodes().get(1).observations();
        for (int i = 0; i < first.length; i++) {
            assertEquals(first[i], observations[i], 1e-6);
        }
    }

    @Test
    void shouldTellACutFromAnEnd() {
        Episode episode = recorded("Pendulum-v1", "out.npz", "--episodes", "1").episodes().get(0);

        assertEquals(200, episode.length());
        assertTrue(episode.truncated());
        assertFalse(episode.terminated());
    }

    @Test
    void shouldPlayMoreEpisodesThanWorldsAtOnceAsIfAtOnce() {
        Demonstrations recorded = recorded("CartPole-v1", "many.npz", "--episodes", "258");
        Demonstrations last =
                recorded("CartPole-v1", "last.npz", "--episodes", "1", "--seed", "258");

        assertEquals(258, recorded.episodes().size());
        assertArrayEquals(
                last.episodes().get(0).observations(), recorded.episodes().get(257).observations());
    }

    @Test
    void shouldDrawActionsOnlyWhereAsked() {
        String[] drawn = {"--episodes", "1", "--stochastic"};

        Demonstrations most = recorded("Pendulum-v1", "most.npz", "--episodes", "1");
        Demonstrations one = recorded("Pendulum-v1", "one.npz", drawn);
        Demonstrations two = recorded("Pendulum-v1", "two.npz", drawn);

        double[] actions = one.episodes().get(0).actions();
        assertArrayEquals(two.episodes().get(0).actions(), actions);
        assertTrue(spread(actions) > 10 * spread(most.episodes().get(0).actions()));
    }

    private static double spread(double... values) {
        double sum = 0;
        for (int i = 1; i < values.length; i++) {
            sum += Math.abs(values[i] - values[i - 1]);
        }
        return sum;
    }

    @Test
    void shouldLeaveOutAndCountEpisodesBelowTheMinimumReturn() {
        String[] both = {"--stochastic", "--episodes", "30"};
        Demonstrations all = recorded("CartPole-v1", "all.npz", both);
        double least = all.statistics().returns().orElseThrow().mean();
        long good = all.episodes().stream().filter(e -> e.episodeReturn() >= least).count();

        CommandRun run =
                record(
                        "CartPole-v1",
                        folder.resolve("good.npz"),
                        "--stochastic",
                        "--episodes",
                        "30",
                        "--minimum-return",
                        Double.toString(least));

        assertTrue(good > 0 && good < 30, "the mean divides the episodes");
        assertEquals(good, DemonstrationFile.read(folder.resolve("good.npz")).episodes().size());
        assertTrue(run.err().contains((30 - good) + " below the minimum return left out"));
        assertTrue(run.out().contains("played    30"), run.out());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--minimum-return 501 | nothing to write: the best of 2 episodes has",
                "--minimum-return NaN | must be a number",
                "--episodes 0 | --episodes must be in [1, 1000000], but was 0",
                "--seed -1 | --seed must not be negative, but was -1",
                "--format csv | csv is read, but not written",
                "--format what | no format is named 'what'",
                "--env Pendulum-v1 | the policy sees (4) numbers, but Pendulum-v1 shows (3)",
                "--env CartPole | no world is called 'CartPole'; did you mean 'CartPole-v1'?",
                "--device gpu:99 | there is no device gpu:99",
            })
    void shouldRefuseInOneLineAndWriteNothing(String options, String reason) {
        List<String> more = new ArrayList<>(List.of("--episodes", "2"));
        if (options.startsWith("--episodes")) {
            more.clear();
        }
        more.addAll(List.of(options.split(" ")));
        Path out = folder.resolve("out.npz");

        CommandRun run = record("CartPole-v1", out, more.toArray(String[]::new));

        assertEquals(ExitCode.REFUSED, run.code(), run.err());
        assertTrue(run.err().contains(reason), run.err());
        assertEquals(1, run.err().strip().lines().count(), run.err());
        assertFalse(Files.exists(out));
    }

    @Test
    void shouldLeaveAloneWhatIsThere() throws IOException {
        Path out = folder.resolve("mine.npz");
        Files.writeString(out, "precious");

        CommandRun run = record("CartPole-v1", out);

        assertEquals(ExitCode.REFUSED, run.code());
        assertTrue(run.err().contains("is there already"), run.err());
        assertEquals("precious", Files.readString(out));
    }

    @Test
    void shouldRefuseAFolderWithoutAPolicy() {
        CommandRun run =
                CommandRun.of("record", "--policy", folder.toString(), "--out", folder + "/x.npz");

        assertEquals(ExitCode.REFUSED, run.code());
        assertEquals(1, run.err().strip().lines().count(), run.err());
    }
}
