package dev.strait.envs.demonstration;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** No beginning of a file passes for the file, wherever it ends. */
class CutFilesTest {

    /** Lengths that are tried of every file, beside the last ones. */
    private static final int CUTS = 100;

    private static final int LAST = 40;

    @TempDir Path folder;

    /** A shorter table is a table, so not CSV. */
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "CSV")
    void shouldRefuseEveryCut(DemonstrationFormat format) throws IOException {
        Path path = FormatFiles.write(format, folder);
        int tried = 0;
        for (Path file : Corruption.dataFiles(path)) {
            byte[] whole = Files.readAllBytes(file);
            int stride = Math.max(1, whole.length / CUTS);
            for (int length = 0; length < whole.length; length++) {
                if (length % stride == 0 || length >= whole.length - LAST) {
                    Files.write(file, Arrays.copyOf(whole, length));
                    String cut = length + " of " + whole.length + " bytes";
                    assertThrows(
                            DemonstrationException.class, () -> DemonstrationFile.read(path), cut);
                    tried++;
                }
            }
            Files.write(file, whole);
        }
        DemonstrationFile.read(path);
        assertTrue(tried > CUTS / 2, tried + " cuts");
    }
}
