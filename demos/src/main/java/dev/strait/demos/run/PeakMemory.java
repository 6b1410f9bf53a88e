package dev.strait.demos.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;

/** The most memory that this process has held: Java's heap, the engine's tensors and all. */
public final class PeakMemory {

    private static final Path STATUS = Path.of("/proc/self/status");

    private PeakMemory() {}

    /**
     * Peak resident bytes: {@code VmHWM} on Linux; elsewhere what {@code ps} says is resident now,
     * which after training is near the peak; empty where there is neither.
     */
    public static OptionalLong residentBytes() {
        try {
            if (Files.isReadable(STATUS)) {
                return highWaterMark(Files.readAllLines(STATUS));
            }
            return residentNow();
        } catch (IOException e) {
            return OptionalLong.empty();
        }
    }

    /** Reads {@code VmHWM: 123456 kB}. */
    static OptionalLong highWaterMark(List<String> status) {
        return status.stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                .findFirst();
    }

    private static OptionalLong residentNow() throws IOException {
        String id = Long.toString(ProcessHandle.current().pid());
        Process ps = new ProcessBuilder("ps", "-o", "rss=", "-p", id).start();
        try (var reader = ps.inputReader()) {
            String line = reader.readLine();
            return line == null
                    ? OptionalLong.empty()
                    : OptionalLong.of(Long.parseLong(line.strip()) * 1024);
        }
    }
}
