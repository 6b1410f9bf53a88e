package dev.strait.envs.image.reading;

import dev.strait.envs.file.UnusableFileException;
import java.nio.file.Path;

/**
 * Says in one line why pictures cannot be used. It is the only exception that {@link ImageData}
 * throws for what it finds in files.
 */
public final class ImageException extends UnusableFileException {

    private static final long serialVersionUID = 1L;

    ImageException(Path path, String problem, Throwable cause) {
        super(path, problem, cause);
    }

    /**
     * Whether nothing is wrong but that the data has no part such as the one that was asked for: no
     * test pictures, say. A part that is there and damaged is not missing.
     */
    public boolean isMissingPart() {
        return getCause() instanceof MissingPart;
    }
}
