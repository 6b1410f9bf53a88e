package dev.strait.envs.demonstration.container;

import static dev.strait.envs.Require.require;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * The messages of one HDF5 object header (version 2), as the format's specification lays them out.
 */
final class Hdf5Messages {

    private static final int DATASPACE = 0x01;
    private static final int LINK_INFO = 0x02;
    private static final int DATATYPE = 0x03;
    private static final int FILL_VALUE = 0x05;
    private static final int LINK = 0x06;
    private static final int LAYOUT = 0x08;
    private static final int GROUP_INFO = 0x0a;
    private static final int ATTRIBUTE = 0x0c;
    private static final int LONGEST_NAME = 200;
    private static final long UNDEFINED = -1;

    private final ByteArrayOutputStream messages = new ByteArrayOutputStream();

    static ByteBuffer buffer(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    void groupInfo() {
        add(LINK_INFO, buffer(18).putShort((short) 0).putLong(UNDEFINED).putLong(UNDEFINED));
        add(GROUP_INFO, buffer(2).putShort((short) 0));
    }

    /** A hard link: version 1, no flags, a name of up to 255 bytes. */
    void link(String name, long address) {
        byte[] bytes = name(name);
        ByteBuffer link = buffer(3 + bytes.length + 8);
        link.put((byte) 1).put((byte) 0).put((byte) bytes.length).put(bytes).putLong(address);
        add(LINK, link);
    }

    /** A single 64-bit whole number with a name. */
    void attribute(String name, long value) {
        byte[] bytes = name(name);
        ByteBuffer type = buffer(64);
        Hdf5Type.INT64.describe(type);
        ByteBuffer attribute = buffer(9 + bytes.length + 1 + type.position() + 4 + 8);
        attribute.put((byte) 3).put((byte) 0);
        attribute.putShort((short) (bytes.length + 1));
        attribute.putShort((short) type.position());
        attribute.putShort((short) 4).put((byte) 0);
        attribute.put(bytes).put((byte) 0).put(type.flip());
        attribute.putInt(2);
        attribute.putLong(value);
        add(ATTRIBUTE, attribute);
    }

    /** Version 2, a simple space of fixed sizes. */
    void dataspace(int[] shape) {
        ByteBuffer space = buffer(4 + 8 * shape.length);
        space.put((byte) 2).put((byte) shape.length).put((byte) 0).put((byte) 1);
        for (int size : shape) {
            space.putLong(size);
        }
        add(DATASPACE, space);
    }

    void datatype(Hdf5Type type) {
        ByteBuffer bytes = buffer(64);
        type.describe(bytes);
        add(DATATYPE, bytes);
    }

    /** Version 3: space is allocated late, the fill value is written if set, none is set. */
    void fillValue() {
        add(FILL_VALUE, buffer(2).put((byte) 3).put((byte) 0x0a));
    }

    /** Version 3: one run of bytes. */
    void contiguous(long address, long bytes) {
        add(LAYOUT, buffer(18).put((byte) 3).put((byte) 1).putLong(address).putLong(bytes));
    }

    private static byte[] name(String name) {
        byte[] bytes = name.getBytes(StandardCharsets.US_ASCII);
        require(
                bytes.length > 0 && bytes.length <= LONGEST_NAME,
                "an HDF5 name must have 1 to %s characters: '%s'",
                LONGEST_NAME,
                name);
        return bytes;
    }

    private void add(int type, ByteBuffer content) {
        ByteBuffer start = buffer(4);
        start.put((byte) type).putShort((short) content.position()).put((byte) 0);
        messages.write(start.array(), 0, start.position());
        messages.write(content.array(), 0, content.position());
    }

    /** The header of all messages so far, with its checksum. */
    ByteBuffer objectHeader() {
        byte[] content = messages.toByteArray();
        ByteBuffer header = buffer(10 + content.length + 4);
        header.put("OHDR".getBytes(StandardCharsets.US_ASCII));
        // Flag 2: the size of the messages takes 4 bytes.
        header.put((byte) 2).put((byte) 2).putInt(content.length).put(content);
        header.putInt(Lookup3.hash(header.array(), header.position()));
        return header.flip();
    }
}
