package dev.strait.envs.physics.mjcf;

import dev.strait.envs.file.UnusableFileException;
import java.nio.file.Path;

/**
 * Says in one line, with the line of the file, why a model cannot be used. It is the only exception
 * that {@link MjcfReader} throws for what it finds in files.
 */
public final class MjcfException extends UnusableFileException {

    private static final long serialVersionUID = 1L;

    MjcfException(Path path, String problem, Throwable cause) {
        super(path, problem, cause);
    }
}
