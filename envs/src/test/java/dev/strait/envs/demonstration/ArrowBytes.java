package dev.strait.envs.demonstration;

import com.google.flatbuffers.FlatBufferBuilder;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.arrow.flatbuf.Bool;
import org.apache.arrow.flatbuf.Buffer;
import org.apache.arrow.flatbuf.Field;
import org.apache.arrow.flatbuf.FieldNode;
import org.apache.arrow.flatbuf.FixedSizeList;
import org.apache.arrow.flatbuf.FloatingPoint;
import org.apache.arrow.flatbuf.Int;
import org.apache.arrow.flatbuf.Message;
import org.apache.arrow.flatbuf.MessageHeader;
import org.apache.arrow.flatbuf.MetadataVersion;
import org.apache.arrow.flatbuf.RecordBatch;
import org.apache.arrow.flatbuf.Schema;
import org.apache.arrow.flatbuf.Struct_;
import org.apache.arrow.flatbuf.Type;

/** Writes Arrow's IPC format from columns, for tests: one record batch, nothing missing. */
final class ArrowBytes {

    /**
     * A column.
     *
     * @param type of {@link Type}; Int is of 64 bits, FloatingPoint double
     * @param length its rows
     * @param data what follows the validity buffer: numbers, bits or list ends; null for none
     * @param listSize for fixed lists
     */
    record Column(
            String name, byte type, int length, byte[] data, int listSize, List<Column> children) {

        static Column doubles(String name, double... values) {
            ByteBuffer data = little(8 * values.length);
            for (double value : values) {
                data.putDouble(value);
            }
            return new Column(name, Type.FloatingPoint, values.length, data.array(), 0, List.of());
        }

        static Column longs(String name, long... values) {
            ByteBuffer data = little(8 * values.length);
            for (long value : values) {
                data.putLong(value);
            }
            return new Column(name, Type.Int, values.length, data.array(), 0, List.of());
        }

        static Column bits(String name, boolean... values) {
            byte[] data = new byte[(values.length + 7) / 8];
            for (int i = 0; i < values.length; i++) {
                data[i / 8] |= (byte) ((values[i] ? 1 : 0) << i % 8);
            }
            return new Column(name, Type.Bool, values.length, data, 0, List.of());
        }

        static Column lists(String name, Column items, int... ends) {
            ByteBuffer data = little(4 * ends.length);
            for (int end : ends) {
                data.putInt(end);
            }
            return new Column(name, Type.List, ends.length - 1, data.array(), 0, List.of(items));
        }

        static Column fixedLists(String name, Column items, int size) {
            return new Column(
                    name, Type.FixedSizeList, items.length() / size, null, size, List.of(items));
        }

        static Column struct(String name, Column... parts) {
            return new Column(name, Type.Struct_, parts[0].length(), null, 0, List.of(parts));
        }
    }

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private ArrowBytes() {}

