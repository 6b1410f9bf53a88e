package dev.strait.demos.vib;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.Device;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.strait.agents.vib.VibClassifier;
import dev.strait.demos.CommandRun;
import dev.strait.demos.Examples;
import dev.strait.demos.SmallPictures;
import dev.strait.demos.configuration.Configuration;
import dev.strait.demos.terminal.ExitCode;
import dev.strait.envs.image.DrawnDigits;
import dev.strait.envs.image.ImageSource;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VibCommandTest {

    /** The same as the figures of the preset, but small. */
    private static final List<String> SMALL =
            List.of(
                    "--set=vib.hidden=[32]",
                    "--set=vib.code.latentSize=8",
                    "--set=vib.learningRate=2e-3",
                    "--set=vib.batch=50",
                    "--set=vib.averaging.decay=0.9");

    private static final int DIGITS = 2000;

    @TempDir static Path data;

    /** As MNIST's files: drawing the command's own twenty thousand takes seconds. */
    @BeforeAll
    static void writeDigits() throws IOException {
        writeDigits("train", new DrawnDigits(1, DIGITS));
        writeDigits("t10k", new DrawnDigits(2, DIGITS / 10));
    }

    private static void writeDigits(String part, ImageSource source) throws IOException {
        int size = source.shape().size();
        ByteBuffer images = ByteBuffer.allocate(16 + source.size() * size);
        images.putInt(0x803).putInt(source.size()).putInt(28).putInt(28);
        ByteBuffer labels = ByteBuffer.allocate(8 + source.size());
        labels.putInt(0x801).putInt(source.size());
        float[] pixels = new float[size];
        for (int i = 0; i < source.size(); i++) {
            source.read(i, pixels, 0);
            for (float pixel : pixels) {
                images.put((byte) Math.round((pixel + 1) * 127.5f));
            }
            labels.put((byte) source.label(i));
        }
        Files.write(data.resolve(part + "-images-idx3-ubyte"), images.array());
        Files.write(data.resolve(part + "-labels-idx1-ubyte"), labels.array());
    }

    @TempDir Path folder;

    private CommandRun vib(String... more) {
        List<String> arguments = new ArrayList<>(List.of("vib", "--quiet", "--device=cpu"));
        arguments.addAll(List.of(more));
        return CommandRun.of(arguments);
    }

    private CommandRun small(String name, String... more) {
        List<String> arguments = new ArrayList<>(SMALL);
        arguments.add("--out=" + folder.resolve(name));
        arguments.addAll(List.of(more));
        if (Arrays.stream(more).noneMatch(option -> option.startsWith("--data="))) {
            arguments.add("--data=" + data);
        }
        return vib(arguments.toArray(String[]::new));
    }

    private JsonNode summary(String name) throws IOException {
        Path file = folder.resolve(name).resolve("summary.json");
        return JsonMapper.builder().build().readTree(file.toFile());
    }

    @Test
    void shouldLearnDrawnDigitsSweepAndAttack() throws IOException {
        CommandRun run =
                small(
                        "run",
                        "--epochs=3",
                        "--seed=3",
                        "--samples=4",
                        "--beta=1e-2",
                        "--sweep",
                        "--set=plane.betas=[0, 1e-2, 1]",
                        "--set=plane.epochs=1",
                        "--attack",
                        "--set=attacks.epsilons=[0.1, 0.3]",
                        "--set=attacks.steps=3",
                        "--set=attacks.images=100");

        assertEquals(ExitCode.DONE, run.code(), run.err());
        JsonNode summary = summary("run");
        assertTrue(summary.get("testError").asDouble() < 0.3, summary::toString);
        assertTrue(summary.get("testErrorEma").asDouble() < 0.3, summary::toString);
        assertEquals(DIGITS, summary.get("trainImages").asInt());
        assertEquals(DIGITS / 10, summary.get("testImages").asInt());
        assertEquals("test", summary.get("heldOutOf").asText());
        assertEquals(4, summary.get("posteriorSamples").asInt());
        assertEquals(1e-2, summary.get("beta").asDouble());
        assertEquals(
                summary.get("informationNats").asDouble() / Math.log(2),
                summary.get("informationBits").asDouble(),
                1e-9);
        JsonNode plane = summary.get("plane");
        assertEquals(3, plane.size());
        assertTrue(
                plane.get(2).get("informationBits").asDouble()
                        < plane.get(0).get("informationBits").asDouble());
        assertEquals(4, summary.get("attacks").size());
        for (JsonNode row : summary.get("attacks")) {
            assertEquals(3, row.get("bottleneck").size());
            assertTrue(row.get("lowest").asDouble() <= row.get("transferred").asDouble());
        }
        assertTrue(run.out().contains("PGD-3 at 0.30"), run.out());
        String report = Files.readString(folder.resolve("run/report.html"));
        for (String part : List.of("Information plane", "Under attack", "data:image/png")) {
            assertTrue(report.contains(part), "the report has no " + part);
        }
        try (VibClassifier read = VibClassifier.read(folder.resolve("run"), Device.cpu())) {
            assertEquals(10, read.classes());
        }
    }

    @Test
    void shouldGoOnAsIfNeverStoppedWhenAskedForMore() throws IOException {
        String still = "--set=vib.schedule={type: Staircase, factor: 1, every: 1}";
        assertEquals(ExitCode.DONE, small("whole", "--epochs=2", still).code());
        assertEquals(ExitCode.DONE, small("parts", "--epochs=1", still).code());
        CommandRun more = vib("--resume=" + folder.resolve("parts"), "--epochs=2");

        assertEquals(ExitCode.DONE, more.code(), more.err());
        assertTrue(more.err().contains("2 epochs instead of 1"), more.err());
        for (String figure : List.of("testError", "informationNats", "oneSampleError")) {
            assertEquals(summary("whole").get(figure), summary("parts").get(figure), figure);
        }
        CommandRun less = vib("--resume=" + folder.resolve("parts"), "--epochs=1");
        assertEquals(ExitCode.REFUSED, less.code());
        assertTrue(less.err().contains("planned for 2 epochs"), less.err());
    }

    @Test
    void shouldSweepAfterwardsWithoutTrainingAgain() throws IOException {
        String plane = "--set=plane={betas: [1e-3], epochs: 1}";
        assertEquals(ExitCode.DONE, small("run", "--epochs=1", plane).code());
        JsonNode before = summary("run");
        CommandRun swept = vib("--resume=" + folder.resolve("run"), "--sweep");

        assertEquals(ExitCode.DONE, swept.code(), swept.err());
        assertEquals(before.get("testError"), summary("run").get("testError"));
        assertEquals(before.get("trainSeconds"), summary("run").get("trainSeconds"));
        // One epoch with the settings of the run is the run.
        assertEquals(
                before.get("testError").asDouble(),
                summary("run").get("plane").get(0).get("testError").asDouble());
        assertEquals(2, Files.readAllLines(folder.resolve("run/plane.csv")).size());
    }

    @Test
    void shouldTrainTheDeterministicTwinByItself() throws IOException {
        CommandRun run =
                vib(
                        "--data=" + data,
                        "--set=vib.hidden=[32]",
                        "--set=vib.code=Features",
                        "--epochs=1",
                        "--out=" + folder.resolve("plain"));

        assertEquals(ExitCode.DONE, run.code(), run.err());
        assertTrue(summary("plain").get("informationNats").isNull());
        assertTrue(run.out().contains("nothing bounds I(X;Z)"), run.out());
    }

    /** The same pictures of training, and what the test pictures are told to be. */
    private Path dataWith(Map<String, byte[]> testFiles) throws IOException {
        Path other = Files.createDirectories(folder.resolve("data"));
        for (String name : List.of("train-images-idx3-ubyte", "train-labels-idx1-ubyte")) {
            Files.copy(data.resolve(name), other.resolve(name));
        }
        for (String name : testFiles.keySet()) {
            Files.write(other.resolve(name), testFiles.get(name));
        }
        return other;
    }

    @Test
    void shouldHoldOutTrainingPicturesWhereThereAreNoOthersAndSaySo() throws IOException {
        Path other = dataWith(Map.of());

        CommandRun run = small("held-out", "--data=" + other, "--epochs=1", "--samples=1");

        assertEquals(ExitCode.DONE, run.code(), run.err());
        assertTrue(run.err().contains("a part is held out to test on"), run.err());
        JsonNode summary = summary("held-out");
        assertEquals("training", summary.get("heldOutOf").asText());
        assertEquals(DIGITS / 6, summary.get("testImages").asInt());
        assertEquals(DIGITS - DIGITS / 6, summary.get("trainImages").asInt());
        String report = Files.readString(folder.resolve("held-out/report.html"));
        assertTrue(report.contains("others of the data&#39;s training part"), report);
    }

    @Test
    void shouldTellWhatIsLeftOutOfTheTestPart() throws IOException {
        Path other = SmallPictures.write(folder.resolve("parts/train")).getParent();
        SmallPictures.write(other.resolve("test"));
        Files.write(other.resolve("test/0/bad.png"), new byte[9]);

        CommandRun run = small("told", "--data=" + other, "--epochs=1", "--samples=1");

        assertEquals(ExitCode.DONE, run.code(), run.err());
        assertEquals(1, run.err().lines().count(), run.err());
        assertTrue(run.err().contains("test part: 1 of 161 pictures are left out: bad.png"));
        assertEquals(160, summary("told").get("testImages").asInt());
    }

    /** As many classes, but another one under the second number: scored so, it would be wrong. */
    @Test
    void shouldRefuseATestPartOfOtherClasses() throws IOException {
        Path other = SmallPictures.write(folder.resolve("other/train")).getParent();
        SmallPictures.write(other.resolve("test"));
        Files.move(other.resolve("test/1"), other.resolve("test/7"));

        CommandRun run = small("refused", "--data=" + other);

        assertEquals(ExitCode.REFUSED, run.code(), run.err());
        assertEquals(1, run.err().lines().count(), run.err());
        assertTrue(run.err().contains("only there are [7], only here [1]"), run.err());
    }

    @Test
    void shouldRefuseDamagedTestPicturesInsteadOfHoldingOthersOut() throws IOException {
        byte[] whole = Files.readAllBytes(data.resolve("t10k-images-idx3-ubyte"));
        Path other =
                dataWith(
                        Map.of(
                                "t10k-images-idx3-ubyte",
                                Arrays.copyOf(whole, whole.length / 2),
                                "t10k-labels-idx1-ubyte",
                                Files.readAllBytes(data.resolve("t10k-labels-idx1-ubyte"))));

        CommandRun run = small("damaged", "--data=" + other);

        assertEquals(ExitCode.REFUSED, run.code(), run.err());
        assertEquals(1, run.err().lines().count(), run.err());
        assertTrue(run.err().contains("t10k-images-idx3-ubyte"), run.err());
        assertTrue(Files.notExists(folder.resolve("damaged")));
    }

    @ParameterizedTest
    @CsvSource({
        "--beta=-1,           beta must be at least 0",
        "--samples=0,         samples must be at least 1",
        "--epochs=0,          epochs must be at least 1",
        "--precision=float16, 'FLOAT16' is not known",
        "--data=/no/such,     no such file",
        "--steps=5,           'vib counts epochs; say --epochs, not --steps'",
        "--set=plane.betas=[2], betas must be in [0",
        "--set=attacks.epsilons=[2], epsilons must be in [0",
    })
    void shouldRefuseInOneLineAndWriteNothing(String argument, String said) {
        CommandRun run = vib("--out=" + folder.resolve("bad"), argument);

        assertEquals(ExitCode.REFUSED, run.code(), run.err());
        assertTrue(run.err().contains(said), run.err());
        assertEquals(1, run.err().lines().count(), run.err());
        assertTrue(Files.notExists(folder.resolve("bad")));
    }

    @Test
    void shouldSetInItsExamplesWhatThereIsToSet() {
        VibRun preset = VibRun.preset();

        List<String> settings = Examples.settings("vib");

        assertFalse(settings.isEmpty());
        for (String setting : settings) {
            Record asked = Configuration.startingFrom(preset).withSetting(setting).value();
            assertNotEquals(preset, asked, setting);
        }
    }
}
