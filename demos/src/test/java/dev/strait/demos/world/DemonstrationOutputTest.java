package dev.strait.demos.world;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class DemonstrationOutputTest {

    @Test
    void shouldNameDatasetsInMinarisLetters() {
        assertEquals("my-file-v0", DemonstrationOutput.datasetId(Path.of("a/my file.npz")));
        assertEquals("expert-v3", DemonstrationOutput.datasetId(Path.of("expert-v3")));
    }

    @Test
    void shouldTakeTheFormatFromTheName() {
        assertEquals("imitation-npz", DemonstrationOutput.formatOf(Path.of("a/expert.npz")));
        assertEquals("minari", DemonstrationOutput.formatOf(Path.of("expert.minari")));
    }
}
