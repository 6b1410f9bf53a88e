package dev.strait.demos;

import dev.strait.core.checkpoint.AtomicFile;
import dev.strait.demos.run.Disk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.Consumer;

/** A folder that is there whole or not at all: filled beside its place, then moved there. */
final class PictureFolderWriter {

    private PictureFolderWriter() {}

    /**
     * Makes a folder.
     *
     * @param folder must not exist
     * @param content fills the folder that it is given
     */
    static void write(Path folder, Consumer<Path> content) {
        Path temporary = AtomicFile.temporary(folder.toAbsolutePath().normalize());
        try {
            Files.createDirectories(temporary);
            content.accept(temporary);
            Files.move(temporary, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw Disk.failure("write", folder, e);
        }
    }
}
