package dev.strait.envs.demonstration;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads recorded episodes from the formats people have, and writes those others can read. */
public final class DemonstrationFile {

    private DemonstrationFile() {}

    /**
     * Reads a file or a folder whose format is found out from its content.
     *
     * @throws DemonstrationException in one line, when it cannot be used
     */
    public static Demonstrations read(Path path) {
        return contained(path, () -> FormatDetection.of(path).read(path));
    }

    /**
     * Reads a file or a folder of a known format.
     *
     * @throws DemonstrationException in one line, when it cannot be used
     */
    public static Demonstrations read(Path path, DemonstrationFormat format) {
        return contained(path, () -> format.read(path));
    }

    /** What reads a file, and may fail in the ways that files fail. */
    private interface Reading {
        Demonstrations read() throws IOException;
    }

    private static Demonstrations contained(Path path, Reading reading) {
        try {
            FormatDetection.requireReadable(path);
            return reading.read();
        } catch (IllegalArgumentException refused) {
            throw new DemonstrationException(path, refused.getMessage(), refused);
        } catch (AccessDeniedException denied) {
            throw new DemonstrationException(path, "it may not be read (permission)", denied);
        } catch (IOException broken) {
            String reason = Files.exists(path) ? broken.getMessage() : "there is no such file";
            throw new DemonstrationException(path, "cannot be read: " + reason, broken);
        }
    }
}
