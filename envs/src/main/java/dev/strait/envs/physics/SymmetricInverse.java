package dev.strait.envs.physics;

/** The inverse of a symmetric positive definite matrix, by Cholesky: A = L Lᵀ. */
final class SymmetricInverse {

    /** Says at which row a matrix is found not to be positive definite. */
    static final class Singular extends IllegalArgumentException {
        private static final long serialVersionUID = 1L;
        final int row;

        Singular(int row) {
            super("row " + row + " of the matrix depends on those before it");
            this.row = row;
        }
    }

    /** A pivot smaller than this part of its diagonal entry is rounding. */
    private static final double ROUNDING = 1e-13;

    private final double[][] lower;

    SymmetricInverse(double[][] matrix) {
        int n = matrix.length;
        lower = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double rest = matrix[i][j];
                for (int k = 0; k < j; k++) {
                    rest -= lower[i][k] * lower[j][k];
                }
                if (i == j && !(rest > ROUNDING * matrix[i][i] && rest < Double.MAX_VALUE)) {
                    throw new Singular(i);
                }
                lower[i][j] = i == j ? Math.sqrt(rest) : rest / lower[j][j];
            }
        }
    }

    double[][] inverse() {
        int n = lower.length;
        double[][] inverse = new double[n][];
        for (int column = 0; column < n; column++) {
            double[] x = new double[n];
            x[column] = 1;
            for (int i = column; i < n; i++) {
                for (int k = column; k < i; k++) {
                    x[i] -= lower[i][k] * x[k];
                }
                x[i] /= lower[i][i];
            }
            for (int i = n - 1; i >= 0; i--) {
                for (int k = i + 1; k < n; k++) {
                    x[i] -= lower[k][i] * x[k];
                }
                x[i] /= lower[i][i];
            }
            inverse[column] = x;
        }
        return inverse;
    }
}
