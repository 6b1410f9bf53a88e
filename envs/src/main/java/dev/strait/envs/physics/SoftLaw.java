package dev.strait.envs.physics;

/**
 * How soft a limit or a contact is: a spring and damper (stiffness K, damping B) that a constraint
 * follows, and the impedance d(r) in (0, 1), the share of the unconstrained motion it holds
 * against, which grows with the violation r from d₀ to d₁ over a width.
 *
 * <p>Source: MuJoCo documentation, "Solver parameters".
 */
final class SoftLaw {

    private static final double SMALLEST = 1e-15;
    private static final double LEAST_IMPEDANCE = 1e-4;
    private static final double MOST_IMPEDANCE = 0.9999;

    /** K in 1/s². */
    final double stiffness;

    /** B in 1/s. */
    final double damping;

    private final double atZero;
    private final double atWidth;
    private final double width;
    private final double middle;
    private final double power;
    private final int wholePower;
    private final double belowMiddle;
    private final double aboveMiddle;

    /**
     * Of the parameters.
     *
     * @param solref time constant (held to at least two timesteps) and damping ratio, or −K and −B
     * @param solimp d₀, d₁, width, midpoint, power
     * @param timestep in s
     */
    SoftLaw(double[] solref, int ref, double[] solimp, int imp, double timestep) {
        atZero = impedanceWithin(solimp[imp]);
        atWidth = impedanceWithin(solimp[imp + 1]);
        width = Math.max(0, solimp[imp + 2]);
        middle = impedanceWithin(solimp[imp + 3]);
        power = Math.max(1, solimp[imp + 4]);
        wholePower = (int) Math.min(power, 100);
        belowMiddle = StrictMath.pow(middle, power - 1);
        aboveMiddle = StrictMath.pow(1 - middle, power - 1);
        double first = solref[ref];
        double second = solref[ref + 1];
        if (first > 0) {
            double time = Math.max(first, 2 * timestep);
            double scaled = atWidth * time * second;
            stiffness = 1 / Math.max(SMALLEST, scaled * scaled);
            damping = 2 / Math.max(SMALLEST, atWidth * time);
        } else {
            stiffness = -first / (atWidth * atWidth);
            damping = -second / atWidth;
        }
    }

    private static double impedanceWithin(double value) {
        return Math.max(LEAST_IMPEDANCE, Math.min(MOST_IMPEDANCE, value));
    }

    /**
     * d at a violation.
     *
     * @param violation position less margin, of either sign
     */
    double impedance(double violation) {
        if (atZero == atWidth || width <= SMALLEST) {
            return 0.5 * (atZero + atWidth);
        }
        double x = Math.abs(violation) / width;
        if (x >= 1) {
            return atWidth;
        }
        return atZero + sigmoid(x) * (atWidth - atZero);
    }

    /** From 0 at 0 to 1 at 1, two powers that meet in the middle. */
    private double sigmoid(double x) {
        if (power == 1) {
            return x;
        }
        return x <= middle ? power(x) / belowMiddle : 1 - power(1 - x) / aboveMiddle;
    }

    /** x to the power, without {@link StrictMath#pow}, which allocates. */
    private double power(double x) {
        if (power != wholePower) {
            return StrictMath.exp(power * StrictMath.log(x));
        }
        double product = x;
        for (int i = 1; i < wholePower; i++) {
            product *= x;
        }
        return product;
    }
}
