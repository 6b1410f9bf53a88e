package dev.strait.envs.physics;

/**
 * Minimises P along a direction s: φ(α) = P(a + α s) is convex and piecewise quadratic with a
 * continuous derivative, so Newton's method on φ′, kept inside a bracket, ends at the exact zero of
 * the piece it lands on.
 */
final class LineSearch {

    private static final int MOST_EVALUATIONS = 30;
    private static final double PRECISION = 1e-10;

    private final ConstraintRows rows;
    private double first;
    private double second;

    LineSearch(ConstraintRows rows) {
        this.rows = rows;
    }

    /**
     * The minimising α.
     *
     * @param slope J s, a number a row
     * @param linear sᵀ M (a − a_s)
     * @param quadratic sᵀ M s
     */
    double minimise(double[] slope, double linear, double quadratic) {
        evaluate(0, slope, linear, quadratic);
        double enough = PRECISION * Math.abs(first);
        double low = 0;
        double high = Double.POSITIVE_INFINITY;
        double length = 1;
        for (int i = 0; i < MOST_EVALUATIONS; i++) {
            evaluate(length, slope, linear, quadratic);
            if (!(Math.abs(first) > enough)) {
                break;
            }
            if (first < 0) {
                low = length;
            } else {
                high = length;
            }
            double next = length - first / second;
            if (!(next > low && next < high)) {
                next = high == Double.POSITIVE_INFINITY ? 2 * length : 0.5 * (low + high);
            }
            length = next;
        }
        return length;
    }

    /** φ′ and φ″ at a length. */
    private void evaluate(double length, double[] slope, double linear, double quadratic) {
        first = linear + length * quadratic;
        second = quadratic;
        for (int row = 0; row < rows.count; row++) {
            double residual = rows.residual[row] + length * slope[row];
            if (residual < 0) {
                double weighted = rows.weight[row] * slope[row];
                first += weighted * residual;
                second += weighted * slope[row];
            }
        }
    }
}
