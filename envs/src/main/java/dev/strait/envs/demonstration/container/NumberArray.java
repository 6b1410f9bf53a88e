package dev.strait.envs.demonstration.container;

import static dev.strait.envs.Require.require;

import java.util.Arrays;

/**
 * Numbers that a file holds under a name, widened to double and in C order (the last index moves
 * fastest), whatever type, byte order and index order the file has.
 *
 * @param name what the file calls them, for messages
 * @param kind what they were before they were widened
 * @param shape sizes, the slowest index first; empty for a single number
 * @param values as many as the product of {@code shape}
 */
public record NumberArray(String name, Kind kind, int[] shape, double[] values) {

    /** What numbers mean: an index and a coordinate are told apart by their type. */
    public enum Kind {
        /** False and true, as 0 and 1. */
        BOOLEAN,
        /** Whole numbers; those beyond ±2⁵³ are rounded. */
        INTEGER,
        /** Floating-point numbers. */
        REAL
    }

    public NumberArray {
        long count = ValueBudget.count(name, shape);
        require(
                count == values.length,
                "%s has shape %s, but %s values",
                name,
                Arrays.toString(shape),
                values.length);
    }

    /** Size of the slowest index. */
    public int rows() {
        require(shape.length > 0, "%s is a single number, but an array is needed", name);
        return shape[0];
    }

    /** Numbers in a row: 1 for a vector. */
    public int columns() {
        int columns = 1;
        for (int i = 1; i < shape.length; i++) {
            columns *= shape[i];
        }
        return columns;
    }

    /** Refuses an array of another rank. */
    public NumberArray requireRank(int least, int most) {
        require(
                shape.length >= least && shape.length <= most,
                "%s has shape %s, but %s sizes are expected",
                name,
                Arrays.toString(shape),
                least == most ? least : least + " to " + most);
        return this;
    }

    /** Refuses an array of another number of rows, and names both. */
    public NumberArray requireRows(int expected, String because) {
        require(rows() == expected, "%s has %s rows, but %s", name, rows(), because);
        return this;
    }

    /** The first {@code count} rows alone. */
    public NumberArray firstRows(int count) {
        require(count >= 0 && count <= rows(), "%s has %s rows, not %s", name, rows(), count);
        int[] fewer = shape.clone();
        fewer[0] = count;
        return new NumberArray(name, kind, fewer, Arrays.copyOf(values, count * columns()));
    }

    /** The rows as flags; refuses values other than 0 and 1. */
    public boolean[] flags() {
        boolean[] flags = new boolean[values.length];
        for (int i = 0; i < flags.length; i++) {
            require(
                    values[i] == 0 || values[i] == 1,
                    "%s must hold 0 or 1, but row %s is %s",
                    name,
                    i,
                    values[i]);
            flags[i] = values[i] == 1;
        }
        return flags;
    }

    /** The values as positions or lengths; refuses what is no int of at least 0. */
    public int[] counts() {
        int[] counts = new int[values.length];
        for (int i = 0; i < counts.length; i++) {
            double value = values[i];
            require(
                    value >= 0 && value <= Integer.MAX_VALUE && value == Math.rint(value),
                    "%s must hold whole numbers of at least 0, but entry %s is %s",
                    name,
                    i,
                    value);
            counts[i] = (int) value;
        }
        return counts;
    }

    @Override
    public String toString() {
        return name + " " + kind + Arrays.toString(shape);
    }
}
