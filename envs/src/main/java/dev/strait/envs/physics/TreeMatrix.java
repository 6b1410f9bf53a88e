package dev.strait.envs.physics;

/**
 * A symmetric matrix (nv, nv) with entries only between a dof and its ancestors, and its
 * factorisation Lᵀ D L, which has entries in the same places: eliminating from the leaves to the
 * root fills nothing in.
 *
 * <p>Row i holds the dof itself, its parent, its parent's parent and so on to the root. The tail of
 * a row therefore lies over the row of the ancestor it begins with, which makes every inner loop a
 * run over two contiguous stretches.
 *
 * <p>Source: Featherstone, "Rigid Body Dynamics Algorithms", 2008, sections 6.4 and 6.5.
 */
final class TreeMatrix {

    /** Where the row of a dof begins; one more than there are dofs (nv + 1). */
    final int[] rowStart;

    /** The dof each entry is with. */
    final int[] column;

    /** Entries, row by row. */
    final double[] values;

    private final int size;
    private final double[] inverseDiagonal;

    TreeMatrix(int[] dofParent) {
        size = dofParent.length;
        rowStart = new int[size + 1];
        for (int i = 0; i < size; i++) {
            int parent = dofParent[i];
            int above = parent < 0 ? 0 : rowStart[parent + 1] - rowStart[parent];
            rowStart[i + 1] = rowStart[i] + 1 + above;
        }
        column = new int[rowStart[size]];
        values = new double[rowStart[size]];
        inverseDiagonal = new double[size];
        for (int i = 0; i < size; i++) {
            int at = rowStart[i];
            for (int dof = i; dof >= 0; dof = dofParent[dof]) {
                column[at++] = dof;
            }
        }
    }

    private TreeMatrix(TreeMatrix like) {
        size = like.size;
        rowStart = like.rowStart;
        column = like.column;
        values = new double[like.values.length];
        inverseDiagonal = new double[size];
    }

    /** Zeros in the same places. */
    TreeMatrix sameShape() {
        return new TreeMatrix(this);
    }

    void copyFrom(TreeMatrix other) {
        System.arraycopy(other.values, 0, values, 0, values.length);
    }

    void addToDiagonal(int dof, double amount) {
        values[rowStart[dof]] += amount;
    }

    double trace() {
        double trace = 0;
        for (int i = 0; i < size; i++) {
            trace += values[rowStart[i]];
        }
        return trace;
    }

    /**
     * Adds weight · r rᵀ.
     *
     * @param start of the row of the last dof that r is not 0 at
     * @param r values at that dof and its nearest ancestors, from {@code from} on
     * @param length of them
     */
    void addOuterProduct(double weight, int start, double[] r, int from, int length) {
        for (int e = 0; e < length; e++) {
            double scaled = weight * r[from + e];
            if (scaled != 0) {
                int row = rowStart[column[start + e]];
                for (int f = e; f < length; f++) {
                    values[row + f - e] += scaled * r[from + f];
                }
            }
        }
    }

    /** out = A x. */
    void multiply(double[] x, double[] out) {
        for (int i = 0; i < size; i++) {
            int start = rowStart[i];
            int end = rowStart[i + 1];
            double xi = x[i];
            double sum = values[start] * xi;
            for (int at = start + 1; at < end; at++) {
                int j = column[at];
                double entry = values[at];
                sum += entry * x[j];
                out[j] += entry * xi;
            }
            out[i] = sum;
        }
    }

    /**
     * Replaces the values by those of L (below the diagonal) and D, and x by A⁻¹ x: the factors are
     * used for x while they are at hand.
     */
    void factoriseAndSolve(double[] x) {
        for (int k = size - 1; k >= 0; k--) {
            int start = rowStart[k];
            int end = rowStart[k + 1];
            double inverse = 1 / values[start];
            double xk = x[k];
            inverseDiagonal[k] = inverse;
            for (int at = start + 1; at < end; at++) {
                double factor = values[at] * inverse;
                int above = column[at];
                int row = rowStart[above] - at;
                for (int f = at; f < end; f++) {
                    values[row + f] -= factor * values[f];
                }
                values[at] = factor;
                x[above] -= factor * xk;
            }
        }
        solveFromRoot(x);
    }

    /** x ← A⁻¹ x, after {@link #factoriseAndSolve}. */
    void solve(double[] x) {
        for (int k = size - 1; k >= 0; k--) {
            double xk = x[k];
            int end = rowStart[k + 1];
            for (int at = rowStart[k] + 1; at < end; at++) {
                x[column[at]] -= values[at] * xk;
            }
        }
        solveFromRoot(x);
    }

    /** x ← L⁻¹ D⁻¹ x. From the root down a row, as the parent's x is the last to be known. */
    private void solveFromRoot(double[] x) {
        for (int k = 0; k < size; k++) {
            double sum = x[k] * inverseDiagonal[k];
            int start = rowStart[k];
            for (int at = rowStart[k + 1] - 1; at > start; at--) {
                sum -= values[at] * x[column[at]];
            }
            x[k] = sum;
        }
    }
}
