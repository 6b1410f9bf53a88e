package dev.strait.agents.rollout;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.strait.core.tensor.SeedStream;
import java.util.function.Consumer;

/** The columns of a rollout side by side, handed out in shuffled minibatches. */
public final class Minibatches {

    private final int rows;
    private final int width;
    private final float[] table;
    private final long[] cuts;

    /**
     * Lays columns side by side.
     *
     * @param rows M
     * @param columns (M, w) each
     */
    public Minibatches(int rows, float[]... columns) {
        this.rows = rows;
        int sum = 0;
        cuts = new long[columns.length - 1];
        for (int i = 0; i < columns.length; i++) {
            sum += columns[i].length / rows;
            if (i < cuts.length) {
                cuts[i] = sum;
            }
        }
        width = sum;
        table = new float[rows * width];
        int at = 0;
        for (float[] column : columns) {
            int columnWidth = column.length / rows;
            for (int row = 0; row < rows; row++) {
                System.arraycopy(column, row * columnWidth, table, row * width + at, columnWidth);
            }
            at += columnWidth;
        }
    }

    /**
     * One pass over all rows. A single left-over row is left out: it has no deviation.
     *
     * @param size rows of a minibatch, at least 2
     * @param consumer gets the columns of each minibatch, (B, w) each, in a scope of their own
     */
    public void pass(NDManager manager, int size, SeedStream shuffle, Consumer<NDList> consumer) {
        int[] order = new int[rows];
        for (int i = 0; i < rows; i++) {
            order[i] = i;
        }
        shuffle.shuffle(order);
        for (int from = 0; from < rows - 1; from += size) {
            int count = Math.min(size, rows - from);
            float[] chosen = new float[count * width];
            for (int i = 0; i < count; i++) {
                System.arraycopy(table, order[from + i] * width, chosen, i * width, width);
            }
            try (NDManager scope = manager.newSubManager()) {
                consumer.accept(scope.create(chosen, new Shape(count, width)).split(cuts, 1));
            }
        }
    }
}
