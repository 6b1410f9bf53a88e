package dev.strait.envs.demonstration;

import java.nio.file.Path;

/**
 * Says in one line why recorded episodes cannot be used: the file is damaged, is of an unknown
 * format, holds numbers that are not finite, or does not fit the world.
 *
 * <p>It is the only exception that {@link DemonstrationFile#read} throws for what it finds in a
 * file.
 */
public final class DemonstrationException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;
    private static final int LONGEST = 280;
    private static final int LONGEST_NAME = 80;

    DemonstrationException(String problem) {
        super(oneLine(problem, LONGEST));
    }

    /** The problem, with the file's name in front of it. */
    DemonstrationException(Path path, String problem, Throwable cause) {
        super(oneLine(name(path) + ": " + problem, LONGEST), cause);
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
