package dev.strait.demos.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    @ParameterizedTest
    @ValueSource(strings = {"expert.csv", "a/expert.h5", "expert.HDF5", "expert.pkl"})
    void shouldNotCallMinarisFolderAFileOfAnotherFormat(String name) {
        assertThrows(
                IllegalArgumentException.class, () -> DemonstrationOutput.formatOf(Path.of(name)));
    }
}
