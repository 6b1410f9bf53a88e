package dev.strait.envs.demonstration;

import dev.strait.envs.file.UnusableFileException;
import java.nio.file.Path;

/**
 * Says in one line why recorded episodes cannot be used: the file is damaged, is of an unknown
 * format, holds numbers that are not finite, or does not fit the world.
 *
 * <p>It is the only exception that {@link DemonstrationFile#read} throws for what it finds in a
 * file.
 */
public final class DemonstrationException extends UnusableFileException {

    private static final long serialVersionUID = 1L;

    DemonstrationException(String problem) {
        super(problem);
    }

    DemonstrationException(Path path, String problem, Throwable cause) {
        super(path, problem, cause);
    }
}
