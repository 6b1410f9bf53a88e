package dev.strait.envs.demonstration.container;

import static dev.strait.envs.Require.require;

import dev.strait.envs.demonstration.container.ArrowSchema.Column;
import dev.strait.envs.demonstration.container.ArrowSchema.Shape;
import dev.strait.envs.demonstration.container.NumberArray.Kind;
import java.nio.ByteBuffer;
import java.util.List;

/** One column of some rows: numbers, truth values, lists of a column, or columns side by side. */
public final class ArrowColumn {

    private final Column column;
    private final int rows;
    private final ByteBuffer validity;
    private final List<ByteBuffer> buffers;
    private final List<ArrowColumn> children;

    ArrowColumn(
            Column column,
            int rows,
            ByteBuffer validity,
            List<ByteBuffer> buffers,
            List<ArrowColumn> children) {
        this.column = column;
        this.rows = rows;
        this.validity = validity;
        this.buffers = buffers;
        this.children = children;
    }

    /** What the file calls it. */
    public String name() {
        return column.name();
    }

    /** Whether its rows have parts with names. */
    public boolean isStruct() {
        return column.shape() == Shape.STRUCT;
    }

    /** The parts of a struct. */
    public List<ArrowColumn> parts() {
        return children;
    }

    /** The numbers of rows {@code from} (included) to {@code to}, a list's items as a row. */
    public NumberArray numbers(int from, int to, ValueBudget budget) {
        return numbers(name(), from, to, budget);
    }

    /** The items of the list in this row; a list of lists gives the inner ones as rows. */
    public NumberArray list(int row, ValueBudget budget) {
        int from = start(row);
        return item().numbers(name(), from, start(row + 1), budget);
    }

    private NumberArray numbers(String name, int from, int to, ValueBudget budget) {
        checkRows(from, to);
        int count = to - from;
        int columns = count == 0 ? 1 : width(from);
        for (int row = from; row < to; row++) {
            require(!isMissing(row), "column %s has no value in row %s", name, row);
        }
        int[] shape = {count, columns};
        double[] values = new double[budget.take(name, shape)];
        fill(name, from, count, columns, values, 0);
        return new NumberArray(name, kind(), shape, values);
    }

    /** Numbers in one row. */
    private int width(int row) {
        return switch (column.shape()) {
            case NUMBER, TRUTH -> 1;
            case LIST, LARGE_LIST, FIXED_LIST -> {
                int from = start(row);
                int items = start(row + 1) - from;
                long width = items <= 0 ? 0 : (long) items * item().width(from);
                require(width <= ValueBudget.LIMIT, "column %s has too long rows", name());
                yield (int) width;
            }
            default ->
                    throw new IllegalArgumentException(
                            "column " + name() + " is no column of numbers");
        };
    }

    private void fill(String name, int from, int count, int columns, double[] values, int at) {
        checkRows(from, from + count);
        if (column.shape() == Shape.NUMBER || column.shape() == Shape.TRUTH) {
            requireBytes(from + count);
            for (int i = 0; i < count; i++) {
                require(!isMissing(from + i), "column %s misses a value", name);
                values[at + i] = number(from + i);
            }
            return;
        }
        for (int row = from; row < from + count; row++) {
            require(!isMissing(row), "column %s misses a list in row %s", name, row);
            require(
                    width(row) == columns,
                    "column %s has a row of %s numbers after rows of %s",
                    name,
                    width(row),
                    columns);
            int start = start(row);
            int items = start(row + 1) - start;
            if (items > 0) {
                int to = at + (row - from) * columns;
                item().fill(name, start, items, columns / items, values, to);
            }
        }
    }

    private ArrowColumn item() {
        require(children.size() == 1, "column %s is no list", name());
        return children.get(0);
    }

    /** Where the items of a row begin among the child's rows. */
    private int start(int row) {
        if (column.shape() == Shape.FIXED_LIST) {
            long start = (long) row * column.listSize();
            require(start <= Integer.MAX_VALUE, "column %s is too long", name());
            return (int) start;
        }
        boolean large = column.shape() == Shape.LARGE_LIST;
        require(large || column.shape() == Shape.LIST, "column %s is no list", name());
        ByteBuffer ends = buffers.get(0);
        int width = large ? 8 : 4;
        require(
                ends.limit() >= (row + 1L) * width,
                "column %s lacks the end of row %s",
                name(),
                row);
        long start = large ? ends.getLong(row * width) : ends.getInt(row * width);
        require(
                start >= 0 && start <= item().rows,
                "column %s points to item %s of %s",
                name(),
                start,
                item().rows);
        return (int) start;
    }

    private void checkRows(int from, int to) {
        require(
                from >= 0 && from <= to && to <= rows,
                "column %s has %s rows, but rows %s to %s are asked for",
                name(),
                rows,
                from,
                to);
    }

    private void requireBytes(int rowCount) {
        long bits =
                column.shape() == Shape.TRUTH
                        ? rowCount
                        : (long) rowCount * column.number().width() * 8;
        require(
                buffers.get(0).limit() * 8L >= bits,
                "column %s has %s rows, but only %s bytes",
                name(),
                rowCount,
                buffers.get(0).limit());
    }

    private double number(int row) {
        ByteBuffer buffer = buffers.get(0);
        return column.shape() == Shape.TRUTH
                ? buffer.get(row >> 3) >> (row & 7) & 1
                : column.number().read(buffer, row * column.number().width());
    }

    private boolean isMissing(int row) {
        if (validity == null) {
            return false;
        }
        require(validity.limit() > row >> 3, "column %s has a short validity buffer", name());
        return (validity.get(row >> 3) >> (row & 7) & 1) == 0;
    }

    private Kind kind() {
        return switch (column.shape()) {
            case TRUTH -> Kind.BOOLEAN;
            case NUMBER -> column.number().kind();
            default -> item().kind();
        };
    }
}
