package dev.strait.demos.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The columns of a metrics.csv, for drawing.
 *
 * @param columns by name, all of one length; NaN where a cell is empty
 */
public record MetricsTable(Map<String, double[]> columns) {

    public MetricsTable {
        columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
    }

    /** Reads a file that {@link MetricsLog} wrote; without the file, there are no columns. */
    public static MetricsTable read(Path file) {
        if (!Files.exists(file)) {
            return new MetricsTable(Map.of());
        }
        try {
            return parse(Files.readAllLines(file));
        } catch (IOException e) {
            throw Disk.failure("read", file, e);
        }
    }

    private static MetricsTable parse(List<String> lines) {
        Map<String, double[]> columns = new LinkedHashMap<>();
        if (lines.isEmpty()) {
            return new MetricsTable(columns);
        }
        String[] names = lines.get(0).split(",", -1);
        for (String name : names) {
            columns.put(name, new double[lines.size() - 1]);
        }
        for (int row = 1; row < lines.size(); row++) {
            String[] cells = lines.get(row).split(",", -1);
            for (int column = 0; column < names.length; column++) {
                String cell = cells[column];
                columns.get(names[column])[row - 1] =
                        cell.isEmpty() ? Double.NaN : Double.parseDouble(cell);
            }
        }
        return new MetricsTable(columns);
    }

    /**
     * Whether a column exists and holds at least one finite figure but 0: what a run does without,
     * such as the β of a discriminator without bottleneck, stays 0 throughout.
     */
    public boolean tells(String name) {
        for (double value : columns.getOrDefault(name, new double[0])) {
            if (Double.isFinite(value) && value != 0) {
                return true;
            }
        }
        return false;
    }
}
