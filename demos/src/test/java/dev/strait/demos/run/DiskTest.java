package dev.strait.demos.run;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.IIOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskTest {

    @TempDir private Path folder;

    @Test
    void shouldMoveAFolderToItsPlaceWithAllThatItWasFilledWith() throws Exception {
        Path target = folder.resolve("pictures");

        Disk.writeFolder(target, to -> Disk.write(to.resolve("a.txt"), "a"));

        assertEquals("a", Files.readString(target.resolve("a.txt")));
    }

    @Test
    void shouldLeaveNoFolderInItsPlaceWhereTheFillingFails() {
        Path target = folder.resolve("pictures");

        assertThrows(
                IllegalStateException.class,
                () ->
                        Disk.writeFolder(
                                target,
                                to -> {
                                    Disk.write(to.resolve("a.txt"), "a");
                                    throw new IllegalStateException("half way");
                                }));

        assertFalse(Files.exists(target));
    }

    @Test
    void shouldTellInALineWhereAFolderCannotBe() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "no folder");
        Path target = file.resolve("pictures");

        UncheckedIOException refused =
                assertThrows(UncheckedIOException.class, () -> Disk.writeFolder(target, to -> {}));

        String message = refused.getCause().getMessage();
        assertEquals(0, message.indexOf("cannot write " + target), message);
    }

    @Test
    void shouldRefuseToWriteOverAnythingEvenALinkToNothing() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "kept");
        Path link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("nothing"));

        assertDoesNotThrow(() -> Disk.requireFree(folder.resolve("free")));
        assertThrows(IllegalArgumentException.class, () -> Disk.requireFree(file));
        assertThrows(IllegalArgumentException.class, () -> Disk.requireFree(folder));
        assertThrows(IllegalArgumentException.class, () -> Disk.requireFree(link));
    }

    @Test
    void shouldRefuseAFileOfAnotherEndingOrWithoutAFolderToLieIn() {
        Path film = folder.resolve("film.gif");

        assertDoesNotThrow(() -> Disk.requireFree(film, ".gif"));
        assertDoesNotThrow(() -> Disk.requireFree(Path.of("free-film.gif"), ".gif"));
        assertThrows(IllegalArgumentException.class, () -> Disk.requireFree(film, ".png"));
        Path nowhere = folder.resolve("nowhere/film.gif");
        IllegalArgumentException refused =
                assertThrows(
                        IllegalArgumentException.class, () -> Disk.requireFree(nowhere, ".gif"));
        assertEquals(
                "cannot write " + nowhere + ": there is no folder " + nowhere.getParent(),
                refused.getMessage());
    }

    @Test
    void shouldTellWhyAPictureCouldNotBeWrittenAndNotInWhichPart() {
        IOException full = new IOException("No space left on device");

        assertEquals(
                "cannot write a.gif: no space left on device",
                Disk.failure(
                                "write",
                                Path.of("a.gif"),
                                new IIOException("I/O error writing header!", full))
                        .getCause()
                        .getMessage());
    }
}
