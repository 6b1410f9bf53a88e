package dev.strait.envs.file;

import java.nio.file.Path;

/**
 * Says in one line of bounded length why a file cannot be used. Each kind of data has its own
 * subclass, and it is the only exception that reading such a file throws for what it finds in it.
 */
public abstract class UnusableFileException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;
    private static final int LONGEST = 280;
    private static final int LONGEST_NAME = 80;

    private final boolean namesItsFile;

    /** A problem whose file is not known yet. */
    protected UnusableFileException(String problem) {
        super(oneLine(problem, LONGEST));
        namesItsFile = false;
    }

    /** The problem, with the file's name in front of it. */
    protected UnusableFileException(Path path, String problem, Throwable cause) {
        super(oneLine(name(path) + ": " + problem, LONGEST), cause);
        namesItsFile = true;
    }

    /** Whether the message begins with the name of the file that is wrong. */
    final boolean namesItsFile() {
        return namesItsFile;
    }

    private static String name(Path path) {
        Path name = path.getFileName();
        return oneLine(name == null ? path.toString() : name.toString(), LONGEST_NAME);
    }

    private static String oneLine(String text, int longest) {
        String line = text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        return line.length() <= longest ? line : line.substring(0, longest - 1) + "…";
    }
}
