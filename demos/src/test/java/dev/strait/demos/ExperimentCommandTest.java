package dev.strait.demos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.strait.demos.experiment.Exhibits;
import dev.strait.demos.terminal.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExperimentCommandTest {

    @TempDir Path folder;

    private CommandRun run(String... arguments) {
        String[] all = new String[arguments.length + 3];
        all[0] = "experiment";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        all[arguments.length + 1] = "--out";
        all[arguments.length + 2] = folder.resolve("run").toString();
        return CommandRun.of(all);
    }

    @Test
    void shouldListEveryExperimentOnALineOfItsOwn() {
        CommandRun run = CommandRun.of("experiment");

        assertEquals(ExitCode.DONE, run.code(), run.err());
        assertEquals(1 + Exhibits.all().size(), run.out().lines().count());
        for (String name : Exhibits.names()) {
            assertTrue(run.out().contains("\n" + name + " "), name);
        }
        run.out().lines().forEach(line -> assertTrue(line.length() <= 120, line));
    }

    @Test
    void shouldDrawTheGameAndSayThatItCameOut() throws IOException {
        CommandRun run = run("game-xy");

        assertEquals(ExitCode.DONE, run.code(), run.err());
        assertTrue(run.out().startsWith("game-xy: All 6 figures came out"), run.out());
        JsonNode told =
                JsonMapper.builder().build().readTree(folder.resolve("run/summary.json").toFile());
        assertEquals("game-xy", told.get("experiment").asText());
        assertTrue(told.get("holds").asBoolean());
        assertEquals(6, told.get("checks").size());
        assertEquals(Math.sqrt(1.01), told.get("checks").get(0).get("measured").asDouble(), 1e-9);
        String page = Files.readString(folder.resolve("run/report.html"));
        assertTrue(page.contains("strait experiment game-xy --seed 1"));
        assertTrue(page.contains("<h3>alternating</h3>"));
    }

    @Test
    void shouldMatchTheEigenvaluesOfEveryDiracGan() throws IOException {
        CommandRun run = run("dirac-gan", "--seed", "3");

        assertEquals(ExitCode.DONE, run.code(), run.out());
        String page = Files.readString(folder.resolve("run/report.html"));
        assertTrue(page.contains("-0.5000"), "the critical eigenvalue");
        assertFalse(page.contains("✗"), "nothing is missed");
    }

    @Test
    void shouldPlayTheRecipesThatAreNamed() throws IOException {
        CommandRun run = run("mixtures", "--recipes", "gan,R3GAN", "--steps", "5");

        assertEquals(ExitCode.DONE, run.code(), run.err());
        assertEquals(4, run.err().lines().count(), run.err());
        assertTrue(run.out().contains("So short a run is held to no figure."), run.out());
        String page = Files.readString(folder.resolve("run/report.html"));
        assertTrue(page.contains("r3gan"));
        assertTrue(page.contains("--recipes gan,R3GAN --steps 5"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "dirac-gam | unknown experiment 'dirac-gam'; did you mean 'dirac-gan'?",
                "frobnicate | unknown experiment 'frobnicate'; strait experiment lists them",
                "game-xy --steps 3 | --recipes and --steps are for mixtures; game-xy has neither",
                "mixtures --recipes gam | no recipe is called 'gam'",
                "mixtures --steps 0 | --steps must be at least 1, but was 0",
                "game-xy --seed -1 | --seed must not be negative, but was -1",
                "game-xy --device gpu:77 | there is no device gpu:77",
            })
    void shouldRefuseInOneLineAndLeaveNothing(String arguments, String reason) {
        CommandRun run = run(arguments.split(" "));

        assertEquals(ExitCode.REFUSED, run.code(), run.err());
        assertTrue(run.err().contains(reason), run.err());
        assertEquals(1, run.err().strip().lines().count(), run.err());
        assertFalse(Files.exists(folder.resolve("run")));
    }
}
