package dev.strait.demos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
}
