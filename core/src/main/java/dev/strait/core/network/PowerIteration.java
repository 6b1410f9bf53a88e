package dev.strait.core.network;

/** Power iteration in plain Java, for the start of {@link SpectralNorm}. */
final class PowerIteration {

    private PowerIteration() {}

    /** W Wᵀ u, normalised; W has {@code u.length} rows, row by row. */
    static double[] step(float[] weights, double[] u) {
        int columns = weights.length / u.length;
        double[] v = new double[columns];
        for (int row = 0; row < u.length; row++) {
            for (int column = 0; column < columns; column++) {
                v[column] += u[row] * weights[row * columns + column];
            }
        }
        double[] next = new double[u.length];
        double squares = 0;
        for (int row = 0; row < u.length; row++) {
            for (int column = 0; column < columns; column++) {
                next[row] += v[column] * weights[row * columns + column];
            }
            squares += next[row] * next[row];
        }
        for (int row = 0; row < u.length; row++) {
            next[row] /= Math.sqrt(squares);
        }
        return next;
    }
}
