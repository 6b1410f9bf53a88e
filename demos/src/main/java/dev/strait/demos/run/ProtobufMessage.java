package dev.strait.demos.run;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** One protobuf message, built field by field (wire types 0, 1, 2 and 5). */
final class ProtobufMessage {

    private static final int VARINT = 0;
    private static final int FIXED64 = 1;
    private static final int DELIMITED = 2;
    private static final int FIXED32 = 5;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    ProtobufMessage varint(int field, long value) {
        key(field, VARINT);
        raw(value);
        return this;
    }

    ProtobufMessage float64(int field, double value) {
        key(field, FIXED64);
        out.writeBytes(little(8).putDouble(value).array());
        return this;
    }

    ProtobufMessage float32(int field, float value) {
        key(field, FIXED32);
        out.writeBytes(little(4).putFloat(value).array());
        return this;
    }

    ProtobufMessage text(int field, String value) {
        return delimited(field, value.getBytes(StandardCharsets.UTF_8));
    }

    ProtobufMessage message(int field, ProtobufMessage value) {
        return delimited(field, value.bytes());
    }

    byte[] bytes() {
        return out.toByteArray();
    }

    private ProtobufMessage delimited(int field, byte[] value) {
        key(field, DELIMITED);
        raw(value.length);
        out.writeBytes(value);
        return this;
    }

    private void key(int field, int wireType) {
        raw((long) field << 3 | wireType);
    }

    /** Seven bits a byte, lowest first; the top bit says that more follow. */
    private void raw(long value) {
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            out.write((int) (rest & 0x7F | 0x80));
            rest >>>= 7;
        }
        out.write((int) rest);
    }

    private static ByteBuffer little(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }
}
