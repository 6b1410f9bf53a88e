package dev.strait.demos.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunLockTest {

    @TempDir Path temporary;
    private RunFolder folder;

    @BeforeEach
    void makeFolder() {
        folder = RunFolder.create(temporary.resolve("run"), "");
    }

    /** Another process, which holds the folder until it is killed. */
    static final class Holder {
        private Holder() {}

        public static void main(String[] arguments) throws IOException {
            try (RunLock lock = RunLock.take(new RunFolder(Path.of(arguments[0])))) {
                System.out.println(lock.folder().path());
                System.in.read();
            }
        }
    }

    private void assertTaken() {
        String message =
                assertThrows(IllegalArgumentException.class, () -> RunLock.take(folder))
                        .getMessage();
        assertEquals(
                "another strait is training in "
                        + folder.path()
                        + "; wait until it has ended, or stop it",
                message);
    }

    @Test
    void shouldKeepASecondRunOutUntilTheFirstHasEnded() {
        try (RunLock lock = RunLock.take(folder)) {
            assertEquals(folder, lock.folder());
            assertTaken();
        }
        RunLock.take(folder).close();
    }

    @Test
    void shouldEndWithItsProcess() throws Exception {
        Process holder =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx64m",
                                "-cp",
                                System.getProperty("java.class.path"),
                                Holder.class.getName(),
                                folder.path().toString())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        try (BufferedReader told = holder.inputReader()) {
            assertEquals(folder.path().toString(), told.readLine());
            assertTaken();
        } finally {
            holder.destroyForcibly();
        }
        holder.waitFor();
        RunLock.take(folder).close();
    }
}
