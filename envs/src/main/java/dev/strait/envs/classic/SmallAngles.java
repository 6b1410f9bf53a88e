package dev.strait.envs.classic;

/**
 * Sine and cosine of small angles, in less than one unit in the last place: polynomials for |x| ≤
 * π/4, which the compiler can inline into a loop over worlds, and {@link Math} beyond.
 *
 * <p>The coefficients are the minimax polynomials of fdlibm (Sun Microsystems, 1993, {@code
 * k_sin.c} and {@code k_cos.c}); the cosine follows FreeBSD's form of it, which has no branch.
 */
final class SmallAngles {

    static final double LIMIT = Math.PI / 4;

    private static final double S1 = -1.66666666666666324348e-01;
    private static final double S2 = 8.33333333332248946124e-03;
    private static final double S3 = -1.98412698298579493134e-04;
    private static final double S4 = 2.75573137070700676789e-06;
    private static final double S5 = -2.50507602534068634195e-08;
    private static final double S6 = 1.58969099521155010221e-10;

    private static final double C1 = 4.16666666666666019037e-02;
    private static final double C2 = -1.38888888888741095749e-03;
    private static final double C3 = 2.48015872894767294178e-05;
    private static final double C4 = -2.75573143513906633035e-07;
    private static final double C5 = 2.08757232129817482790e-09;
    private static final double C6 = -1.13596475577881948265e-11;

    private SmallAngles() {}

    /** sin x. */
    static double sin(double x) {
        return Math.abs(x) <= LIMIT ? smallSin(x) : Math.sin(x);
    }

    /** cos x. */
    static double cos(double x) {
        return Math.abs(x) <= LIMIT ? smallCos(x) : Math.cos(x);
    }

    static double smallSin(double x) {
        double z = x * x;
        return x + z * x * (S1 + z * (S2 + z * (S3 + z * (S4 + z * (S5 + z * S6)))));
    }

    static double smallCos(double x) {
        double z = x * x;
        double rest = z * z * (C1 + z * (C2 + z * (C3 + z * (C4 + z * (C5 + z * C6)))));
        double half = 0.5 * z;
        double leading = 1 - half;
        return leading + (((1 - leading) - half) + rest);
    }
}
