package dev.strait.demos.run;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.zip.CRC32C;

/**
 * Scalars in TensorBoard's event file format: TFRecord frames around {@code Event} messages. A file
 * whose last frame is cut off stays readable up to it.
 */
final class EventFile implements AutoCloseable {

    // Fields of tensorflow/core/util/event.proto and framework/summary.proto.
    private static final int EVENT_WALL_TIME = 1;
    private static final int EVENT_STEP = 2;
    private static final int EVENT_FILE_VERSION = 3;
    private static final int EVENT_SUMMARY = 5;
    private static final int EVENT_SESSION_LOG = 7;
    private static final int SESSION_LOG_STATUS = 1;
    private static final int SUMMARY_VALUE = 1;
    private static final int VALUE_TAG = 1;
    private static final int VALUE_SIMPLE = 2;
    private static final int STATUS_START = 1;

    private final OutputStream out;

    private EventFile(OutputStream out) {
        this.out = out;
    }

    /**
     * Begins a file in a folder.
     *
     * @param wallTime seconds since 1970; part of the name
     */
    static EventFile create(Path folder, double wallTime) throws IOException {
        String host = System.getenv().getOrDefault("HOSTNAME", "localhost");
        String stem =
                "events.out.tfevents.%d.%s.%d"
                        .formatted((long) wallTime, host, ProcessHandle.current().pid());
        for (int number = 0; ; number++) {
            try {
                Path file = folder.resolve(stem + "." + number);
                EventFile events =
                        new EventFile(Files.newOutputStream(file, StandardOpenOption.CREATE_NEW));
                events.version(wallTime);
                return events;
            } catch (FileAlreadyExistsException e) {
                // Resumed within the same second: the next number.
            }
        }
    }

    /** Writes the measured figures of one step. */
    void scalars(long step, double wallTime, Map<String, Double> values) throws IOException {
        ProtobufMessage summary = new ProtobufMessage();
        values.forEach(
                (tag, value) -> {
                    if (!Double.isNaN(value)) {
                        summary.message(
                                SUMMARY_VALUE,
                                new ProtobufMessage()
                                        .text(VALUE_TAG, tag)
                                        .float32(VALUE_SIMPLE, value.floatValue()));
                    }
                });
        write(event(step, wallTime).message(EVENT_SUMMARY, summary));
    }

    /** Tells TensorBoard to forget what earlier files hold from {@code step} on. */
    void sessionStart(long step, double wallTime) throws IOException {
        ProtobufMessage start = new ProtobufMessage().varint(SESSION_LOG_STATUS, STATUS_START);
        write(event(step, wallTime).message(EVENT_SESSION_LOG, start));
    }

    @Override
    public void close() throws IOException {
        out.close();
    }

    private void version(double wallTime) throws IOException {
        ProtobufMessage event = new ProtobufMessage().float64(EVENT_WALL_TIME, wallTime);
        write(event.text(EVENT_FILE_VERSION, "brain.Event:2"));
    }

    private static ProtobufMessage event(long step, double wallTime) {
        return new ProtobufMessage().float64(EVENT_WALL_TIME, wallTime).varint(EVENT_STEP, step);
    }

    /** One unbuffered write a frame: a killed process leaves at most one frame cut off. */
    private void write(ProtobufMessage message) throws IOException {
        out.write(frame(message.bytes()));
    }

    /** Length (8 bytes), its masked CRC, data, its masked CRC; little-endian. */
    static byte[] frame(byte[] data) {
        ByteBuffer frame = ByteBuffer.allocate(data.length + 16).order(ByteOrder.LITTLE_ENDIAN);
        frame.putLong(data.length);
        frame.putInt(maskedCrc(frame.array(), 0, 8));
        frame.put(data);
        frame.putInt(maskedCrc(data, 0, data.length));
        return frame.array();
    }

    /** A CRC of data that holds CRCs would be weak, hence the mask. */
    static int maskedCrc(byte[] data, int offset, int length) {
        CRC32C crc = new CRC32C();
        crc.update(data, offset, length);
        return Integer.rotateRight((int) crc.getValue(), 15) + 0xa282ead8;
    }
}
