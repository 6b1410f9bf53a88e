package dev.strait.envs.demonstration;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** The demonstration files beside the repository, which a fresh clone does not have. */
final class SharedFiles {

    private SharedFiles() {}

    static Path path(String name) {
        Path path = Path.of(System.getProperty("shared.data", "missing"), "demonstrations", name);
        Assumptions.assumeTrue(Files.exists(path), () -> "skipped: there is no " + path);
        return path;
    }
}
