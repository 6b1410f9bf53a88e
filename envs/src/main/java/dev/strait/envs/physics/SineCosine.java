package dev.strait.envs.physics;

/**
 * Sine and cosine of one angle at once, with the same bits on every machine.
 *
 * <p>{@link Math#sin} may differ by a bit from processor to processor, {@link StrictMath#sin} is
 * several times slower than this. The angle is reduced to [−π/4, π/4] by Cody and Waite's method
 * with π/2 in two parts (33 and 53 bits); there the polynomials of fdlibm 5.3 ({@code k_sin.c},
 * {@code k_cos.c}) are within one unit in the last place.
 */
final class SineCosine {

    /** Up to here n π/2's first part is exact. */
    private static final double LARGEST = 500_000;

    private static final double QUARTER_PI = Math.PI / 4;
    private static final double TWO_OVER_PI = 2 / Math.PI;
    private static final double HALF_PI_HEAD = 1.57079632673412561417e+00;
    private static final double HALF_PI_TAIL = 6.07710050650619224932e-11;

    /** Adding it rounds to a whole number, whose lowest bits are then the mantissa's. */
    private static final double ROUNDER = 0x1.8p52;

    double sine;
    double cosine;

    /** Sets {@link #sine} and {@link #cosine}; NaN for what is not finite. */
    void of(double angle) {
        if (Math.abs(angle) < QUARTER_PI) {
            sine = sinReduced(angle, 0);
            cosine = cosReduced(angle, 0);
            return;
        }
        if (!(Math.abs(angle) < LARGEST)) {
            sine = StrictMath.sin(angle);
            cosine = StrictMath.cos(angle);
            return;
        }
        double shifted = angle * TWO_OVER_PI + ROUNDER;
        double quarters = shifted - ROUNDER;
        double head = angle - quarters * HALF_PI_HEAD;
        double correction = quarters * HALF_PI_TAIL;
        double x = head - correction;
        double tail = (head - x) - correction;
        double s = sinReduced(x, tail);
        double c = cosReduced(x, tail);
        int quadrant = (int) Double.doubleToRawLongBits(shifted);
        boolean swap = (quadrant & 1) != 0;
        double first = swap ? c : s;
        double second = swap ? s : c;
        sine = (quadrant & 2) != 0 ? -first : first;
        cosine = ((quadrant + 1) & 2) != 0 ? -second : second;
    }

    /** sin(x + tail) for |x| ≤ π/4. */
    private static double sinReduced(double x, double tail) {
        double z = x * x;
        double cube = z * x;
        double r =
                8.33333333332248946124e-03
                        + z
                                * (-1.98412698298579493134e-04
                                        + z
                                                * (2.75573137070700676789e-06
                                                        + z
                                                                * (-2.50507602534068634195e-08
                                                                        + z
                                                                                * 1.58969099521155010221e-10)));
        return x - ((z * (0.5 * tail - cube * r) - tail) - cube * -1.66666666666666324348e-01);
    }

    /** cos(x + tail) for |x| ≤ π/4. */
    private static double cosReduced(double x, double tail) {
        double z = x * x;
        double r =
                z
                        * (4.16666666666666019037e-02
                                + z
                                        * (-1.38888888888741095749e-03
                                                + z
                                                        * (2.48015872894767294178e-05
                                                                + z
                                                                        * (-2.75573143513906633035e-07
                                                                                + z
                                                                                        * (2.08757232129817482790e-09
                                                                                                + z
                                                                                                        * -1.13596475577881948265e-11)))));
        double half = 0.5 * z;
        double w = 1 - half;
        return w + (((1 - w) - half) + (z * r - x * tail));
    }
}
