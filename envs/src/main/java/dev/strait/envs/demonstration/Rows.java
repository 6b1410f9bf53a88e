package dev.strait.envs.demonstration;

import java.util.List;

/** Rows that came one by one, in one array. */
final class Rows {

    private Rows() {}

    /** Rows of equal length, one after another. */
    static double[] flat(List<double[]> rows) {
        int size = rows.isEmpty() ? 0 : rows.get(0).length;
        double[] flat = new double[rows.size() * size];
        for (int i = 0; i < rows.size(); i++) {
            System.arraycopy(rows.get(i), 0, flat, i * size, size);
        }
        return flat;
    }
}
