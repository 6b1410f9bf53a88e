package dev.strait.envs.classic;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * A file of trajectories that Gymnasium 0.29.1 walked; tests that need it are skipped where the
 * shared data is not at hand.
 */
record Recording(Map<String, double[]> arrays) {

    static Recording of(String id) throws IOException {
        Path file = Path.of(System.getProperty("shared.data", ""), "gymnasium", id + ".npz");
        assumeTrue(Files.exists(file), "no recorded trajectories at " + file);
        Map<String, double[]> arrays = new HashMap<>();
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String name = entry.getName().replace(".npy", "");
                arrays.put(name, parse(zip.readAllBytes()));
            }
        }
        return new Recording(arrays);
    }

    private static double[] parse(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int headerLength = Short.toUnsignedInt(buffer.getShort(8));
        String header = new String(bytes, 10, headerLength, StandardCharsets.ISO_8859_1);
        String type = header.split("'descr': '")[1].substring(0, 3);
        buffer.position(10 + headerLength);
        int width = type.charAt(2) - '0';
        double[] values = new double[buffer.remaining() / width];
        for (int i = 0; i < values.length; i++) {
            values[i] = next(buffer, type);
        }
        return values;
    }

    private static double next(ByteBuffer buffer, String type) {
        return switch (type) {
            case "<f8" -> buffer.getDouble();
            case "<f4" -> buffer.getFloat();
            case "<i8" -> buffer.getLong();
            case "|b1" -> buffer.get();
            default -> throw new IllegalArgumentException("unexpected type " + type);
        };
    }

    int trajectories() {
        return array("lengths").length;
    }

    int length(int k) {
        return (int) array("lengths")[k];
    }

    int maxLength() {
        return array("rewards").length / trajectories();
    }

    /** Entry t of trajectory k. */
    double[] row(String name, int k, int t) {
        double[] values = array(name);
        boolean initial = name.equals("states") || name.equals("obs");
        int times = initial ? maxLength() + 1 : maxLength();
        int size = values.length / (trajectories() * times);
        double[] row = new double[size];
        System.arraycopy(values, (k * times + t) * size, row, 0, size);
        return row;
    }

    private double[] array(String name) {
        return arrays.get(name);
    }
}
