package dev.strait.envs.physics;

import java.util.Arrays;

/**
 * A symmetric positive matrix (nv, nv) without zeros to spare, and its factorisation L Lᵀ: the
 * Hessian where a contact between two limbs ties branches of the tree together.
 */
final class DenseCholesky {

    private final int size;
    private final double[] values;

    DenseCholesky(int size) {
        this.size = size;
        values = new double[size * size];
    }

    void copyFrom(TreeMatrix matrix) {
        Arrays.fill(values, 0);
        for (int i = 0; i < size; i++) {
            for (int at = matrix.rowStart[i]; at < matrix.rowStart[i + 1]; at++) {
                values[i * size + matrix.column[at]] = matrix.values[at];
            }
        }
    }

    /** Adds weight · r rᵀ for a row r given at falling dofs. */
    void addOuterProduct(double weight, int[] column, int start, double[] r, int from, int length) {
        for (int e = 0; e < length; e++) {
            double scaled = weight * r[from + e];
            int row = column[start + e] * size;
            for (int f = e; f < length; f++) {
                values[row + column[start + f]] += scaled * r[from + f];
            }
        }
    }

    void factorise() {
        for (int i = 0; i < size; i++) {
            int row = i * size;
            for (int j = 0; j <= i; j++) {
                int other = j * size;
                double sum = values[row + j];
                for (int k = 0; k < j; k++) {
                    sum -= values[row + k] * values[other + k];
                }
                values[row + j] = i == j ? Math.sqrt(sum) : sum / values[other + j];
            }
        }
    }

    /** x ← A⁻¹ x, after {@link #factorise}. */
    void solve(double[] x) {
        for (int i = 0; i < size; i++) {
            double sum = x[i];
            for (int k = 0; k < i; k++) {
                sum -= values[i * size + k] * x[k];
            }
            x[i] = sum / values[i * size + i];
        }
        for (int i = size - 1; i >= 0; i--) {
            double xi = x[i] / values[i * size + i];
            x[i] = xi;
            for (int k = 0; k < i; k++) {
                x[k] -= values[i * size + k] * xi;
            }
        }
    }
}
