package dev.strait.envs.physics;

/**
 * Principal axes of a symmetric 3×3 matrix: A = R diag(values) Rᵀ with values falling and R a
 * rotation, by Jacobi's rotations (Golub and Van Loan, section 8.5). A matrix that already is
 * diagonal and sorted keeps its own axes.
 */
final class Eigen3 {

    private static final int SWEEPS = 64;
    private static final double NOTHING = 1e-32;

    private final double[] a;
    private final double[] r = {1, 0, 0, 0, 1, 0, 0, 0, 1};

    private Eigen3(double[] symmetric) {
        a = symmetric.clone();
    }

    /** Moments and axes of an inertia tensor, row by row. */
    static BodySpec.Inertial principal(double mass, double[] centre, double[] tensor) {
        Eigen3 eigen = new Eigen3(tensor);
        for (int sweep = 0; sweep < SWEEPS && eigen.offDiagonal() > 0; sweep++) {
            eigen.rotate(0, 1);
            eigen.rotate(0, 2);
            eigen.rotate(1, 2);
        }
        eigen.sort();
        double[] moments = {eigen.a[0], eigen.a[4], eigen.a[8]};
        return new BodySpec.Inertial(mass, centre, Orientation.ofMatrix(eigen.r), moments);
    }

    private double offDiagonal() {
        double off = a[1] * a[1] + a[2] * a[2] + a[5] * a[5];
        double all = off + a[0] * a[0] + a[4] * a[4] + a[8] * a[8];
        return off > NOTHING * all ? off : 0;
    }

    /** Turns axes p and q so that the entry between them vanishes: A ← Gᵀ A G, R ← R G. */
    private void rotate(int p, int q) {
        double between = a[3 * p + q];
        if (between == 0) {
            return;
        }
        double theta = (a[4 * q] - a[4 * p]) / (2 * between);
        double tangent = Math.copySign(1, theta) / (Math.abs(theta) + Math.hypot(theta, 1));
        double cosine = 1 / Math.hypot(tangent, 1);
        double sine = tangent * cosine;
        turnColumns(a, p, q, cosine, sine);
        turnRows(a, p, q, cosine, sine);
        turnColumns(r, p, q, cosine, sine);
    }

    private static void turnColumns(double[] m, int p, int q, double cosine, double sine) {
        for (int row = 0; row < 9; row += 3) {
            double first = m[row + p];
            double second = m[row + q];
            m[row + p] = cosine * first - sine * second;
            m[row + q] = sine * first + cosine * second;
        }
    }

    private static void turnRows(double[] m, int p, int q, double cosine, double sine) {
        for (int column = 0; column < 3; column++) {
            double first = m[3 * p + column];
            double second = m[3 * q + column];
            m[3 * p + column] = cosine * first - sine * second;
            m[3 * q + column] = sine * first + cosine * second;
        }
    }

    private void sort() {
        exchangeIfRising(0, 1);
        exchangeIfRising(1, 2);
        exchangeIfRising(0, 1);
    }

    /** A quarter turn about the third axis exchanges two and keeps a right-handed frame. */
    private void exchangeIfRising(int p, int q) {
        if (a[4 * p] < a[4 * q]) {
            turnColumns(a, p, q, 0, 1);
            turnRows(a, p, q, 0, 1);
            turnColumns(r, p, q, 0, 1);
        }
    }
}
