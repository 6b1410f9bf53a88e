package dev.strait.demos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.strait.demos.terminal.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BenchCommandTest {

    @Test
    void shouldMeasureEverythingInOneDocument() throws IOException {
        CommandRun run = CommandRun.of("bench", "--json", "--seconds", "0.02", "--device", "cpu");

        assertEquals(ExitCode.DONE, run.code(), run.err());
        JsonNode told = JsonMapper.builder().build().readTree(run.out());
        assertEquals("cpu", told.get("device").asText());
        assertEquals(1, told.get("threads").asInt());
        // Five worlds, six worlds on bodies, the matrix product alone and in a dense layer, two
        // sizes
        // of minibatch, the bottleneck with and without penalty and four GANs, each by time and
        // rate, acting, five bodies.
        assertEquals(33, told.get("measurements").size());
        for (JsonNode measurement : told.get("measurements")) {
            assertTrue(measurement.get("value").asDouble() > 0, measurement::toString);
            assertTrue(measurement.get("coreShare").asDouble() > 0, measurement::toString);
            assertTrue(measurement.get("unit").asText().length() >= 2, measurement::toString);
        }
    }

    @Test
    void shouldMeasureOnlyWhatIsNamedInAFixedOrder() {
        CommandRun run =
                CommandRun.of("bench", "forward", "gemm", "--seconds", "0.02", "--device", "cpu");

        assertEquals(ExitCode.DONE, run.code(), run.err());
        String[] lines = run.out().split("\\R");
        assertTrue(lines[0].startsWith("matrix product, 512 × 512 float32 "), lines[0]);
        assertTrue(lines[0].matches(".*GFLOP/s +\\d+ % of a core"), lines[0]);
        assertTrue(lines[1].startsWith("dense layer, 512 × 512 float32, 512 rows "), lines[1]);
        assertTrue(lines[2].startsWith("acting in 8 worlds"), lines[2]);
        assertTrue(lines[3].startsWith("on cpu, engine threads 1; medians of five"), lines[3]);
    }

    @Test
    void shouldCompareSingleStepsWithRecordings() {
        Path recordings = Path.of(System.getProperty("shared.data", "missing"), "physics");
        Assumptions.assumeTrue(Files.isDirectory(recordings), "no shared data: " + recordings);
        CommandRun run = CommandRun.of("bench", "agreement", "--data", recordings.toString());

        assertEquals(ExitCode.DONE, run.code(), run.err());
        assertTrue(
                run.out()
                        .lines()
                        .anyMatch(
                                line -> line.matches("ant, error of 200 .*: largest .*e-1\\d .*")),
                run.out());
        assertEquals(30, run.out().lines().filter(l -> l.contains("error of")).count());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "--seconds 0 | --seconds must be in (0, 3600], but was 0.0",
                "--seconds NaN | --seconds must be in (0, 3600], but was NaN",
                "--threads 0 | threads must be in [1, 1024], but was 0",
                "--device gpu:77 | there is no device gpu:77",
                "agreement | agreement needs --data, a folder of recorded steps",
                "stepping --data nowhere | --data is for agreement, which is not asked for",
                "agreement --data nowhere | nowhere is not a folder of recordings",
                "agreement --data src | no recordings NAME_model.txt and NAME_steps.csv in src",
                "everything | unexpected 'everything'; see strait bench --help",
            })
    void shouldRefuseInOneLine(String options, String reason) {
        CommandRun run = CommandRun.of(("bench " + options).split(" "));

        assertEquals(ExitCode.REFUSED, run.code(), run.err());
        assertTrue(run.err().contains(reason), run.err());
        assertEquals(1, run.err().strip().lines().count(), run.err());
    }
}
