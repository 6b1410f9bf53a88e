package dev.strait.demos.imitation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.strait.demos.CommandRun;
import dev.strait.demos.terminal.ExitCode;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A discriminator of frames on the command line. */
class PixelsCommandTest {

    @TempDir Path folder;

    private static CommandRun imitate(Path run, String... more) {
        List<String> arguments =
                new ArrayList<>(
                        List.of(
                                "imitate",
                                "--env",
                                "PlanarBiped-v0:run",
                                "--pixels",
                                "--set",
                                "ppo.worlds=8",
                                "--set",
                                "ppo.stepsPerRound=16",
                                "--set",
                                "discriminator.updatesPerRound=2",
                                "--out",
                                run.toString(),
                                "--quiet"));
        arguments.addAll(List.of(more));
        return CommandRun.of(arguments.toArray(String[]::new));
    }

    private static CommandRun done(CommandRun run) {
        assertEquals(ExitCode.DONE, run.code(), run.err());
        return run;
    }

    private static void assertRefused(String reason, String... arguments) {
        CommandRun run = CommandRun.of(arguments);
        assertEquals(2, run.code());
        assertTrue(run.err().contains(reason), run.err());
        assertEquals(1, run.err().strip().lines().count(), run.err());
    }

    @Test
    void shouldShowWhatTheDiscriminatorSeesAndWhereItLooks() throws IOException {
        Path run = folder.resolve("run");
        done(imitate(run, "--steps", "256"));

        JsonNode summary =
                JsonMapper.builder().build().readTree(run.resolve("summary.json").toFile());
        assertTrue(summary.get("frameSlope").asDouble() > 0);
        BufferedImage sheet = ImageIO.read(run.resolve("frames.png").toFile());
        assertEquals(8 * 130 - 2, sheet.getWidth());
        assertEquals(4 * 130 - 2, sheet.getHeight());
        assertTrue(Files.size(run.resolve("frames.gif")) > 1000);
        String report = Files.readString(run.resolve("report.html"));
        assertTrue(report.contains("What the discriminator sees"));
        assertEquals(3, report.split("data:image/", -1).length - 1, "film, sheet, their film");
        assertTrue(Files.readString(run.resolve("config.yaml")).contains("type: Frames"));
    }

    /** The reward that was learned from frames draws them again, for another policy. */
    @Test
    void shouldPayAnotherPolicyByFrames() {
        Path learned = folder.resolve("learned");
        done(imitate(learned, "--steps", "128"));
        CommandRun paid =
                CommandRun.of(
                        "ppo",
                        "--env",
                        "PlanarBiped-v0:walk",
                        "--reward",
                        learned.toString(),
                        "--steps",
                        "128",
                        "--set",
                        "ppo.worlds=8",
                        "--set",
                        "ppo.stepsPerRound=16",
                        "--out",
                        folder.resolve("paid").toString(),
                        "--quiet");
        done(paid);
        assertFalse(Files.exists(folder.resolve("paid/frames.png")), "nobody learned to look");
        assertRefused(
                "learned from observations of 18 numbers",
                "ppo",
                "--env",
                "Pendulum-v1",
                "--reward",
                learned.toString());
    }

    @Test
    void shouldResumeToTheBit() throws IOException {
        Path once = folder.resolve("once");
        Path twice = folder.resolve("twice");
        done(imitate(once, "--steps", "512", "--set", "ppo.anneal=false"));
        done(imitate(twice, "--steps", "256", "--set", "ppo.anneal=false"));
        done(CommandRun.of("imitate", "--resume", twice.toString(), "--steps", "512", "--quiet"));

        for (String file : new String[] {"policy.safetensors", "reward.safetensors"}) {
            assertArrayEquals(
                    Files.readAllBytes(once.resolve(file)),
                    Files.readAllBytes(twice.resolve(file)),
                    file);
        }
    }

    /** Its own filters come back from a configuration, with the preset of frames around them. */
    @Test
    void shouldRepeatARunFromItsConfiguration() throws IOException {
        Path first = folder.resolve("first");
        String filters = "{type: Frames, filters: [{count: 4, kernel: 8, stride: 8, padding: 0}]}";
        done(imitate(first, "--steps", "128", "--set", "discriminator.view=" + filters));
        Path again = folder.resolve("again");
        done(
                CommandRun.of(
                        "imitate",
                        "--config",
                        first.resolve("config.yaml").toString(),
                        "--out",
                        again.toString(),
                        "--quiet"));
        assertArrayEquals(
                Files.readAllBytes(first.resolve("reward.safetensors")),
                Files.readAllBytes(again.resolve("reward.safetensors")));
    }

    @Test
    void shouldCompareRecipesOnFrames() throws IOException {
        Path all = folder.resolve("all");
        done(
                CommandRun.of(
                        "compare",
                        "--pixels",
                        "--env",
                        "PlanarBiped-v0:run",
                        "--seeds",
                        "1",
                        "--steps",
                        "128",
                        "--set",
                        "ppo.worlds=8",
                        "--set",
                        "discriminator.updatesPerRound=2",
                        "--out",
                        all.toString(),
                        "--quiet"));
        for (String recipe : new String[] {"gail", "vail"}) {
            Path own = all.resolve(recipe + "-PlanarBiped-v0-run-0");
            assertTrue(Files.exists(own.resolve("frames.png")), own.toString());
        }
        assertTrue(Files.readString(all.resolve("config.yaml")).contains("pixels: true"));
    }

    @Test
    void shouldRefuseInOneLine() {
        assertRefused("CartPole is not", "compare", "--env", "CartPole-v1", "--pixels");
        assertRefused(
                "CartPole is not; leave out --pixels",
                "imitate",
                "--env",
                "CartPole-v1",
                "--pixels");
        assertRefused("Humanoid3d is not", "imitate", "--env", "Humanoid3D-v0", "--pixels");
        assertRefused(
                "a shaped logit needs stateOnlyReward",
                "imitate",
                "--recipe",
                "airl",
                "--env",
                "PlanarBiped-v0",
                "--pixels");
        assertRefused(
                "input must be STATE or TRANSITION",
                "imitate",
                "--env",
                "PlanarBiped-v0",
                "--pixels",
                "--input",
                "state-action");
    }
}
