package dev.strait.envs.physics;

import java.util.Arrays;

/**
 * The constraints of one evaluation: each row wants J a to be at least its reference acceleration,
 * and pushes with weight D = 1/R where it is not.
 *
 * <p>A row is kept without its zeros: at the dofs of its support, from the last to the first. Where
 * these follow one another up the tree, the support is a stretch of a {@link TreeMatrix}'s columns;
 * a contact between two limbs has a support of two branches, noted behind those.
 */
final class ConstraintRows {

    private static final double SMALLEST = 1e-15;

    int count;

    /** Where a row's support begins in {@link #column}. */
    int[] support = new int[32];

    /** Dofs in the support. */
    int[] length = new int[32];

    /** Values of J at the support, row r from r · nv on. */
    double[] jacobian;

    /** a_ref. */
    double[] reference = new double[32];

    /** D. */
    double[] weight = new double[32];

    /** J a − a_ref, kept by the solver. */
    double[] residual = new double[32];

    /** What the row pushes with, at least 0. */
    double[] force = new double[32];

    /** The tree's columns, then the supports of two branches. */
    int[] column;

    private final int dofs;
    private final int treeColumns;
    private int columns;

    ConstraintRows(TreeMatrix shape, int dofs) {
        this.dofs = dofs;
        jacobian = new double[32 * dofs];
        treeColumns = shape.column.length;
        column = Arrays.copyOf(shape.column, treeColumns + 4 * dofs);
    }

    void clear() {
        count = 0;
        columns = treeColumns;
    }

    /** Whether the support of a row does not follow the tree. */
    boolean branched(int row) {
        return support[row] >= treeColumns;
    }

    /** Makes room for a support of two branches; the caller fills {@link #column} from there. */
    int reserveSupport(int size) {
        int start = columns;
        columns += size;
        if (columns > column.length) {
            column = Arrays.copyOf(column, 2 * columns);
        }
        return start;
    }

    /** Adds a row; the caller fills {@link #jacobian} and ends with {@link #soften}. */
    int add(int supportStart, int supportLength) {
        if (count == support.length) {
            grow();
        }
        support[count] = supportStart;
        length[count] = supportLength;
        return count++;
    }

    /**
     * Gives the row its reference acceleration −B (J v) − K d r and its weight.
     *
     * @param violation r, position less margin
     * @param impedance d at r
     * @param regulariser R
     */
    void soften(
            int row,
            SoftLaw law,
            double violation,
            double impedance,
            double regulariser,
            double[] v) {
        reference[row] = -law.damping * dot(row, v) - law.stiffness * impedance * violation;
        weight[row] = 1 / Math.max(SMALLEST, regulariser);
    }

    /** J x of one row. */
    double dot(int row, double[] x) {
        int from = support[row];
        int at = row * dofs;
        double sum = 0;
        for (int k = 0; k < length[row]; k++) {
            sum += jacobian[at + k] * x[column[from + k]];
        }
        return sum;
    }

    /** out += scale · Jᵀ of one row. */
    void addTransposed(int row, double scale, double[] out) {
        int from = support[row];
        int at = row * dofs;
        for (int k = 0; k < length[row]; k++) {
            out[column[from + k]] += scale * jacobian[at + k];
        }
    }

    private void grow() {
        int longer = 2 * support.length;
        support = Arrays.copyOf(support, longer);
        length = Arrays.copyOf(length, longer);
        jacobian = Arrays.copyOf(jacobian, longer * dofs);
        reference = Arrays.copyOf(reference, longer);
        weight = Arrays.copyOf(weight, longer);
        residual = Arrays.copyOf(residual, longer);
        force = Arrays.copyOf(force, longer);
    }
}
