package dev.strait.envs.demonstration.container;

import static dev.strait.envs.Require.require;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * The fields of one protobuf message, as they lie in the file: just the wire format (varint,
 * fixed32, fixed64, length-delimited), for readers that know the field numbers.
 */
public final class ProtobufMessage {

    private static final int MOST_FIELDS = 1 << 20;

    /**
     * A field.
     *
     * @param number which field
     * @param value its number, or its fixed bits
     * @param bytes its content where it has a length; null otherwise
     */
    private record Field(int number, long value, ByteBuffer bytes) {}

    private final String name;
    private final List<Field> fields = new ArrayList<>();

    private ProtobufMessage(String name) {
        this.name = name;
    }

    /** Reads a message that fills the buffer. */
    public static ProtobufMessage read(String name, ByteBuffer bytes) {
        ProtobufMessage message = new ProtobufMessage(name);
        ByteBuffer rest = bytes.slice().order(ByteOrder.LITTLE_ENDIAN);
        while (rest.hasRemaining()) {
            require(message.fields.size() < MOST_FIELDS, "%s has too many fields", name);
            message.fields.add(field(name, rest));
        }
        return message;
    }

    /** Reads a message behind its length, and leaves the buffer after it. */
    public static ProtobufMessage readDelimited(String name, ByteBuffer bytes) {
        return read(name, delimited(name, bytes));
    }

    private static Field field(String name, ByteBuffer bytes) {
        long key = varint(name, bytes);
        int number = (int) (key >>> 3);
        require(key > 0 && number > 0, "%s has a damaged field", name);
        return switch ((int) (key & 7)) {
            case 0 -> new Field(number, varint(name, bytes), null);
            case 1 -> new Field(number, 0, take(name, bytes, 8));
            case 2 -> new Field(number, 0, delimited(name, bytes));
            case 5 -> new Field(number, take(name, bytes, 4).getInt(0) & 0xffff_ffffL, null);
            default -> throw new IllegalArgumentException(name + " has a field of unknown kind");
        };
    }

    private static ByteBuffer delimited(String name, ByteBuffer bytes) {
        return take(name, bytes, varint(name, bytes));
    }

    private static ByteBuffer take(String name, ByteBuffer bytes, long length) {
        require(
                length >= 0 && length <= bytes.remaining(),
                "%s is damaged or cut short: %s bytes are declared, %s are left",
                name,
                length,
                bytes.remaining());
        ByteBuffer content =
                bytes.slice(bytes.position(), (int) length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.position(bytes.position() + (int) length);
        return content;
    }

    private static long varint(String name, ByteBuffer bytes) {
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            require(bytes.hasRemaining(), "%s is cut short", name);
            byte next = bytes.get();
            value |= (long) (next & 0x7f) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw new IllegalArgumentException(name + " has a number of over 64 bits");
    }

    /** Whether every field's number is at most {@code most}. */
    public boolean hasOnlyFieldsUpTo(int most) {
        return fields.stream().allMatch(field -> field.number() <= most);
    }

    /** The field's number; the last one if it is there more than once, 0 if it is not there. */
    public long integer(int number) {
        long value = 0;
        for (Field field : fields) {
            value = field.number() == number ? field.value() : value;
        }
        return value;
    }

    /** The field's 32-bit floating-point number; 0 if it is not there. */
    public double real(int number) {
        return Float.intBitsToFloat((int) integer(number));
    }

    /** The messages in all fields of this number. */
    public List<ProtobufMessage> messages(int number) {
        List<ProtobufMessage> messages = new ArrayList<>();
        for (Field field : fields) {
            if (field.number() == number) {
                require(field.bytes() != null, "%s has a damaged field %s", name, number);
                messages.add(read(name, field.bytes()));
            }
        }
        return messages;
    }

    /** The message in this field; empty if it is not there. */
    public ProtobufMessage message(int number) {
        List<ProtobufMessage> messages = messages(number);
        return messages.isEmpty() ? new ProtobufMessage(name) : messages.get(messages.size() - 1);
    }

    /** Repeated 32-bit floating-point numbers, packed or not. */
    public double[] reals(int number) {
        List<Double> reals = new ArrayList<>();
        for (Field field : fields) {
            if (field.number() == number && field.bytes() == null) {
                reals.add((double) Float.intBitsToFloat((int) field.value()));
            } else if (field.number() == number) {
                ByteBuffer bytes = field.bytes();
                require(
                        bytes.limit() % 4 == 0,
                        "%s has %s bytes of 4-byte numbers",
                        name,
                        bytes.limit());
                for (int at = 0; at < bytes.limit(); at += 4) {
                    reals.add((double) bytes.getFloat(at));
                }
            }
        }
        return reals.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** Repeated whole numbers of 32 bits, packed or not. */
    public double[] integers(int number) {
        List<Double> integers = new ArrayList<>();
        for (Field field : fields) {
            if (field.number() == number && field.bytes() == null) {
                integers.add((double) (int) field.value());
            } else if (field.number() == number) {
                ByteBuffer bytes = field.bytes().duplicate();
                while (bytes.hasRemaining()) {
                    integers.add((double) (int) varint(name, bytes));
                }
            }
        }
        return integers.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
