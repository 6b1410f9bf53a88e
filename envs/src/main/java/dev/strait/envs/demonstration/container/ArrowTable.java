package dev.strait.envs.demonstration.container;

import static dev.strait.envs.Require.require;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.apache.arrow.flatbuf.Message;
import org.apache.arrow.flatbuf.MessageHeader;
import org.apache.arrow.flatbuf.RecordBatch;
import org.apache.arrow.flatbuf.Schema;

/**
 * Rows of named, nested columns in Arrow's IPC format, as a stream or as a file.
 *
 * <p>A message is FF FF FF FF, the length of its metadata (a flatbuffer), the metadata, and a body
 * of the length that the metadata tells. A stream that does not end with the end mark was cut
 * short, and is refused even if it was cut between two messages. A file is a stream between two
 * magic words and a footer, which is an index that reading from front to back does not need.
 */
public final class ArrowTable {

    private static final byte[] MAGIC = "ARROW1".getBytes(StandardCharsets.US_ASCII);
    private static final long LARGEST = 192L << 20;
    private static final int CONTINUATION = -1;

    private final ByteBuffer bytes;
    private final List<ArrowBatch> batches = new ArrayList<>();
    private ArrowSchema schema;

    private ArrowTable(ByteBuffer bytes) {
        this.bytes = bytes;
    }

    /** Reads all record batches; the numbers stay in the file's bytes until they are asked for. */
    public static ArrowTable read(Path path) throws IOException {
        long size = Files.size(path);
        require(size <= LARGEST, "Arrow files beyond 192 MB are not read: %,d bytes", size);
        byte[] content = Files.readAllBytes(path);
        ArrowTable table = new ArrowTable(ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN));
        boolean file = startsWithMagic(content, 0);
        require(
                !file || startsWithMagic(content, content.length - MAGIC.length),
                "the Arrow file is cut short: its last bytes are not ARROW1");
        table.readMessages(file ? 8 : 0);
        return table;
    }

    private static boolean startsWithMagic(byte[] content, int from) {
        return from >= 0
                && content.length >= from + MAGIC.length
                && Arrays.equals(content, from, from + MAGIC.length, MAGIC, 0, MAGIC.length);
    }

    /** The record batches, in the order of the file. */
    public List<ArrowBatch> batches() {
        return batches;
    }

    private void readMessages(int start) {
        long at = start;
        while (true) {
            require(at + 8 <= bytes.limit(), "the Arrow data is cut short at byte %s", at);
            int length = bytes.getInt((int) at);
            at += 4;
            if (length == CONTINUATION) {
                length = bytes.getInt((int) at);
                at += 4;
            }
            if (length == 0) {
                require(schema != null, "the Arrow data has no schema");
                return;
            }
            at = readMessage(at, length);
        }
    }

    /** Reads the message whose metadata is at {@code at}; returns where the next one begins. */
    private long readMessage(long at, int length) {
        long bodyAt = at + length;
        require(
                length > 0 && bodyAt <= bytes.limit(),
                "the Arrow data is damaged or cut short: metadata of %s bytes at byte %s",
                length,
                at);
        Message message = walk(() -> Message.getRootAsMessage(slice(at, length)));
        long bodyLength = walk(message::bodyLength);
        require(
                bodyLength >= 0 && bodyLength <= bytes.limit() - bodyAt,
                "the Arrow data is cut short: a body of %s bytes where %s are left",
                bodyLength,
                bytes.limit() - bodyAt);
        int kind = walk(message::headerType);
        if (kind == MessageHeader.Schema) {
            require(schema == null, "the Arrow data has two schemas");
            schema = ArrowSchema.of(walk(() -> (Schema) message.header(new Schema())));
        } else if (kind == MessageHeader.RecordBatch) {
            require(schema != null, "the Arrow data has rows before its schema");
            RecordBatch batch = walk(() -> (RecordBatch) message.header(new RecordBatch()));
            batches.add(new ArrowBatch(schema, batch, slice(bodyAt, (int) bodyLength)));
        } else {
            require(
                    kind == MessageHeader.DictionaryBatch,
                    "the Arrow data has a message of kind %s, which is not read",
                    kind);
        }
        return bodyAt + bodyLength;
    }

    private ByteBuffer slice(long at, int length) {
        return bytes.slice((int) at, length).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Asks a flatbuffer, which answers damage with whatever exception comes up. */
    static <T> T walk(Supplier<T> question) {
        T answer;
        try {
            answer = question.get();
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError damaged) {
            throw new IllegalArgumentException(
                    "the Arrow metadata is damaged (" + damaged.getMessage() + ")", damaged);
        }
        require(answer != null, "the Arrow metadata is damaged (something is missing)");
        return answer;
    }
}
