package dev.strait.envs.demonstration.container;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDateTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes NumPy's archive of named arrays, compressed, nothing pickled; the same arrays always give
 * the same bytes.
 */
public final class NpzWriter implements AutoCloseable {

    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);
    private static final int ALIGNMENT = 64;

    private final ZipOutputStream zip;

    private NpzWriter(ZipOutputStream zip) {
        this.zip = zip;
    }

    /** Creates the archive, which must not exist. */
    public static NpzWriter create(Path path) throws IOException {
        return new NpzWriter(
                new ZipOutputStream(
                        new BufferedOutputStream(
                                Files.newOutputStream(path, StandardOpenOption.CREATE_NEW))));
    }

    /** Numbers in single precision. */
    public void float32(String name, int[] shape, double[] values) throws IOException {
        write(name, "<f4", shape, 4, values, (out, value) -> out.putFloat((float) value));
    }

    /** Numbers in double precision. */
    public void float64(String name, int[] shape, double[] values) throws IOException {
        write(name, "<f8", shape, 8, values, ByteBuffer::putDouble);
    }

    /** Whole numbers of 64 bits. */
    public void int64(String name, int[] shape, double[] values) throws IOException {
        write(name, "<i8", shape, 8, values, (out, value) -> out.putLong((long) value));
    }

    /** Truth values, 0 or 1. */
    public void booleans(String name, int[] shape, double[] values) throws IOException {
        write(name, "|b1", shape, 1, values, (out, value) -> out.put((byte) value));
    }

    /** The same ASCII text {@code count} times; a single text for a count of -1. */
    public void text(String name, int count, String text) throws IOException {
        int[] shape = count < 0 ? new int[0] : new int[] {count};
        double[] points = new double[Math.max(count < 0 ? 1 : count, 0) * text.length()];
        for (int i = 0; i < points.length; i++) {
            points[i] = text.charAt(i % text.length());
        }
        write(name, "<U" + text.length(), shape, 4, points, (out, v) -> out.putInt((int) v));
    }

    /** Puts one number into the bytes of an array. */
    private interface Put {
        void put(ByteBuffer out, double value);
    }

    private void write(String name, String type, int[] shape, int width, double[] values, Put put)
            throws IOException {
        ZipEntry entry = new ZipEntry(name + ".npy");
        entry.setTimeLocal(NO_TIME);
        zip.putNextEntry(entry);
        zip.write(header(type, shape));
        byte[] bytes = new byte[1 << 16];
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        for (double value : values) {
            if (buffer.remaining() < width) {
                zip.write(bytes, 0, buffer.position());
                buffer.clear();
            }
            put.put(buffer, value);
        }
        zip.write(bytes, 0, buffer.position());
        zip.closeEntry();
    }

    /** Version 1.0, filled up with spaces so that the numbers begin at a multiple of 64. */
    private static byte[] header(String type, int[] shape) {
        StringBuilder sizes = new StringBuilder();
        for (int size : shape) {
            sizes.append(size).append(',');
        }
        StringBuilder text =
                new StringBuilder("{'descr': '" + type + "', 'fortran_order': False, 'shape': (");
        text.append(sizes).append("), }");
        while ((10 + text.length() + 1) % ALIGNMENT != 0) {
            text.append(' ');
        }
        text.append('\n');
        ByteBuffer header = ByteBuffer.allocate(10 + text.length()).order(ByteOrder.LITTLE_ENDIAN);
        header.put((byte) 0x93).put("NUMPY".getBytes(StandardCharsets.US_ASCII));
        header.put((byte) 1).put((byte) 0).putShort((short) text.length());
        header.put(text.toString().getBytes(StandardCharsets.US_ASCII));
        return header.array();
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
