package dev.strait.envs.demonstration;

import static dev.strait.envs.Require.require;

import dev.strait.envs.file.ContainedReading;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** Reads recorded episodes from the formats people have, and writes those others can read. */
public final class DemonstrationFile {

    private DemonstrationFile() {}

    /**
     * Reads a file or a folder whose format is found out from its content.
     *
     * @throws DemonstrationException in one line, when it cannot be used
     */
    public static Demonstrations read(Path path) {
        return ContainedReading.of(
                path, () -> FormatDetection.of(path).read(path), DemonstrationException::new);
    }

    /**
     * Reads a file or a folder of a known format.
     *
     * @throws DemonstrationException in one line, when it cannot be used
     */
    public static Demonstrations read(Path path, DemonstrationFormat format) {
        return ContainedReading.of(path, () -> format.read(path), DemonstrationException::new);
    }

    /** What writes a recording to a path that does not exist. */
    private interface Writing {
        void write(Path path, Demonstrations demonstrations, DatasetDescription description)
                throws IOException;
    }

    /**
     * Writes a recording as {@link DemonstrationFormat#MINARI} (a folder), {@link
     * DemonstrationFormat#IMITATION_NPZ} or {@link DemonstrationFormat#EPISODES_NPZ}. It is written
     * under another name beside the target and moved there when it is complete.
     *
     * @param path must not exist yet
     * @throws DemonstrationException where the format cannot hold the recording, or the path is
     *     taken
     * @throws UncheckedIOException with one line for people where the disk is full or refuses;
     *     nothing is left behind in either case
     */
    public static void write(
            Path path,
            Demonstrations demonstrations,
            DemonstrationFormat format,
            DatasetDescription description) {
        Path unfinished =
                path.toAbsolutePath().resolveSibling("." + path.getFileName() + ".unfinished");
        try {
            require(
                    !Files.exists(path, LinkOption.NOFOLLOW_LINKS),
                    "it is there already: choose another name");
            Writing writing = writing(format);
            Files.createDirectories(unfinished.getParent());
            deleteTree(unfinished);
            writing.write(unfinished, demonstrations, description);
            Files.move(unfinished, path.toAbsolutePath());
        } catch (IllegalArgumentException refused) {
            throw new DemonstrationException(path, refused.getMessage(), refused);
        } catch (IOException broken) {
            // Not what was asked is to blame, but the disk.
            throw new UncheckedIOException(
                    new IOException("cannot write " + path + ": " + reason(broken), broken));
        } finally {
            clear(unfinished);
        }
    }

    private static Writing writing(DemonstrationFormat format) {
        return switch (format) {
            case MINARI -> MinariWriter::write;
            case IMITATION_NPZ -> NpzRecording::imitation;
            case EPISODES_NPZ -> NpzRecording::episodes;
            default ->
                    throw new IllegalArgumentException(
                            format
                                    + " is read, but not written: choose minari, imitation-npz or"
                                    + " episodes-npz");
        };
    }

    private static String reason(IOException broken) {
        if (broken instanceof FileSystemException failed && failed.getReason() != null) {
            return failed.getReason();
        }
        boolean speaks = broken.getClass() == IOException.class && broken.getMessage() != null;
        return speaks ? broken.getMessage() : ContainedReading.reason(broken);
    }

    /**
     * Removes what a failed attempt left; that it cannot be removed does not hide why it failed.
     */
    private static void clear(Path unfinished) {
        try {
            deleteTree(unfinished);
        } catch (IOException left) {
            unfinished.toFile().deleteOnExit();
        }
    }

    private static void deleteTree(Path path) throws IOException {
        if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            try (Stream<Path> entries = Files.walk(path)) {
                for (Path entry : entries.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(entry);
                }
            }
        }
    }
}
