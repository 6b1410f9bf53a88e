package dev.strait.demos.gan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.strait.core.gradient.ScriptFile;
import dev.strait.demos.CommandRun;
import dev.strait.demos.SmallPictures;
import dev.strait.demos.image.KeptExtractors;
import dev.strait.demos.terminal.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MeasureCommandTest {

    @TempDir static Path folder;

    @BeforeAll
    static void keepClassifiersHere() {
        KeptExtractors.in(folder);
    }

    @AfterAll
    static void forget() {
        KeptExtractors.asUsual();
    }

    private static CommandRun measure(Path what, String... more) {
        List<String> arguments =
                new ArrayList<>(List.of("measure", what.toString(), "--device=cpu"));
        arguments.addAll(List.of(more));
        return CommandRun.of(arguments);
    }

    @Test
    void shouldTellWhatIsLeftOutOnEitherSide() throws IOException {
        Path data = SmallPictures.write(folder.resolve("data/train")).getParent();
        SmallPictures.write(data.resolve("test"));
        Path made = SmallPictures.write(folder.resolve("made"));
        Files.write(data.resolve("train/0/bad.png"), new byte[9]);
        Files.write(data.resolve("test/1/worse.png"), new byte[9]);
        Files.write(made.resolve("1/worst.png"), new byte[9]);

        CommandRun run = measure(made, "--data=" + data, "--json");

        assertEquals(ExitCode.DONE, run.code(), run.err());
        assertTrue(run.err().contains("strait: data: 1 of 161 pictures are left out: bad.png"));
        assertTrue(
                run.err().contains("strait: test part: 1 of 161 pictures are left out: worse.png"));
        assertTrue(run.err().contains("strait: made: 1 of 161 pictures are left out: worst.png"));
        assertTrue(run.out().startsWith("{"), run.out());
    }

    /** A classifier would take its epochs before FID could be refused. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void shouldRefuseTooFewPicturesOfEitherSideAtOnce(boolean fewReal) throws IOException {
        Path many = SmallPictures.write(folder.resolve("many" + fewReal));
        Path few = few(folder.resolve("few" + fewReal));

        CommandRun run = fewReal ? measure(many, "--data=" + few) : measure(few, "--data=" + many);

        assertEquals(ExitCode.REFUSED, run.code(), run.err());
        assertEquals(
                "strait measure: FID over 64 features needs at least 64 images, but there are 24",
                run.err().strip());
    }

    /** The first twelve of either class. */
    static Path few(Path folder) throws IOException {
        SmallPictures.write(folder);
        for (String name : List.of("0", "1")) {
            try (Stream<Path> pictures = Files.list(folder.resolve(name))) {
                for (Path more : pictures.sorted().skip(12).toList()) {
                    Files.delete(more);
                }
            }
        }
        return folder;
    }

    @Test
    void shouldSayThatWithoutClassesAnExtractorMustBeNamed() throws IOException {
        Path zeros = SmallPictures.write(folder.resolve("plain")).resolve("0");

        CommandRun run = measure(zeros, "--data=" + zeros);

        assertEquals(ExitCode.REFUSED, run.code(), run.err());
        assertEquals(
                "strait measure: the pictures have no classes to train an extractor on; --extractor"
                        + " FILE names one",
                run.err().strip());
    }

    private static JsonNode fid(Path json) throws IOException {
        return JsonMapper.builder().build().readTree(json.toFile()).get("fid");
    }

    private static JsonNode fid(CommandRun measured) throws IOException {
        assertEquals(ExitCode.DONE, measured.code(), measured.err());
        return JsonMapper.builder().build().readTree(measured.out()).at("/figures/fid");
    }

    @Test
    void shouldMeasureARunAsItWasMeasured() throws IOException {
        Path data = SmallPictures.write(folder.resolve("digits"));
        Path script =
                ScriptFile.write(
                        folder.resolve("pixels.pt"), "Tensor", "return torch.flatten(x, 1, -1)");
        Path run = folder.resolve("run");
        CommandRun trained =
                CommandRun.of(
                        SmallPictures.training(
                                "gan",
                                run,
                                "--data=" + data,
                                "--metrics-every=20",
                                "--metrics-images=80",
                                "--extractor=" + script,
                                "--form=1x4x4:0:1"));
        assertEquals(ExitCode.DONE, trained.code(), trained.err());
        JsonNode then = fid(run.resolve("summary.json"));

        CommandRun measured = measure(run, "--json");
        JsonNode again = fid(measured);
        JsonNode otherForm = fid(measure(run, "--json", "--form=1x4x4"));
        JsonNode more = fid(measure(run, "--json", "--images=100"));

        assertEquals(then, again);
        assertTrue(measured.err().contains("the extractor of the run, " + script), measured.err());
        assertTrue(then.get("extractor").asText().contains("pixels"), then::toString);
        assertNotEquals(then.get("extractor"), otherForm.get("extractor"), "the range is another");
        // Twice the range, four times the squared distance.
        double value = then.get("value").asDouble();
        assertEquals(4 * value, otherForm.get("value").asDouble(), 1e-3 * value);
        assertEquals(100, more.get("images").asInt());
        assertEquals(then.get("extractor"), more.get("extractor"));
    }
}