    private static ByteBuffer little(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** The stream format, with its end mark. */
    static byte[] stream(int rows, Column... columns) {
        ArrowBytes bytes = new ArrowBytes();
        bytes.messages(rows, List.of(columns));
        return bytes.out.toByteArray();
    }

    /** The file format; the footer is left empty. */
    static byte[] file(int rows, Column... columns) {
        ArrowBytes bytes = new ArrowBytes();
        byte[] magic = "ARROW1\0\0".getBytes(StandardCharsets.US_ASCII);
        bytes.out.writeBytes(magic);
        bytes.messages(rows, List.of(columns));
        bytes.out.writeBytes(new byte[4]);
        bytes.out.write(magic, 0, 6);
        return bytes.out.toByteArray();
    }

    private void messages(int rows, List<Column> columns) {
        FlatBufferBuilder builder = new FlatBufferBuilder();
        int[] fields = columns.stream().mapToInt(column -> field(builder, column)).toArray();
        int vector = Schema.createFieldsVector(builder, fields);
        Schema.startSchema(builder);
        Schema.addFields(builder, vector);
        message(builder, MessageHeader.Schema, Schema.endSchema(builder), new byte[0]);
        batch(rows, columns);
        out.writeBytes(little(8).putInt(-1).array());
    }

    private static int field(FlatBufferBuilder builder, Column column) {
        int[] children =
                column.children().stream().mapToInt(child -> field(builder, child)).toArray();
        int childVector = Field.createChildrenVector(builder, children);
        int name = builder.createString(column.name());
        int type = type(builder, column);
        Field.startField(builder);
        Field.addName(builder, name);
        Field.addTypeType(builder, column.type());
        Field.addType(builder, type);
        Field.addChildren(builder, childVector);
        return Field.endField(builder);
    }

    private static int type(FlatBufferBuilder builder, Column column) {
        return switch (column.type()) {
            case Type.Int -> Int.createInt(builder, 64, true);
            case Type.FloatingPoint -> FloatingPoint.createFloatingPoint(builder, (short) 2);
            case Type.FixedSizeList ->
                    FixedSizeList.createFixedSizeList(builder, column.listSize());
            case Type.Bool -> {
                Bool.startBool(builder);
                yield Bool.endBool(builder);
            }
            case Type.Struct_ -> {
                Struct_.startStruct_(builder);
                yield Struct_.endStruct_(builder);
            }
            default -> {
                org.apache.arrow.flatbuf.List.startList(builder);
                yield org.apache.arrow.flatbuf.List.endList(builder);
            }
        };
    }

    private void batch(int rows, List<Column> columns) {
        List<long[]> nodes = new ArrayList<>();
        List<long[]> buffers = new ArrayList<>();
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        columns.forEach(column -> lay(column, nodes, buffers, body));
        FlatBufferBuilder builder = new FlatBufferBuilder();
        RecordBatch.startNodesVector(builder, nodes.size());
        for (int i = nodes.size() - 1; i >= 0; i--) {
            FieldNode.createFieldNode(builder, nodes.get(i)[0], 0);
        }
        int nodeVector = builder.endVector();
        RecordBatch.startBuffersVector(builder, buffers.size());
        for (int i = buffers.size() - 1; i >= 0; i--) {
            Buffer.createBuffer(builder, buffers.get(i)[0], buffers.get(i)[1]);
        }
        int bufferVector = builder.endVector();
        RecordBatch.startRecordBatch(builder);
        RecordBatch.addLength(builder, rows);
        RecordBatch.addNodes(builder, nodeVector);
        RecordBatch.addBuffers(builder, bufferVector);
        int header = RecordBatch.endRecordBatch(builder);
        message(builder, MessageHeader.RecordBatch, header, body.toByteArray());
    }

    private static void lay(
            Column column, List<long[]> nodes, List<long[]> buffers, ByteArrayOutputStream body) {
        nodes.add(new long[] {column.length()});
        buffers.add(new long[] {body.size(), 0});
        if (column.data() != null) {
            buffers.add(new long[] {body.size(), column.data().length});
            body.writeBytes(column.data());
            body.writeBytes(new byte[-column.data().length & 7]);
        }
        column.children().forEach(child -> lay(child, nodes, buffers, body));
    }

    private void message(FlatBufferBuilder builder, byte kind, int header, byte[] body) {
        Message.startMessage(builder);
        Message.addVersion(builder, MetadataVersion.V5);
        Message.addHeaderType(builder, kind);
        Message.addHeader(builder, header);
        Message.addBodyLength(builder, body.length);
        builder.finish(Message.endMessage(builder));
        byte[] metadata = builder.sizedByteArray();
        int padded = (metadata.length + 7) / 8 * 8;
        out.writeBytes(little(8).putInt(-1).putInt(padded).array());
        out.writeBytes(metadata);
        out.writeBytes(new byte[padded - metadata.length]);
        out.writeBytes(body);
    }
}
