package dev.strait.demos.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Files that are whole or absent: written under a temporary name beside the target and renamed. */
public final class AtomicFile {

    private AtomicFile() {}

    /** What fills the temporary file. */
    @FunctionalInterface
    public interface Content {
        /** Writes everything to {@code temporary}. */
        void writeTo(Path temporary) throws IOException;
    }

    /**
     * Puts content in place of {@code target}.
     *
     * @throws UncheckedIOException with one line for people if that fails; the target is untouched
     */
    public static void write(Path target, Content content) {
        Path temporary = temporary(target);
        try {
            content.writeTo(temporary);
            Files.move(
                    temporary,
                    target,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            discard(temporary);
            throw failure("write", target, e);
        } catch (RuntimeException e) {
            discard(temporary);
            throw e;
        }
    }

    /** Puts text in place of {@code target}, in UTF-8. */
    public static void write(Path target, String text) {
        write(target, temporary -> Files.write(temporary, text.getBytes(StandardCharsets.UTF_8)));
    }

    /** The name that content has until it is whole. */
    static Path temporary(Path target) {
        return target.resolveSibling("." + target.getFileName() + ".part");
    }

    /** {@code cannot write runs/a/metrics.csv: no space left on device}. */
    static UncheckedIOException failure(String verb, Path path, IOException cause) {
        return new UncheckedIOException(
                new IOException("cannot " + verb + " " + path + ": " + reason(cause), cause));
    }

    private static String reason(IOException cause) {
        if (cause instanceof AccessDeniedException) {
            return "permission denied";
        } else if (cause instanceof NoSuchFileException) {
            return "no such file or folder";
        } else if (cause instanceof FileSystemException failed && failed.getReason() != null) {
            return lowered(failed.getReason());
        }
        return cause.getMessage() == null ? cause.toString() : lowered(cause.getMessage());
    }

    private static String lowered(String text) {
        return text.isEmpty() ? text : Character.toLowerCase(text.charAt(0)) + text.substring(1);
    }

    private static void discard(Path temporary) {
        try {
            Files.deleteIfExists(temporary);
        } catch (IOException e) {
            // The failure that led here is the one to tell; a stray .part file harms nothing.
        }
    }
}
