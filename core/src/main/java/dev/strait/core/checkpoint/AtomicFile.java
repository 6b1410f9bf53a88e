package dev.strait.core.checkpoint;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * Files that are whole at every moment: written beside their place, forced to the disk, then moved
 * over in one step. Whoever dies on the way leaves the file as it was before.
 */
public final class AtomicFile {

    private AtomicFile() {}

    /** What goes into a file. */
    @FunctionalInterface
    public interface Content {

        /** Writes everything to {@code temporary}, making it or replacing what is left there. */
        void writeTo(Path temporary) throws IOException;
    }

    /**
     * Puts bytes in the place of a file, or makes it.
     *
     * @throws IOException if they cannot be written; the file is then as it was
     */
    public static void write(Path file, byte[] bytes) throws IOException {
        replace(file, temporary -> Files.write(temporary, bytes));
    }

    /**
     * Puts content in the place of a file, or makes it. One writer a file: the temporary name is
     * always the same, so that none are left to pile up.
     *
     * @throws IOException if it cannot be written; the file is then as it was
     */
    public static void replace(Path file, Content content) throws IOException {
        Path target = file.toAbsolutePath();
        Path temporary = temporary(target);
        try {
            content.writeTo(temporary);
            force(temporary, StandardOpenOption.WRITE);
            Files.move(
                    temporary,
                    target,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException | RuntimeException e) {
            discard(temporary);
            throw e;
        }
        forceFolder(target.getParent());
    }

    /** The name that a file, or a folder, has until it is whole: {@code .name.part} beside it. */
    public static Path temporary(Path target) {
        return target.resolveSibling("." + target.getFileName() + ".part");
    }

    private static void discard(Path temporary) {
        try {
            Files.deleteIfExists(temporary);
        } catch (IOException e) {
            // The failure that led here is the one to tell; a stray .part file harms nothing.
        }
    }

    private static void force(Path path, StandardOpenOption how) throws IOException {
        try (FileChannel channel = FileChannel.open(path, how)) {
            channel.force(true);
        }
    }

    /** So that the move itself outlives a power cut. */
    private static void forceFolder(Path folder) throws IOException {
        try {
            force(folder, StandardOpenOption.READ);
        } catch (AccessDeniedException e) {
            // Windows opens no folders, and writes their entries through by itself.
        }
    }
}
