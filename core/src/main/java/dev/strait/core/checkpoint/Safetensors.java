package dev.strait.core.checkpoint;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Named arrays in the safetensors format: eight bytes of header length, a JSON header, then the raw
 * little-endian arrays without gaps. Nothing in such a file can run.
 *
 * @param tensors by name, in the file's order
 * @param metadata texts by name
 */
public record Safetensors(Map<String, TensorData> tensors, Map<String, String> metadata) {

    private static final int LENGTH_BYTES = 8;

    private static final Set<StandardOpenOption> ANEW =
            Set.of(
                    StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE,
                    StandardOpenOption.TRUNCATE_EXISTING);

    public Safetensors {
        tensors = Collections.unmodifiableMap(new LinkedHashMap<>(tensors));
        metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
    }

    /**
     * Writes a file, whole or not at all (see {@link AtomicFile}).
     *
     * @throws IOException if it cannot be written; what was there before still is
     */
    public void write(Path file) throws IOException {
        Header header = Header.of(tensors, metadata);
        byte[] json = header.json();
        ByteBuffer length = ByteBuffer.allocate(LENGTH_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        length.putLong(json.length).flip();
        AtomicFile.replace(
                file,
                temporary -> {
                    try (FileChannel channel = FileChannel.open(temporary, ANEW)) {
                        writeFully(channel, length);
                        writeFully(channel, ByteBuffer.wrap(json));
                        for (Header.Entry entry : header.entries()) {
                            writeFully(channel, tensors.get(entry.name()).view());
                        }
                    }
                });
    }

    private static void writeFully(FileChannel channel, ByteBuffer buffer) throws IOException {
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
    }

    /**
     * Reads a file whole. Sizes are checked against the file before anything is allocated.
     *
     * @throws IllegalArgumentException with the file's name and what is wrong, if it is malformed
     * @throws IOException if it cannot be read
     */
    public static Safetensors read(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            return read(channel);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
        }
    }

    private static Safetensors read(FileChannel channel) throws IOException {
        long size = channel.size();
        Header header = header(channel, size);
        Map<String, TensorData> tensors = new LinkedHashMap<>();
        for (Header.Entry entry : header.entries()) {
            byte[] bytes = bytes(channel, Math.toIntExact(entry.end() - entry.begin()));
            tensors.put(entry.name(), new TensorData(entry.type(), entry.shape(), bytes));
        }
        return new Safetensors(tensors, header.metadata());
    }

    private static Header header(FileChannel channel, long size) throws IOException {
        if (size < LENGTH_BYTES) {
            throw new IllegalArgumentException(
                    "a safetensors file has at least 8 bytes, but this has " + size);
        }
        long length =
                ByteBuffer.wrap(bytes(channel, LENGTH_BYTES))
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .getLong();
        long rest = size - LENGTH_BYTES;
        if (length < 0 || length > rest || length > Header.LONGEST) {
            throw new IllegalArgumentException(
                    "the header is said to have %s bytes, but %s follow"
                            .formatted(Long.toUnsignedString(length), rest));
        }
        return Header.parse(bytes(channel, (int) length), rest - length);
    }

    private static byte[] bytes(FileChannel channel, int count) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(count);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer) < 0) {
                throw new IllegalArgumentException("the file ended while it was read");
            }
        }
        return buffer.array();
    }
}
