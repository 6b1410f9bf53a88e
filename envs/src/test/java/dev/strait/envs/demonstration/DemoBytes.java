package dev.strait.envs.demonstration;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Writes ML-Agents' .demo files for tests: two continuous actions in the older field. */
final class DemoBytes {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    /**
     * A file of as many records as there are flags.
     *
     * @param ends whether a record tells that the step before it ended its episode
     */
    static byte[] file(int observationSize, boolean... ends) {
        return file(false, observationSize, ends);
    }

    /** The same; {@code cut} tells that time limits end all episodes. */
    static byte[] file(boolean cut, int observationSize, boolean... ends) {
        DemoBytes meta = new DemoBytes().varint(1, 1).bytes(2, ascii("Test"));
        meta.varint(3, ends.length).varint(4, 1);
        DemoBytes file = new DemoBytes().delimited(meta);
        file.out.writeBytes(new byte[33 - file.out.size()]);
        file.delimited(new DemoBytes().bytes(3, new byte[] {2}).varint(6, 1));
        for (int t = 0; t < ends.length; t++) {
            file.delimited(record(observationSize, t, ends[t], cut, t == ends.length - 1));
        }
        return file.out.toByteArray();
    }

    private static DemoBytes record(
            int observationSize, int t, boolean end, boolean cut, boolean last) {
        float[] seen = new float[observationSize];
        seen[0] = t;
        DemoBytes sensor = new DemoBytes().bytes(1, new byte[] {(byte) observationSize});
        sensor.bytes(4, new DemoBytes().bytes(1, floats(seen)).out.toByteArray());
        DemoBytes info = new DemoBytes().fixed(7, t / 8f).varint(8, end ? 1 : 0);
        // Half a point a record, three quarters of them for its group.
        info.varint(9, end && cut ? 1 : 0).fixed(15, 3 * t / 8f);
        info.bytes(13, sensor.out.toByteArray());
        DemoBytes action = new DemoBytes();
        if (!last) {
            action.bytes(1, floats(t, -t));
        }
        return new DemoBytes().bytes(1, info.out.toByteArray()).bytes(2, action.out.toByteArray());
    }

    private static byte[] floats(float... values) {
        ByteBuffer bytes = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (float value : values) {
            bytes.putFloat(value);
        }
        return bytes.array();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private DemoBytes varint(int field, long value) {
        return raw(field << 3).raw(value);
    }

    private DemoBytes fixed(int field, float value) {
        raw(field << 3 | 5).out.writeBytes(floats(value));
        return this;
    }

    private DemoBytes bytes(int field, byte[] value) {
        raw(field << 3 | 2).raw(value.length).out.writeBytes(value);
        return this;
    }

    private DemoBytes delimited(DemoBytes message) {
        raw(message.out.size()).out.writeBytes(message.out.toByteArray());
        return this;
    }

    private DemoBytes raw(long value) {
        long rest = value;
        while ((rest & ~0x7fL) != 0) {
            out.write((int) (rest & 0x7f | 0x80));
            rest >>>= 7;
        }
        out.write((int) rest);
        return this;
    }
}
