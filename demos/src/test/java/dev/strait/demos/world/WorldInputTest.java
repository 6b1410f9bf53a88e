package dev.strait.demos.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.strait.demos.CommandRun;
import dev.strait.demos.configuration.Configuration;
import dev.strait.demos.terminal.ExitCode;
import dev.strait.envs.locomotion.Locomotion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A body of the user's own, on every command that steps worlds. */
class WorldInputTest {

    @TempDir Path folder;

    private static String bundled(String name) throws IOException {
        try (InputStream in = Locomotion.class.getResourceAsStream(name + ".xml")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** A hopper on the moon. */
    private Path light() throws IOException {
        String heavy = bundled("hopper");
        String light = heavy.replaceFirst("<option ", "<option gravity=\"0 0 -1.62\" ");
        assertNotEquals(heavy, light);
        return Files.writeString(folder.resolve("moon.xml"), light);
    }

    private CommandRun train(String... more) {
        String[] arguments = new String[more.length + 5];
        arguments[0] = "ppo";
        arguments[1] = "--quiet";
        arguments[2] = "--device=cpu";
        arguments[3] = "--env=Hopper-v4";
        arguments[4] = "--set=ppo.epochs=1";
        System.arraycopy(more, 0, arguments, 5, more.length);
        return CommandRun.of(arguments);
    }

    @Test
    void shouldTrainOnTheUsersBodyAndKeepItsPath() throws IOException {
        Path moon = light();
        Path run = folder.resolve("run");

        CommandRun first = train("--model=" + moon, "--margin=sum", "--steps=2048", "--out=" + run);

        assertEquals(ExitCode.DONE, first.code(), first.err());
        Path asked = run.resolve("config.yaml");
        assertEquals(Optional.of(moon.toString()), Configuration.peek(asked, "model"));
        assertEquals(Optional.of("sum"), Configuration.peek(asked, "margin"));
        CommandRun more =
                CommandRun.of("ppo", "--quiet", "--device=cpu", "--resume=" + run, "--steps=4096");
        assertEquals(ExitCode.DONE, more.code(), more.err());
        assertEquals(Optional.of(moon.toString()), Configuration.peek(asked, "model"));
        assertEquals(evaluate("--policy=" + run, "--model=" + moon), evaluate("--policy=" + run));
        Path earth = Files.writeString(folder.resolve("earth.xml"), bundled("hopper"));
        assertNotEquals(
                evaluate("--policy=" + run, "--model=" + earth), evaluate("--policy=" + run));
    }

    private static String evaluate(String... more) {
        String[] arguments = new String[more.length + 2];
        arguments[0] = "evaluate";
        arguments[1] = "--episodes=3";
        System.arraycopy(more, 0, arguments, 2, more.length);
        CommandRun run = CommandRun.of(arguments);
        assertEquals(ExitCode.DONE, run.code(), run.err());
        return run.out();
    }

    @Test
    void shouldFallSlowlierOnTheMoon() throws IOException {
        String earth = evaluate("--random", "--env=Hopper-v4");
        assertNotEquals(earth, evaluate("--random", "--env=Hopper-v4", "--model=" + light()));
        assertNotEquals(earth, evaluate("--random", "--env=Hopper-v4", "--margin=sum"));
        assertEquals(earth, evaluate("--random", "--env=Hopper-v4", "--margin=max"));
    }

    private static void assertRefused(String expected, String... arguments) {
        CommandRun run = CommandRun.of(arguments);
        assertEquals(ExitCode.REFUSED, run.code(), run.err());
        assertEquals(1, run.err().lines().count(), run.err());
        assertTrue(run.err().contains(expected), run.err());
    }

    @Test
    void shouldSayInOneLineWhatDoesNotFit() throws IOException {
        Path cheetah = Files.writeString(folder.resolve("c.xml"), bundled("half_cheetah"));
        Path broken = Files.writeString(folder.resolve("b.xml"), "<mujoco><worldbody>");
        String random = "--random";
        assertRefused(
                "has 9 positions, 9 velocities and 6 controls, but a body for Hopper-v4 has 6, 6"
                        + " and 3",
                "evaluate",
                random,
                "--env=Hopper-v4",
                "--model=" + cheetah);
        assertRefused(
                "'CartPole-v1' has no body of its own to replace",
                "evaluate",
                random,
                "--env=CartPole-v1",
                "--model=" + cheetah);
        assertRefused("b.xml", "evaluate", random, "--env=Hopper-v4", "--model=" + broken);
        assertRefused(
                "there is no such file",
                "ppo",
                "--env=Hopper-v4",
                "--model=" + folder.resolve("none.xml"));
        assertRefused(
                "--margin must be max or sum, but was 'min'",
                "ppo",
                "--env=Hopper-v4",
                "--margin=min");
    }
}
