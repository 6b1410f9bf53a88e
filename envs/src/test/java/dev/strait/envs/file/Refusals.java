package dev.strait.envs.file;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import org.junit.jupiter.api.function.Executable;

/**
 * How a file is to be refused: one exception of one type, one short line that names the file, soon,
 * and without much memory. Memory is counted as everything the reading thread allocated, whether or
 * not it was still in use, so the bounds are generous.
 */
public final class Refusals {

    private static final int MOST_CHARACTERS = 300;
    private static final double MOST_SECONDS = 5;
    private static final long MOST_BYTES = 512L << 20;

    private Refusals() {}

    /** Something that reads a file. */
    public interface Reading<T> {
        T read();
    }

    /** The message of a refusal as it must be. */
    public static <E extends UnusableFileException> String refused(
            Class<E> type, String name, Path path, Executable reading) {
        E refusal = measured(() -> assertThrows(type, reading, name));
        checkMessage(path, refusal);
        return refusal.getMessage();
    }

    /** What a reading gives, in bounded time and memory. */
    public static <T> T measured(Reading<T> reading) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long thread = Thread.currentThread().getId();
        long bytes = threads.getThreadAllocatedBytes(thread);
        long start = System.nanoTime();
        T result = reading.read();
        double seconds = (System.nanoTime() - start) / 1e9;
        long allocated = threads.getThreadAllocatedBytes(thread) - bytes;
        assertTrue(seconds < MOST_SECONDS, () -> seconds + " s");
        assertTrue(allocated < MOST_BYTES, () -> allocated + " bytes");
        return result;
    }

    /** Refuses a message of several lines, a long one, and one that does not name the file. */
    public static void checkMessage(Path path, UnusableFileException refusal) {
        String message = refusal.getMessage();
        assertTrue(message.startsWith(path.getFileName().toString()), message);
        assertTrue(message.length() < MOST_CHARACTERS, message);
        assertFalse(message.contains("\n"), message);
        assertFalse(message.contains("(null)") || message.endsWith("null"), message);
    }
}
