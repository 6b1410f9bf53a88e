package dev.strait.envs.motion;

import dev.strait.envs.file.UnusableFileException;
import java.nio.file.Path;

/**
 * Says in one line why a motion clip cannot be used: the file is damaged, holds numbers that are no
 * motion, or its skeleton lacks a joint that the humanoid needs.
 *
 * <p>It is the only exception that {@link MotionFile#read} throws for what it finds in a file.
 */
public final class MotionException extends UnusableFileException {

    private static final long serialVersionUID = 1L;

    MotionException(Path path, String problem, Throwable cause) {
        super(path, problem, cause);
    }
}
