package dev.strait.demos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
        System.setProperty(Extractors.FOLDER, folder.resolve("extractors").toString());
    }

    @AfterAll
    static void forget() {
        System.clearProperty(Extractors.FOLDER);
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
}
