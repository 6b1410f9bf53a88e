package dev.strait.demos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.strait.envs.Environments;
import dev.strait.envs.demonstration.Demonstrations;
import dev.strait.envs.demonstration.Episode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class InspectCommandTest {

    private static final Path CARTPOLE =
            Path.of(System.getProperty("shared.data"))
                    .resolve("demonstrations/imitation/cartpole_0.final.npz");

    private static Demonstrations recorded(boolean discrete, double[] observations, double action) {
        int size = observations.length / 2;
        Episode episode =
                new Episode(1, observations, new double[] {action}, new double[] {1}, false, true);
        return new Demonstrations("test", Optional.empty(), size, 1, discrete, List.of(episode));
    }

    private static WorldFit fit(Demonstrations recorded, String world) {
        return WorldFit.of(recorded, Environments.make(world));
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
        assertTrue(
                text.out().contains("have 3:" + System.lineSeparator() + "    Pendulum-v1"),
                text.out());
        JsonNode document = JsonMapper.builder().build().readTree(json.out());
        assertEquals(57, document.get("episodes").asInt());
        assertEquals("discrete", document.get("actionKind").asText());
        assertEquals("", json.err());
    }

    @Test
    void shouldSayWhyARecordingDoesNotFit() {
        Demonstrations four = recorded(true, new double[8], 1);

        assertTrue(fit(four, "CartPole-v1").fits());
        assertEquals(
                "observations of 4 numbers, the world's have 3",
                fit(four, "Pendulum-v1").reason().orElseThrow());
        assertEquals(
                "actions are continuous, the world's discrete",
                fit(recorded(false, new double[8], 1), "CartPole-v1").reason().orElseThrow());
        assertTrue(
                fit(recorded(true, new double[8], 2), "CartPole-v1")
                        .reason()
                        .orElseThrow()
                        .startsWith("action 2 at step 0 of episode 0 is not in"));
        assertTrue(
                fit(recorded(true, new double[] {0, 0, 5, 0}, 1), "MountainCar-v0")
                        .reason()
                        .orElseThrow()
                        .startsWith("observation[0] at step 1 of episode 0 is 5.0, outside [-1.2"));
    }

    @Test
    void shouldForgiveBoundsInSinglePrecision() {
        double rounded = -1.2000000476837158;

        assertTrue(
                fit(recorded(true, new double[] {rounded, 0, 0, 0}, 1), "MountainCar-v0").fits());
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
}
