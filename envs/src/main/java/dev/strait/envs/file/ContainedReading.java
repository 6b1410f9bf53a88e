package dev.strait.envs.file;

import static dev.strait.envs.Require.require;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads a file so that every way to fail ends in one exception with one line. */
public final class ContainedReading {

    private ContainedReading() {}

    /** What reads a file, and may fail in the ways that files fail. */
    public interface Reading<T> {
        /** Reads; an {@link IllegalArgumentException} says what is wrong with the content. */
        T read() throws IOException;
    }

    /** Makes the exception of one kind of data. */
    public interface Refusal {
        /** The problem of a file. */
        UnusableFileException of(Path path, String problem, Throwable cause);
    }

    /**
     * Reads what can be opened.
     *
     * @throws UnusableFileException made by {@code refusal}, whatever went wrong
     */
    public static <T> T of(Path path, Reading<T> reading, Refusal refusal) {
        try {
            requireReadable(path);
            return reading.read();
        } catch (UnusableFileException known) {
            throw known.namesItsFile() ? known : refusal.of(path, known.getMessage(), known);
        } catch (IllegalArgumentException refused) {
            throw refusal.of(path, refused.getMessage(), refused);
        } catch (AccessDeniedException denied) {
            throw refusal.of(path, "it may not be read (permission)", denied);
        } catch (IOException broken) {
            throw refusal.of(path, "cannot be read: " + reason(broken), broken);
        } catch (UncheckedIOException broken) {
            throw refusal.of(path, "cannot be read: " + reason(broken.getCause()), broken);
        } catch (OutOfMemoryError full) {
            throw refusal.of(path, "the memory of this JVM is too small", full);
        }
    }

    /** Refuses what is missing, forbidden, or neither a file nor a folder. */
    public static void requireReadable(Path path) {
        boolean dangling = Files.isSymbolicLink(path) && !Files.exists(path);
        require(!dangling, "it is a link that leads nowhere");
        require(Files.exists(path), "there is no such file");
        require(Files.isReadable(path), "it may not be read (permission)");
        require(
                Files.isRegularFile(path) || Files.isDirectory(path),
                "it is neither a file nor a folder");
    }

    /** The first bytes of a file; fewer where it has fewer. */
    public static byte[] head(Path path, int most) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            return in.readNBytes(most);
        }
    }

    /**
     * Whether bytes begin with a signature.
     *
     * @param magic characters up to U+00FF, each a byte
     */
    public static boolean startsWith(byte[] head, String magic) {
        byte[] bytes = magic.getBytes(StandardCharsets.ISO_8859_1);
        for (int i = 0; i < bytes.length; i++) {
            if (i >= head.length || head[i] != bytes[i]) {
                return false;
            }
        }
        return true;
    }

    /** The kind of failure and what it says: many of Java's name only the file. */
    public static String reason(IOException broken) {
        if (broken instanceof EOFException) {
            return "it ends early";
        }
        String kind = broken.getClass().getSimpleName();
        return broken.getMessage() == null ? kind : kind + ", " + broken.getMessage();
    }
}
