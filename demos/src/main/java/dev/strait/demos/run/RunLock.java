package dev.strait.demos.run;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Keeps a second process out of a run folder while one trains in it. The lock is the operating
 * system's and ends with its process, however that ends; the file {@code .lock} stays and means
 * nothing by itself.
 */
public final class RunLock implements AutoCloseable {

    private final RunFolder folder;
    private final FileChannel channel;

    private RunLock(RunFolder folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    /**
     * Takes the folder.
     *
     * @throws IllegalArgumentException if another process has it
     */
    public static RunLock take(RunFolder folder) {
        Path file = folder.path().resolve(".lock");
        try {
            FileChannel channel =
                    FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (locked(channel)) {
                return new RunLock(folder, channel);
            }
            channel.close();
        } catch (IOException e) {
            throw Disk.failure("lock", file, e);
        }
        throw new IllegalArgumentException(
                "another strait is training in "
                        + folder.path()
                        + "; wait until it has ended, or stop it");
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    /** The folder that is kept. */
    public RunFolder folder() {
        return folder;
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new IllegalStateException("cannot let go of the run folder's lock", e);
        }
    }
}
