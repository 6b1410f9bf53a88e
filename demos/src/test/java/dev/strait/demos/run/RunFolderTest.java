package dev.strait.demos.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFolderTest {

    @TempDir Path folder;

    private static String refusal(Runnable action) {
        return assertThrows(IllegalArgumentException.class, action::run).getMessage();
    }

    @Test
    void shouldHoldItsConfigurationFromTheFirstMoment() throws IOException {
        RunFolder run = RunFolder.create(folder.resolve("runs/a"), "seed: 1\n");

        assertEquals("seed: 1\n", Files.readString(run.configuration()));
        assertEquals(run, RunFolder.open(folder.resolve("runs/a")));
        try (Stream<Path> siblings = Files.list(folder.resolve("runs"))) {
            assertEquals(1, siblings.count(), "no temporary folder stays");
        }
    }

    @Test
    void shouldTakeAnEmptyFolderButNoOther() throws IOException {
        Path run = Files.createDirectory(folder.resolve("a"));
        RunFolder.create(run, "");

        assertEquals(
                run + " exists already; choose another --out, or continue it with --resume",
                refusal(() -> RunFolder.create(run, "")));
    }

    @Test
    void shouldSucceedWhereAnEarlierAttemptDied() throws IOException {
        Path stray = Files.createDirectories(folder.resolve(".a.part"));
        Files.writeString(stray.resolve("config.yaml"), "half");

        RunFolder run = RunFolder.create(folder.resolve("a"), "whole");

        assertEquals("whole", Files.readString(run.configuration()));
    }

    @Test
    void shouldNumberRunsUpwards() throws IOException {
        Files.createDirectories(folder.resolve("vail-007"));
        Files.createDirectories(folder.resolve("vail-x"));

        RunFolder next = RunFolder.createNumbered(folder, "vail", "");
        RunFolder first = RunFolder.createNumbered(folder.resolve("new"), "vail", "");

        assertEquals(folder.resolve("vail-008"), next.path());
        assertEquals(folder.resolve("new/vail-001"), first.path());
    }

    @Test
    void shouldRefuseAFileInTheWay() throws IOException {
        Path file = Files.writeString(folder.resolve("a"), "");

        assertEquals(
                file + " is a file; --out names a folder",
                refusal(() -> RunFolder.create(file, "")));
        assertTrue(refusal(() -> RunFolder.create(file.resolve("b"), "")).contains("not a folder"));
        assertTrue(refusal(() -> RunFolder.createNumbered(file, "b", "")).contains("not a folder"));
    }

    @Test
    void shouldOpenOnlyARun() {
        assertEquals(
                "no run folder " + folder.resolve("x"),
                refusal(() -> RunFolder.open(folder.resolve("x"))));
        assertEquals(
                folder + " is not a run folder: no config.yaml in it",
                refusal(() -> RunFolder.open(folder)));
    }

    @Test
    void shouldLeaveTheOldFileWhereWritingFails() throws IOException {
        Path target = Files.writeString(folder.resolve("summary.json"), "old");

        UncheckedIOException failure =
                assertThrows(
                        UncheckedIOException.class,
                        () ->
                                Disk.write(
                                        target,
                                        temporary -> {
                                            Files.writeString(temporary, "ne");
                                            throw new IOException("No space left on device");
                                        }));

        assertEquals(
                "cannot write " + target + ": no space left on device",
                failure.getCause().getMessage());
        assertEquals("old", Files.readString(target));
        assertFalse(Files.exists(folder.resolve(".summary.json.part")));
    }

    @Test
    void shouldSayInOneLineWhyADiskRefuses() {
        Path path = Path.of("a");

        assertEquals(
                "cannot make a: permission denied",
                message(Disk.failure("make", path, new AccessDeniedException("a"))));
        assertEquals(
                "cannot write a: no space left on device",
                message(
                        Disk.failure(
                                "write",
                                path,
                                new FileSystemException("a", null, "No space left on device"))));
    }

    private static String message(UncheckedIOException failure) {
        return failure.getCause().getMessage();
    }
}
