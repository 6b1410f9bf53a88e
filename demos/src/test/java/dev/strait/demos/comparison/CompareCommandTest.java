package dev.strait.demos.comparison;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.strait.demos.CommandRun;
import dev.strait.demos.ScriptedCartPole;
import dev.strait.demos.TrainingProcess;
import dev.strait.demos.terminal.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompareCommandTest {

    @TempDir Path folder;

    private Path demonstrations;

    @BeforeEach
    void writeDemonstrations() {
        demonstrations = ScriptedCartPole.write(folder);
    }

    /** Rounds of 1,024 steps, whatever the presets say. */
    private List<String> arguments(String... more) {
        List<String> arguments =
                new ArrayList<>(
                        List.of(
                                "compare",
                                "--device=cpu",
                                "--set=ppo.worlds=16",
                                "--set=ppo.stepsPerRound=64",
                                "--env=CartPole-v1=" + demonstrations,
                                "--out=" + folder.resolve("all")));
        arguments.addAll(List.of(more));
        return arguments;
    }

    private CommandRun compare(String... more) {
        List<String> arguments = arguments(more);
        arguments.add("--quiet");
        return CommandRun.of(arguments);
    }

    private JsonNode summary(String run) throws IOException {
        return JsonMapper.builder()
                .build()
                .readTree(folder.resolve(run).resolve("summary.json").toFile());
    }

    @Test
    void shouldRunEveryContenderOverEverySeedAndPutThemInOneTable() throws IOException {
        CommandRun run =
                compare(
                        "--recipes=gail,bc",
                        "--variant=narrow: vail discriminator.bottleneck.informationLimit=0.05",
                        "--seeds=2",
                        "--steps=2048",
                        "--set=cloning.epochs=2");

        assertEquals(ExitCode.DONE, run.code(), run.err());
        assertEquals("", run.err());
        for (String contender : List.of("gail", "bc", "narrow")) {
            assertTrue(run.out().contains(contender), run.out());
            for (int seed = 0; seed < 2; seed++) {
                Path own = folder.resolve("all/" + contender + "-CartPole-v1-" + seed);
                assertTrue(Files.exists(own.resolve("policy.safetensors")), own.toString());
            }
        }
        JsonNode all = summary("all");
        assertTrue(all.get("complete").asBoolean());
        assertEquals("2,048 steps", all.get("budget").asText());
        assertEquals(3, all.get("rows").size());
        JsonNode gail = all.get("rows").get(0);
        assertEquals("normalisedReturn", gail.get("measure").asText());
        assertEquals(2, gail.get("measured").get("seeds").asInt());
        double sum = 0;
        for (JsonNode name : gail.get("folders")) {
            sum += summary("all/" + name.asText()).get("policyReturn").get("mean").asDouble();
        }
        assertEquals(sum / 2, gail.get("returns").get("mean").asDouble(), 1e-9);
        String page = Files.readString(folder.resolve("all/report.html"));
        assertTrue(page.contains("<svg") && page.contains("CartPole-v1, narrow"));
    }

    /** One cell is what {@code strait imitate} makes of the same settings, to the bit. */
    @Test
    void shouldMakeOrdinaryRuns() throws IOException {
        assertEquals(ExitCode.DONE, compare("--recipes=vail", "--seeds=1", "--steps=1024").code());
        Path own = folder.resolve("all/vail-CartPole-v1-0");

        CommandRun again =
                CommandRun.of(
                        "imitate",
                        "--quiet",
                        "--config=" + own.resolve("config.yaml"),
                        "--out=" + folder.resolve("one"));

        assertEquals(ExitCode.DONE, again.code(), again.err());
        assertArrayEquals(
                Files.readAllBytes(own.resolve("policy.safetensors")),
                Files.readAllBytes(folder.resolve("one/policy.safetensors")));
    }

    @Test
    void shouldKeepWhatIsFinishedAndGoOnWithTheRest() throws IOException {
        compare("--recipes=gail", "--seeds=2", "--steps=1024");
        Path kept = folder.resolve("all/gail-CartPole-v1-0/summary.json");
        Files.setLastModifiedTime(kept, FileTime.fromMillis(12_000));
        Path redone = folder.resolve("all/gail-CartPole-v1-1/summary.json");
        byte[] policy = Files.readAllBytes(redone.resolveSibling("policy.safetensors"));
        Files.delete(redone);
        Files.delete(folder.resolve("all/summary.json"));

        CommandRun resumed =
                CommandRun.of("compare", "--quiet", "--resume=" + folder.resolve("all"));

        assertEquals(ExitCode.DONE, resumed.code(), resumed.err());
        assertEquals(FileTime.fromMillis(12_000), Files.getLastModifiedTime(kept));
        assertTrue(Files.exists(redone));
        assertArrayEquals(policy, Files.readAllBytes(redone.resolveSibling("policy.safetensors")));
        assertTrue(summary("all").get("complete").asBoolean());
        assertTrue(resumed.out().contains("2 of 2"), resumed.out());
    }

    @Test
    void shouldGoOnWhereAKilledComparisonStopped() throws Exception {
        List<String> arguments = arguments("--recipes=gail,vail", "--seeds=1", "--steps=6000");
        try (TrainingProcess process = TrainingProcess.start(folder.resolve("log"), arguments)) {
            process.awaitLines(folder.resolve("all/vail-CartPole-v1-0/metrics.csv"), 2);
            process.kill();
        }
        assertFalse(Files.exists(folder.resolve("all/summary.json")));
        assertTrue(Files.exists(folder.resolve("all/gail-CartPole-v1-0/summary.json")));

        CommandRun resumed = CommandRun.of("compare", "--resume=" + folder.resolve("all"));

        assertEquals(ExitCode.DONE, resumed.code(), resumed.err());
        assertFalse(resumed.err().contains("run 1 of 2"), resumed.err());
        assertTrue(resumed.err().contains("run 2 of 2: vail on CartPole-v1"), resumed.err());
        assertTrue(summary("all").get("complete").asBoolean());
    }

    @Test
    void shouldWriteACheckpointOnATermSignalAndEndWith130() throws Exception {
        List<String> arguments = arguments("--recipes=vail", "--seeds=2", "--steps=1e7");
        try (TrainingProcess process = TrainingProcess.start(folder.resolve("log"), arguments)) {
            process.awaitLines(folder.resolve("all/vail-CartPole-v1-0/metrics.csv"), 3);
            process.terminate();
            assertEquals(ExitCode.INTERRUPTED, process.exitCode(), process.text());
            assertTrue(process.text().contains("strait compare --resume"), process.text());
        }
        assertTrue(
                Files.exists(
                        folder.resolve("all/vail-CartPole-v1-0/checkpoint/state.safetensors")));
        assertFalse(Files.exists(folder.resolve("all/vail-CartPole-v1-1")));
    }

    @Test
    void shouldEndEachRunAfterItsTime() throws IOException {
        CommandRun run = compare("--recipes=gail", "--seeds=1", "--steps=1e7", "--seconds=0.5");

        assertEquals(ExitCode.DONE, run.code(), run.err());
        JsonNode own = summary("all/gail-CartPole-v1-0");
        assertTrue(own.get("environmentSteps").asLong() < 1_000_000, own.toString());
        assertTrue(Files.readString(folder.resolve("all/report.html")).contains("seconds of tr"));
    }

    /** Numbers gone bad are one contender's result. */
    @Test
    void shouldGoOnWithTheOthersWhereOneDiverges() throws IOException {
        CommandRun run =
                CommandRun.of(
                        arguments(
                                "--variant=wild: gail discriminator.learningRate=1e30",
                                "--recipes=vail",
                                "--seeds=1",
                                "--steps=2048"));

        assertEquals(ExitCode.FAILED, run.code(), run.out());
        assertTrue(run.err().contains("wild-CartPole-v1-0 failed: "), run.err());
        assertTrue(run.out().contains("0 of 1") && run.out().contains("1 of 1"), run.out());
        assertTrue(Files.exists(folder.resolve("all/vail-CartPole-v1-0/summary.json")));
        assertFalse(summary("all").get("complete").asBoolean());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--recipes=vial | did you mean 'vail'?",
                "--recipes=gail,gail | a label of its own",
                "--env=CartPole-v2 | did you mean 'CartPole-v1'?",
                "--env=CartPole-v1 | each world or clip can be compared in once",
                "--env=Pendulum-v1=nowhere.npz | there is no such file",
                "--motion=walk | no world is called 'CartPole-v1=",
                "--seeds=0 | seeds must be at least 1",
                "--seconds=0 | seconds must be positive and finite, but was 0.0",
                "--steps=x | --steps",
                "--set=ppo.clip=1 | unknown key 'ppo.clip'",
                "--variant=a: vail ppo.epochs=0 | epochs must be at least 1",
                "--episodes=9 | but the file has 3",
            })
    void shouldRefuseBeforeAnythingIsWritten(String wrong, String complaint) throws IOException {
        CommandRun run = compare(wrong);

        assertEquals(ExitCode.REFUSED, run.code(), run.err());
        assertTrue(run.err().contains(complaint), run.err());
        assertEquals(1, run.err().lines().count(), run.err());
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(List.of(demonstrations), left.toList());
        }
    }

    /** A clip has no actions; its world is the first of those that follow clips. */
    @Test
    void shouldRefuseARecipeThatCannotLearnFromTheClipBeforeAnotherRuns() throws IOException {
        CommandRun run =
                CommandRun.of(
                        "compare",
                        "--recipes=gail,bc",
                        "--motion=walk",
                        "--out=" + folder.resolve("clip"));

        assertEquals(ExitCode.REFUSED, run.code(), run.err());
        assertTrue(run.err().contains("behaviour cloning needs actions"), run.err());
        assertFalse(Files.exists(folder.resolve("clip")));
        CommandRun still = CommandRun.of("compare", "--env=CartPole-v1", "--motion=walk");
        assertTrue(still.err().contains("CartPole-v1 follows no motion"), still.err());
    }

    @Test
    void shouldRefuseAMissingDeviceBeforeAnythingIsWritten() {
        Path out = folder.resolve("all");
        CommandRun run = CommandRun.of("compare", "--device=gpu:99", "--out=" + out);

        assertEquals(ExitCode.REFUSED, run.code(), run.err());
        assertTrue(run.err().contains("there is no device gpu:99"), run.err());
        assertFalse(Files.exists(out));
    }

    @Test
    void shouldBeRepeatedFromItsConfiguration() throws IOException {
        compare("--recipes=bc", "--seeds=1", "--set=cloning.epochs=1");
        String config = "--config=" + folder.resolve("all/config.yaml");

        CommandRun again =
                CommandRun.of("compare", "--quiet", config, "--out=" + folder.resolve("again"));

        assertEquals(ExitCode.DONE, again.code(), again.err());
        assertArrayEquals(
                Files.readAllBytes(folder.resolve("all/bc-CartPole-v1-0/policy.safetensors")),
                Files.readAllBytes(folder.resolve("again/bc-CartPole-v1-0/policy.safetensors")));
        CommandRun beside = CommandRun.of("compare", config, "--seed=3");
        assertTrue(beside.err().contains("leave out --seed"), beside.err());
    }

    @Test
    void shouldResumeComparisonsAloneAndTakeNothingBeside() throws IOException {
        Path run = Files.createDirectory(folder.resolve("run"));
        Files.writeString(run.resolve("config.yaml"), "command: imitate\nalgorithm: bc\n");
        CommandRun other = CommandRun.of("compare", "--resume=" + run);
        assertEquals(ExitCode.REFUSED, other.code());
        assertTrue(other.err().contains("use strait imitate"), other.err());
        CommandRun beside = CommandRun.of("compare", "--resume=" + run, "--seeds=3");
        assertEquals(ExitCode.REFUSED, beside.code());
        assertTrue(beside.err().contains("leave out --seeds"), beside.err());
    }
}
