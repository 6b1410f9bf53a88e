package dev.strait.demos.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InterruptionTest {

    private static final int SIGINT = 2;

    @TempDir Path folder;

    /** A run that trains until it is asked to stop, and takes its time for the checkpoint. */
    static final class Training {
        public static void main(String[] arguments) throws Exception {
            Path folder = Path.of(arguments[0]);
            try (Interruption interruption = Interruption.install(System.err)) {
                Files.writeString(folder.resolve("training"), "");
                while (!interruption.requested()) {
                    Thread.sleep(5);
                }
                Thread.sleep(300);
                Files.writeString(folder.resolve("checkpoint"), "whole");
            }
        }
    }

    private Process train() throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx64m",
                                "-cp",
                                System.getProperty("java.class.path"),
                                Training.class.getName(),
                                folder.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("log").toFile())
                        .start();
        while (!Files.exists(folder.resolve("training"))) {
            assertTrue(process.isAlive(), "the run did not start");
            Thread.sleep(10);
        }
        return process;
    }

    @ParameterizedTest
    @ValueSource(strings = {"INT", "TERM"})
    void shouldWriteTheCheckpointAndEndWith130(String signal) throws Exception {
        Assumptions.assumeTrue(Files.exists(Path.of("/bin/kill")), "no kill command here");
        Assumptions.assumeFalse(
                signal.equals("INT") && interruptsAreIgnored(),
                "this process ignores SIGINT, and its children inherit that");
        Process process = train();

        new ProcessBuilder("/bin/kill", "-" + signal, Long.toString(process.pid())).start();

        assertTrue(process.waitFor(30, TimeUnit.SECONDS), "the run hangs");
        assertEquals(ExitCode.INTERRUPTED, process.exitValue());
        assertEquals("whole", Files.readString(folder.resolve("checkpoint")));
        assertTrue(Files.readString(folder.resolve("log")).contains("writing the checkpoint"));
    }

    @Test
    void shouldLeaveTheExitCodeAloneWhereNothingInterrupts() {
        Interruption interruption = Interruption.install(System.err);
        assertFalse(interruption.requested());

        interruption.close();
        interruption.close();

        assertFalse(interruption.requested());
    }

    /** Bit 1 of SigIgn: background jobs of a shell without job control start like that. */
    private static boolean interruptsAreIgnored() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return false;
        }
        String mask =
                Files.readAllLines(status).stream()
                        .filter(line -> line.startsWith("SigIgn:"))
                        .map(line -> line.substring("SigIgn:".length()).strip())
                        .findFirst()
                        .orElse("0");
        return (Long.parseUnsignedLong(mask, 16) & 1L << SIGINT - 1) != 0;
    }
}
