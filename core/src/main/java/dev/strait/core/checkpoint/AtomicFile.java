package dev.strait.core.checkpoint;

import java.io.IOException;
import java.nio.ByteBuffer;
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
    interface Content {

        void writeTo(FileChannel channel) throws IOException;
    }

    /**
     * Puts bytes in the place of a file, or makes it.
     *
     * @throws IOException if they cannot be written; the file is then as it was
     */
    public static void write(Path file, byte[] bytes) throws IOException {
        replace(file, channel -> writeFully(channel, ByteBuffer.wrap(bytes)));
    }

    /**
     * One writer a file: the temporary name is always the same, so that none are left to pile up.
     */
    static void replace(Path file, Content content) throws IOException {
        Path target = file.toAbsolutePath();
        Path temporary = target.resolveSibling("." + target.getFileName() + ".tmp");
        try {
            try (FileChannel channel =
                    FileChannel.open(
                            temporary,
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE,
                            StandardOpenOption.TRUNCATE_EXISTING)) {
                content.writeTo(channel);
                channel.force(true);
            }
            Files.move(
                    temporary,
                    target,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(temporary);
            throw e;
        }
        forceFolder(target.getParent());
    }

    static void writeFully(FileChannel channel, ByteBuffer buffer) throws IOException {
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
    }

    /** So that the move itself outlives a power cut. */
    private static void forceFolder(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (AccessDeniedException e) {
            // Windows opens no folders, and writes their entries through by itself.
        }
    }
}
