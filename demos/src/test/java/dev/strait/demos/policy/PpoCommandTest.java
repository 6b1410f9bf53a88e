package dev.strait.demos.policy;

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

class PpoCommandTest {

    @TempDir Path folder;

    private CommandRun ppo(String... more) {
        String[] arguments = new String[more.length + 4];
        arguments[0] = "ppo";
        arguments[1] = "--quiet";
        arguments[2] = "--device=cpu";
        arguments[3] = "--out=" + folder.resolve("run");
        System.arraycopy(more, 0, arguments, 4, more.length);
        return CommandRun.of(arguments);
    }

    private JsonNode summary() throws IOException {
        return JsonMapper.builder().build().readTree(folder.resolve("run/summary.json").toFile());
    }

    @Test
    void shouldTellTheSameFieldsWithoutExpertAndBottleneck() throws IOException {
        CommandRun run = ppo("--env=CartPole-v1", "--steps=2048", "--seed=3");

        assertEquals(ExitCode.DONE, run.code(), run.err());
        JsonNode summary = summary();
        assertEquals("ppo", summary.get("command").asText());
        assertEquals("ppo", summary.get("algorithm").asText());
        assertEquals(3, summary.get("seed").asLong());
        assertEquals(2048, summary.get("environmentSteps").asLong());
        assertEquals(100, summary.get("policyReturn").get("episodes").asInt());
        assertEquals(100, summary.get("randomReturn").get("episodes").asInt());
        for (String absent :
                new String[] {"expertReturn", "constraintSatisfied", "stepsToTarget"}) {
            assertTrue(summary.get(absent).isNull(), absent);
        }
        assertFalse(run.out().contains("expert"), run.out());
        assertTrue(run.out().contains("never reached the target of 475.0"), run.out());
        assertTrue(Files.exists(folder.resolve("run/report.html")));
    }

    @Test
    void shouldMeasurePendulumAgainstMinusTwoHundred() {
        CommandRun run = ppo("--env=Pendulum-v1", "--steps=2048", "--set=ppo.epochs=1");

        assertEquals(ExitCode.DONE, run.code(), run.err());
        assertTrue(run.out().contains("never reached the target of -200.0"), run.out());
    }

    @Test
    void shouldTrainInAWorldWithoutAThresholdOrPreset() {
        CommandRun run =
                ppo("--env=strait/ProbeContinuousAction-v0", "--steps=1024", "--set=ppo.epochs=1");

        assertEquals(ExitCode.DONE, run.code(), run.err());
        assertFalse(run.out().contains("reached"), run.out());
    }
}
