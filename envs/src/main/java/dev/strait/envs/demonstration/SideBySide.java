package dev.strait.envs.demonstration;

import static dev.strait.envs.Require.require;

import dev.strait.envs.demonstration.container.NumberArray;
import dev.strait.envs.demonstration.container.NumberArray.Kind;
import java.util.List;

/** Puts several arrays together, side by side or below one another. */
final class SideBySide {

    private SideBySide() {}

    /**
     * Joins arrays of N rows each into (N, F), F being the sum of their columns. The result holds
     * indices only if every part does.
     */
    static NumberArray join(String name, List<NumberArray> parts) {
        require(!parts.isEmpty(), "%s is empty", name);
        int rows = parts.get(0).rows();
        int columns = 0;
        boolean whole = true;
        for (NumberArray part : parts) {
            part.requireRows(rows, parts.get(0).name() + " has " + rows);
            columns += part.columns();
            whole &= part.kind() == Kind.INTEGER;
        }
        double[] joined = new double[rows * columns];
        int at = 0;
        for (NumberArray part : parts) {
            int width = part.columns();
            for (int row = 0; row < rows; row++) {
                System.arraycopy(part.values(), row * width, joined, row * columns + at, width);
            }
            at += width;
        }
        int[] shape = {rows, columns};
        return new NumberArray(name, whole ? Kind.INTEGER : Kind.REAL, shape, joined);
    }

    /** Puts the rows of arrays of equal columns below one another. */
    static NumberArray stack(String name, List<NumberArray> parts) {
        require(!parts.isEmpty(), "%s is empty", name);
        if (parts.size() == 1) {
            return parts.get(0);
        }
        NumberArray first = parts.get(0);
        int rows = 0;
        for (NumberArray part : parts) {
            require(
                    part.columns() == first.columns() && part.kind() == first.kind(),
                    "%s changes from %s to %s",
                    name,
                    first,
                    part);
            rows += part.rows();
        }
        double[] stacked = new double[rows * first.columns()];
        int at = 0;
        for (NumberArray part : parts) {
            System.arraycopy(part.values(), 0, stacked, at, part.values().length);
            at += part.values().length;
        }
        return new NumberArray(name, first.kind(), new int[] {rows, first.columns()}, stacked);
    }
}
