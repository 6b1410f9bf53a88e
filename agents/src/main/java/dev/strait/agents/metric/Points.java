package dev.strait.agents.metric;

import static dev.strait.core.Require.require;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;

/**
 * N points in F dimensions: the features of N pictures.
 *
 * @param values (N, F), row by row; kept, not copied
 * @param size F
 */
public record Points(float[] values, int size) {

    public Points {
        require(size >= 1, "points must have at least 1 dimension, but had %s", size);
        require(
                values.length >= size && values.length % size == 0,
                "%s numbers are no points of %s dimensions",
                values.length,
                size);
        for (int i = 0; i < values.length; i++) {
            require(
                    Float.isFinite(values[i]),
                    "point %s is not finite: dimension %s is %s",
                    i / size,
                    i % size,
                    values[i]);
        }
    }

    /** Points row by row, all of one length. */
    public static Points of(double[][] rows) {
        require(rows.length >= 1, "there must be at least 1 point, but there were %s", rows.length);
        int size = rows[0].length;
        float[] values = new float[Math.multiplyExact(rows.length, size)];
        for (int row = 0; row < rows.length; row++) {
            require(
                    rows[row].length == size,
                    "point 0 has %s dimensions, but point %s has %s",
                    size,
                    row,
                    rows[row].length);
            for (int i = 0; i < size; i++) {
                values[row * size + i] = (float) rows[row][i];
            }
        }
        return new Points(values, size);
    }

    /** N. */
    public int count() {
        return values.length / size;
    }

    /** The points at these positions. */
    Points at(int[] rows) {
        float[] chosen = new float[Math.multiplyExact(rows.length, size)];
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(values, rows[i] * size, chosen, i * size, size);
        }
        return new Points(chosen, size);
    }

    /** (N, F) in float64. */
    NDArray array(NDManager manager) {
        try (NDArray single = manager.create(values, new Shape(count(), size))) {
            return single.toType(DataType.FLOAT64, true);
        }
    }

    /** Refuses points of another space. */
    void requireSpaceOf(Points other) {
        require(
                size == other.size,
                "points of %s dimensions cannot be compared with points of %s",
                size,
                other.size);
    }
}
