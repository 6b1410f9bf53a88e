package dev.strait.demos.imitation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.strait.demos.CommandRun;
import dev.strait.demos.terminal.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A clip on the command line, from training to measuring. */
class MotionCommandTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir Path folder;

    private static void assertRefused(String reason, String... arguments) {
        CommandRun run = CommandRun.of(arguments);
        assertEquals(2, run.code());
        assertTrue(run.err().contains(reason), run.err());
        assertEquals(1, run.err().strip().lines().count(), run.err());
    }

    /** DeepMimic's layout: two poses, standing, a metre apart. */
    private Path clip() throws IOException {
        double[][] rows = new double[2][44];
        for (double[] row : rows) {
            row[0] = 0.5;
            row[2] = 0.9;
            for (int at : new int[] {4, 8, 12, 16, 21, 25, 30, 35, 39}) {
                row[at] = 1;
            }
        }
        rows[1][1] = 1;
        String text = JSON.writeValueAsString(rows);
        return Files.writeString(
                folder.resolve("glide.txt"), "{\"Loop\": \"wrap\", \"Frames\": " + text + "}");
    }

    @Test
    void shouldImitateAClipFromAFileAndMeasureIt() throws IOException {
        Path clip = clip();
        Path run = folder.resolve("run");
        CommandRun trained =
                CommandRun.of(
                        "imitate",
                        "--recipe",
                        "vail",
                        "--env",
                        "PlanarBiped-v0",
                        "--motion",
                        clip.toString(),
                        "--steps",
                        "512",
                        "--set",
                        "ppo.worlds=8",
                        "--set",
                        "ppo.stepsPerRound=32",
                        "--out",
                        run.toString(),
                        "--quiet");

        assertEquals(ExitCode.DONE, trained.code(), trained.err());
        assertTrue(trained.out().contains("motion glide: rotation error"), trained.out());
        JsonNode summary = JSON.readTree(run.resolve("summary.json").toFile());
        assertEquals("PlanarBiped-v0:" + clip, summary.get("environment").asText());
        assertTrue(summary.get("rotationErrorRadians").asDouble() > 0);
        assertTrue(summary.get("episodeSeconds").asDouble() > 0.1);
        assertFalse(summary.get("speed").isNull());
        assertTrue(Files.readString(run.resolve("config.yaml")).contains(clip.toString()));
        String report = Files.readString(run.resolve("report.html"));
        assertTrue(report.contains("rotation error") && report.contains("clip is behind"));

        JsonNode told =
                json(
                        "evaluate",
                        "--policy",
                        run.toString(),
                        "--episodes",
                        "4",
                        "--max-steps",
                        "3",
                        "--json");
        assertEquals(0.1, told.at("/motion/episodeSeconds").asDouble(), 1e-9);
        assertEquals("glide", told.at("/motion/clip").asText());
        assertEquals(2, told.at("/motion/clipSpeed").asDouble(), 1e-9);
        assertEquals(3, told.at("/policyLength/max").asInt());
    }

    /** Its saved reward finds the clip again, by the id of the world. */
    @ParameterizedTest
    @ValueSource(strings = {"add", "vail-difference"})
    void shouldTrainByWhatAStateLacksOfTheClip(String recipe) throws IOException {
        Path run = folder.resolve(recipe);
        CommandRun trained =
                CommandRun.of(
                        "imitate",
                        "--recipe=" + recipe,
                        "--env=PlanarBipedPhase-v0",
                        "--motion=run",
                        "--steps=512",
                        "--set=ppo.worlds=8",
                        "--set=ppo.stepsPerRound=32",
                        "--out=" + run,
                        "--quiet");
        assertEquals(ExitCode.DONE, trained.code(), trained.err());
        assertTrue(JSON.readTree(run.resolve("reward.json").toFile()).has("weightsSha256"));

        CommandRun again =
                CommandRun.of(
                        "ppo",
                        "--env=PlanarBipedPhase-v0",
                        "--motion=run",
                        "--reward=" + run,
                        "--steps=256",
                        "--set=ppo.worlds=8",
                        "--set=ppo.stepsPerRound=32",
                        "--out=" + folder.resolve("ppo"),
                        "--quiet");
        assertEquals(ExitCode.DONE, again.code(), again.err());
    }

    private static JsonNode json(String... arguments) throws IOException {
        CommandRun run = CommandRun.of(arguments);
        assertEquals(ExitCode.DONE, run.code(), run.err());
        return JSON.readTree(run.out());
    }

    @Test
    void shouldPlayRandomActionsInTheWorldOfAClip() throws IOException {
        JsonNode told =
                json(
                        "evaluate",
                        "--random",
                        "--env",
                        "PlanarBiped-v0",
                        "--motion",
                        "run",
                        "--episodes",
                        "5",
                        "--json");

        assertEquals("PlanarBiped-v0:run", told.get("environment").asText());
        assertTrue(told.get("motion").isNull());
    }

    /** What is done to the clip is part of the world that the run keeps. */
    @Test
    void shouldFindAMirroredAndLoopedClipAgain() throws IOException {
        Path clip = clip();
        Files.writeString(clip, Files.readString(clip).replace("wrap", "none"));
        Path run = folder.resolve("run");
        CommandRun trained =
                CommandRun.of(
                        "ppo",
                        "--env",
                        "PlanarBiped-v0",
                        "--motion",
                        clip.toString(),
                        "--mirror",
                        "--loop",
                        "--steps",
                        "64",
                        "--set",
                        "ppo.worlds=8",
                        "--set",
                        "ppo.stepsPerRound=8",
                        "--out",
                        run.toString(),
                        "--quiet");
        assertEquals(ExitCode.DONE, trained.code(), trained.err());

        String world = "PlanarBiped-v0:" + clip + "+loop+mirror";
        JsonNode told = json("evaluate", "--policy", run.toString(), "--episodes", "2", "--json");
        assertEquals(world, told.get("environment").asText());
        // For ever: an episode may last 10 s, the clip does half a second.
        assertEquals(10, told.at("/motion/longestEpisodeSeconds").asDouble(), 1e-9);
        CommandRun further = CommandRun.of("ppo", "--resume", run.toString(), "--steps", "128");
        assertEquals(ExitCode.DONE, further.code(), further.err());
        JsonNode summary = JSON.readTree(run.resolve("summary.json").toFile());
        assertEquals(world, summary.get("environment").asText());
        assertEquals(128, summary.get("environmentSteps").asInt());
    }

    @Test
    void shouldTellWhatIsInAClip() throws IOException {
        Path clip = clip();
        JsonNode told = json("inspect", clip.toString(), "--json");
        assertEquals(2, told.get("frames").asInt());
        assertEquals(0.5, told.get("seconds").asDouble(), 1e-12);
        assertEquals(2, told.get("speed").asDouble(), 1e-12);
        assertEquals(0.9, told.get("lowestRoot").asDouble(), 1e-12);
        assertTrue(told.get("looping").asBoolean());
        assertEquals("Humanoid3D-v0", told.at("/fits/2").asText());

        // With the mark that some editors put first.
        Files.writeString(clip, "\uFEFF" + Files.readString(clip).replace("wrap", "none"));
        CommandRun once = CommandRun.of("inspect", clip.toString());
        assertEquals(ExitCode.DONE, once.code(), once.err());
        assertTrue(once.out().contains("note: an episode ends where the clip does"), once.out());

        assertRefused("is a motion clip; leave out", "inspect", clip.toString(), "--replay");
        assertRefused(
                "glide.txt: it is a motion clip, not demonstrations: name it with --motion",
                "imitate",
                "--demonstrations",
                clip.toString());
    }

    @Test
    void shouldRefuseInOneLine() throws IOException {
        Path broken = Files.writeString(folder.resolve("broken.txt"), "{\"Frames\": [[1, 2]]}");
        assertRefused(
                "broken.txt: a motion needs at least 2 frames, but has 1",
                "imitate",
                "--motion",
                broken.toString());
        assertRefused(
                "no-such: there is no such file",
                "ppo",
                "--env",
                "Humanoid3D-v0",
                "--motion",
                "no-such");
        assertRefused(
                "--mirror says what is to be done with a clip; add --motion CLIP",
                "imitate",
                "--mirror");
        assertRefused(
                "CartPole-v1 follows no motion", "ppo", "--env", "CartPole-v1", "--motion", "run");
        assertRefused(
                "--max-steps must be in",
                "evaluate",
                "--random",
                "--env",
                "CartPole-v1",
                "--max-steps",
                "0");
    }
}
