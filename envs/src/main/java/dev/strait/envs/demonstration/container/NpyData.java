package dev.strait.envs.demonstration.container;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;

/** The numbers behind an npy header, read through a small buffer and widened to double. */
final class NpyData {

    private static final int BUFFER = 1 << 16;

    private NpyData() {}

    /** Reads {@code count} numbers; the stream is at the first one. */
    static double[] read(NpyHeader header, int count, DataInputStream in) throws IOException {
        double[] values = new double[count];
        int width = header.width();
        byte[] bytes = new byte[BUFFER];
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(header.order());
        for (int done = 0; done < count; ) {
            int now = Math.min(count - done, BUFFER / width);
            in.readFully(bytes, 0, now * width);
            for (int i = 0; i < now; i++) {
                values[done + i] = number(header, buffer, i * width);
            }
            done += now;
        }
        return header.fortranOrder() ? toRowOrder(header.shape(), values) : values;
    }

    private static double number(NpyHeader header, ByteBuffer buffer, int at) {
        return switch (header.type()) {
            case 'f' -> real(header.width(), buffer, at);
            case 'i' -> signed(header.width(), buffer, at);
            default -> unsigned(header.width(), buffer, at);
        };
    }

    private static double real(int width, ByteBuffer buffer, int at) {
        return switch (width) {
            case 2 -> half(buffer.getShort(at));
            case 4 -> buffer.getFloat(at);
            default -> buffer.getDouble(at);
        };
    }

    private static double signed(int width, ByteBuffer buffer, int at) {
        return switch (width) {
            case 1 -> buffer.get(at);
            case 2 -> buffer.getShort(at);
            case 4 -> buffer.getInt(at);
            default -> buffer.getLong(at);
        };
    }

    private static double unsigned(int width, ByteBuffer buffer, int at) {
        return switch (width) {
            case 1 -> buffer.get(at) & 0xff;
            case 2 -> buffer.getShort(at) & 0xffff;
            case 4 -> buffer.getInt(at) & 0xffff_ffffL;
            default -> {
                long value = buffer.getLong(at);
                yield value >= 0 ? value : value + 0x1p64;
            }
        };
    }

    /** IEEE 754 binary16: a sign, 5 bits of exponent (bias 15), 10 of fraction. */
    static double half(short bits) {
        int exponent = bits >> 10 & 0x1f;
        int fraction = bits & 0x3ff;
        double size;
        if (exponent == 0) {
            size = fraction * 0x1p-24;
        } else if (exponent == 31) {
            size = fraction == 0 ? Double.POSITIVE_INFINITY : Double.NaN;
        } else {
            size = Math.scalb(1 + fraction * 0x1p-10, exponent - 15);
        }
        return bits < 0 ? -size : size;
    }

    /** Moves values whose first index runs fastest to where the last one does. */
    static double[] toRowOrder(int[] shape, double[] columnOrder) {
        double[] rowOrder = new double[columnOrder.length];
        int[] index = new int[shape.length];
        for (double value : columnOrder) {
            int at = 0;
            for (int axis = 0; axis < shape.length; axis++) {
                at = at * shape[axis] + index[axis];
            }
            rowOrder[at] = value;
            for (int axis = 0; axis < shape.length && ++index[axis] == shape[axis]; axis++) {
                index[axis] = 0;
            }
        }
        return rowOrder;
    }
}
