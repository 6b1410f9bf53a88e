package dev.strait.demos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A training command in a process of its own, which a test may end in any way. */
public final class TrainingProcess implements AutoCloseable {

    private final Process process;
    private final Path log;

    private TrainingProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    public static TrainingProcess start(Path log, List<String> arguments) throws IOException {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx512m",
                                "-XX:+UseSerialGC",
                                "-Djava.awt.headless=true",
                                "-cp",
                                System.getProperty("java.class.path"),
                                Strait.class.getName()));
        command.addAll(arguments);
        Process process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start();
        return new TrainingProcess(process, log);
    }

    /** Waits until there is a file with this many lines. */
    public void awaitLines(Path file, int lines) throws IOException, InterruptedException {
        while (process.isAlive()
                && (!Files.exists(file) || Files.readAllLines(file).size() < lines)) {
            Thread.sleep(5);
        }
    }

    /** Waits until there is a file. */
    public void awaitFile(Path file) throws InterruptedException {
        while (process.isAlive() && !Files.exists(file)) {
            Thread.sleep(5);
        }
    }

    /** SIGKILL: nothing can be done about it. */
    public void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    /** SIGTERM. */
    public void terminate() {
        process.destroy();
    }

    public int exitCode() throws InterruptedException {
        if (!process.waitFor(120, TimeUnit.SECONDS)) {
            throw new IllegalStateException("the run hangs");
        }
        return process.exitValue();
    }

    public String text() throws IOException {
        return Files.readString(log);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
