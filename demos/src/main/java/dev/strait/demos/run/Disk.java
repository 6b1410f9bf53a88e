package dev.strait.demos.run;

import dev.strait.core.checkpoint.AtomicFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.function.Consumer;
import javax.imageio.IIOException;

/** Whole files ({@link AtomicFile}) and folders, and what to tell people where the disk refuses. */
public final class Disk {

    private Disk() {}

    /**
     * Puts content in place of {@code target}.
     *
     * @throws UncheckedIOException with one line for people if that fails; the target is untouched
     */
    public static void write(Path target, AtomicFile.Content content) {
        try {
            AtomicFile.replace(target, content);
        } catch (IOException e) {
            throw failure("write", target, e);
        }
    }

    /** Puts text in place of {@code target}, in UTF-8. */
    public static void write(Path target, String text) {
        try {
            AtomicFile.write(target, text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw failure("write", target, e);
        }
    }

    /**
     * Makes a folder that is there whole or not at all: it is filled beside its place, then moved
     * there.
     *
     * @param folder must not exist
     * @param content fills the folder that it is given
     * @throws UncheckedIOException with one line for people if that fails
     */
    public static void writeFolder(Path folder, Consumer<Path> content) {
        Path temporary = AtomicFile.temporary(folder.toAbsolutePath().normalize());
        try {
            Files.createDirectories(temporary);
            content.accept(temporary);
            Files.move(temporary, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw failure("write", folder, e);
        }
    }

    /**
     * Refuses to write over anything.
     *
     * @throws IllegalArgumentException where there is a file, a folder or a link
     */
    public static void requireFree(Path path) {
        if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            throw new IllegalArgumentException(path + " is there already: choose another name");
        }
    }

    /**
     * Refuses a file that could not be written for its name: before the work that it is to show.
     *
     * @param ending what the name has to end with, such as {@code .gif}
     * @throws IllegalArgumentException where it ends otherwise, is there already, or has no folder
     *     to lie in
     */
    public static void requireFree(Path file, String ending) {
        requireFree(file);
        if (!file.toString().toLowerCase(Locale.ROOT).endsWith(ending)) {
            throw new IllegalArgumentException(file + " must end in " + ending);
        }
        requireFolderOf(file);
    }

    /**
     * Refuses a file that has no folder to lie in.
     *
     * @throws IllegalArgumentException where there is none
     */
    public static void requireFolderOf(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null && !Files.isDirectory(folder)) {
            throw new IllegalArgumentException(
                    "cannot write " + file + ": there is no folder " + file.getParent());
        }
    }

    /** {@code cannot write runs/a/metrics.csv: no space left on device}. */
    public static UncheckedIOException failure(String verb, Path path, IOException cause) {
        return new UncheckedIOException(
                new IOException("cannot " + verb + " " + path + ": " + reason(cause), cause));
    }

    private static String reason(IOException cause) {
        if (cause instanceof AccessDeniedException) {
            return "permission denied";
        } else if (cause instanceof NoSuchFileException) {
            return "no such file or folder";
        } else if (cause instanceof IIOException && cause.getCause() instanceof IOException why) {
            return reason(why); // a picture's writer says only in which part it was
        } else if (cause instanceof FileSystemException failed && failed.getReason() != null) {
            return lowered(failed.getReason());
        }
        return cause.getMessage() == null ? cause.toString() : lowered(cause.getMessage());
    }

    private static String lowered(String text) {
        return text.isEmpty() ? text : Character.toLowerCase(text.charAt(0)) + text.substring(1);
    }
}
