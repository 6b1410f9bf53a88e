package dev.strait.envs.demonstration.container;

import static dev.strait.envs.Require.require;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;

/**
 * Writes an HDF5 file of groups and plain arrays from its leaves to its root: version 2 headers,
 * links inside the groups' headers, contiguous data.
 *
 * <p>jHDF's writer would do but for two things: it has no enumerations, which is what h5py's
 * booleans are, and it wants the whole file in memory.
 */
public final class Hdf5Writer implements AutoCloseable {

    private static final int SUPERBLOCK_BYTES = 48;
    private static final long UNDEFINED = -1;
    private static final int BUFFER_BYTES = 1 << 16;

    private final FileChannel channel;
    private long end = SUPERBLOCK_BYTES;

    private Hdf5Writer(FileChannel channel) {
        this.channel = channel;
    }

    /** Creates the file, which must not exist. */
    public static Hdf5Writer create(Path path) throws IOException {
        return new Hdf5Writer(
                FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
    }

    /** Writes an array and returns its address, to be given to {@link #group}. */
    public long array(Hdf5Type type, int[] shape, double[] values) throws IOException {
        long count = ValueBudget.count("an array", shape);
        require(count == values.length, "%s values do not fill the shape", values.length);
        long dataAt = values.length == 0 ? UNDEFINED : end;
        ByteBuffer buffer = Hdf5Messages.buffer(BUFFER_BYTES);
        for (double value : values) {
            if (buffer.remaining() < type.width()) {
                append(buffer.flip());
                buffer.clear();
            }
            type.put(buffer, value);
        }
        append(buffer.flip());
        align();
        Hdf5Messages header = new Hdf5Messages();
        header.dataspace(shape);
        header.datatype(type);
        header.fillValue();
        header.contiguous(dataAt, (long) values.length * type.width());
        return place(header);
    }

    /**
     * Writes a group and returns its address.
     *
     * @param members addresses by name
     * @param attributes 64-bit whole numbers by name
     */
    public long group(Map<String, Long> members, Map<String, Long> attributes) throws IOException {
        Hdf5Messages header = new Hdf5Messages();
        header.groupInfo();
        for (Map.Entry<String, Long> member : members.entrySet()) {
            header.link(member.getKey(), member.getValue());
        }
        for (Map.Entry<String, Long> attribute : attributes.entrySet()) {
            header.attribute(attribute.getKey(), attribute.getValue());
        }
        return place(header);
    }

    /** Makes this group the root, which completes the file. */
    public void finish(long root) throws IOException {
        ByteBuffer block = Hdf5Messages.buffer(SUPERBLOCK_BYTES);
        block.put(new byte[] {(byte) 0x89, 'H', 'D', 'F', '\r', '\n', 0x1a, '\n'});
        block.put((byte) 2).put((byte) 8).put((byte) 8).put((byte) 0);
        block.putLong(0).putLong(UNDEFINED).putLong(end).putLong(root);
        block.putInt(Lookup3.hash(block.array(), block.position()));
        block.flip();
        while (block.hasRemaining()) {
            channel.write(block, block.position());
        }
    }

    private long place(Hdf5Messages header) throws IOException {
        long address = end;
        append(header.objectHeader());
        align();
        return address;
    }

    private void append(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            end += channel.write(bytes, end);
        }
    }

    private void align() throws IOException {
        append(ByteBuffer.allocate((int) (-end & 7)));
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
