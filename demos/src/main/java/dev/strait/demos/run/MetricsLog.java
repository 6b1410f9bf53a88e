package dev.strait.demos.run;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes a row a round to metrics.csv and to TensorBoard's event file, flushed each time. The first
 * row fixes the columns.
 */
public final class MetricsLog implements AutoCloseable {

    private final Path file;
    private final BufferedWriter csv;
    private final EventFile events;
    private String header;

    private MetricsLog(Path file, String header, EventFile events) throws IOException {
        this.file = file;
        this.header = header;
        this.events = events;
        this.csv =
                Files.newBufferedWriter(
                        file,
                        StandardCharsets.UTF_8,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.APPEND);
    }

    /** Begins the metrics of a new run. */
    public static MetricsLog begin(RunFolder folder) {
        return open(folder, "", List.of(), 0);
    }

    /**
     * Continues the metrics of a run whose checkpoint is of {@code round}: later rows, and a row
     * that was cut off while it was written, are dropped.
     */
    public static MetricsLog resume(RunFolder folder, long round) {
        Path file = folder.metrics();
        List<String> lines = completeLines(file);
        if (lines.isEmpty()) {
            return begin(folder);
        }
        List<String> kept =
                lines.stream().skip(1).filter(line -> number(line, 0) <= round).toList();
        long steps = kept.isEmpty() ? 0 : number(kept.get(kept.size() - 1), 1);
        return open(folder, lines.get(0), kept, steps + 1);
    }

    private static MetricsLog open(
            RunFolder folder, String header, List<String> rows, long firstRepeatedStep) {
        Path file = folder.metrics();
        String text =
                header.isEmpty()
                        ? ""
                        : Stream.concat(Stream.of(header), rows.stream())
                                .collect(Collectors.joining("\n", "", "\n"));
        Disk.write(file, text);
        try {
            EventFile events = EventFile.create(folder.path(), System.currentTimeMillis() / 1e3);
            if (firstRepeatedStep > 0) {
                events.sessionStart(firstRepeatedStep, System.currentTimeMillis() / 1e3);
            }
            return new MetricsLog(file, header, events);
        } catch (IOException e) {
            throw Disk.failure("write", file, e);
        }
    }

    /**
     * Writes one round.
     *
     * @throws IllegalStateException if its columns are not those of the rows before
     * @throws java.io.UncheckedIOException with one line for people if the disk refuses
     */
    public void append(MetricsRow row) {
        List<String> columns = new ArrayList<>(List.of("round", row.counted()));
        columns.addAll(row.values().keySet());
        String line = String.join(",", columns);
        try {
            if (header.isEmpty()) {
                header = line;
                csv.write(header + "\n");
            } else if (!header.equals(line)) {
                throw new IllegalStateException(
                        "round %s has the columns %s, but the file has %s"
                                .formatted(row.round(), line, header));
            }
            csv.write(row.round() + "," + row.samples());
            for (double value : row.values().values()) {
                csv.write("," + cell(value));
            }
            csv.write("\n");
            csv.flush();
            events.scalars(row.samples(), System.currentTimeMillis() / 1e3, row.values());
        } catch (IOException e) {
            throw Disk.failure("write", file, e);
        }
    }

    @Override
    public void close() {
        try (csv;
                events) {
            csv.flush();
        } catch (IOException e) {
            throw Disk.failure("write", file, e);
        }
    }

    private static String cell(double value) {
        if (Double.isNaN(value)) {
            return "";
        }
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }

    /** Lines that end in a newline; the last one may have been cut off. */
    private static List<String> completeLines(Path file) {
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            String text = Files.readString(file);
            return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
        } catch (IOException e) {
            throw Disk.failure("read", file, e);
        }
    }

    private static long number(String line, int column) {
        return Long.parseLong(line.split(",", -1)[column]);
    }
}
