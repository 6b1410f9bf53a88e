package dev.strait.envs.physics;

import static dev.strait.envs.Require.require;

/** What the numbers of a model may be; stated positively, so that NaN is refused. */
final class Bounds {

    /** Metres: beyond, contacts have no accuracy left. */
    static final double FAR = 1e6;

    private static final double LARGEST = 1e12;

    private Bounds() {}

    /** Places. */
    static double[] place(double x, double y, double z) {
        require(
                Math.abs(x) <= FAR && Math.abs(y) <= FAR && Math.abs(z) <= FAR,
                "pos must be within ±%s m, but was (%s, %s, %s)",
                FAR,
                x,
                y,
                z);
        return new double[] {x, y, z};
    }

    /** Amounts that may be nothing. */
    static double amount(String name, double value) {
        require(
                value >= 0 && value <= LARGEST,
                "%s must be in [0, %s], but was %s",
                name,
                LARGEST,
                value);
        return value;
    }

    /** Lengths of shapes. */
    static double length(String name, double metres) {
        require(
                metres > 1e-9 && metres <= FAR,
                "%s must be in (1e-9, %s] m, but was %s",
                name,
                FAR,
                metres);
        return metres;
    }

    /** Numbers of either sign. */
    static double number(String name, double value) {
        require(
                Math.abs(value) <= LARGEST,
                "%s must be within ±%s, but was %s",
                name,
                LARGEST,
                value);
        return value;
    }

    /** Two numbers in order. */
    static double[] interval(String name, double lower, double upper) {
        number(name, lower);
        number(name, upper);
        require(
                lower < upper,
                "%s must have its smaller number first, but was (%s, %s)",
                name,
                lower,
                upper);
        return new double[] {lower, upper};
    }

    /** Time constant and damping ratio, or minus stiffness and minus damping. */
    static double[] solref(double first, double second) {
        number("solref", first);
        number("solref", second);
        require(
                first > 0 && second > 0 || first <= 0 && second <= 0,
                "solref must be two positive numbers or two that are not, but was (%s, %s)",
                first,
                second);
        return new double[] {first, second};
    }

    /** Impedance at the margin and at full width, the width, and the shape between. */
    static double[] solimp(double d0, double d1, double width, double midpoint, double power) {
        require(
                fraction(d0) && fraction(d1) && fraction(midpoint),
                "solimp's impedances and midpoint must be in [0, 1], but were %s, %s, %s",
                d0,
                d1,
                midpoint);
        require(
                width >= 0 && width <= FAR && power >= 1 && power <= 100,
                "solimp's width must be in [0, %s] and its power in [1, 100], but were %s, %s",
                FAR,
                width,
                power);
        return new double[] {d0, d1, width, midpoint, power};
    }

    private static boolean fraction(double value) {
        return value >= 0 && value <= 1;
    }
}
