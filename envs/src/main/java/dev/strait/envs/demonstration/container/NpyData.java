package dev.strait.envs.demonstration.container;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;

/** The numbers behind an npy header, read through a small buffer and widened to double. */
final class NpyData {

    private static final int BUFFER = 1 << 16;

    private NpyData() {}

    /** Reads {@code count} numbers; the stream is at the first one. */
    static double[] read(ElementType type, int count, DataInputStream in) throws IOException {
        double[] values = new double[count];
        int[] done = {0};
        pieces(
                type,
                count,
                in,
                (numbers, some) -> {
                    System.arraycopy(numbers, 0, values, done[0], some);
                    done[0] += some;
                });
        return values;
    }

    /** Gives {@code count} numbers in the order of the file, through one small array. */
    static void pieces(ElementType type, long count, DataInputStream in, Npz.Pieces receiver)
            throws IOException {
        byte[] bytes = new byte[BUFFER];
        double[] numbers = new double[BUFFER / type.width()];
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(type.order());
        for (long left = count; left > 0; ) {
            int now = (int) Math.min(left, numbers.length);
            in.readFully(bytes, 0, now * type.width());
            type.read(buffer, 0, numbers, 0, now);
            receiver.accept(numbers, now);
            left -= now;
        }
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
