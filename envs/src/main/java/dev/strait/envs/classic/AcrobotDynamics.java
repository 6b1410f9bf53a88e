package dev.strait.envs.classic;

/** The acrobot's equations of motion and the classical Runge-Kutta step through them. */
final class AcrobotDynamics {

    static final int STATE_SIZE = 4;

    private static final double LENGTH_1 = 1;
    private static final double MASS_1 = 1;
    private static final double MASS_2 = 1;
    private static final double CENTRE_1 = 0.5;
    private static final double CENTRE_2 = 0.5;
    private static final double INERTIA = 1;
    private static final double GRAVITY = 9.8;

    private final double seconds;
    private final double[] probe = new double[STATE_SIZE];
    private final double[][] slopes = new double[4][STATE_SIZE];

    AcrobotDynamics(double seconds) {
        this.seconds = seconds;
    }

    /** One step of the fourth-order Runge-Kutta method, in place. */
    void advance(double[] state, double torque) {
        slope(state, torque, slopes[0]);
        slope(probe(state, seconds / 2, slopes[0]), torque, slopes[1]);
        slope(probe(state, seconds / 2, slopes[1]), torque, slopes[2]);
        slope(probe(state, seconds, slopes[2]), torque, slopes[3]);
        for (int i = 0; i < STATE_SIZE; i++) {
            double sum = slopes[0][i] + 2 * slopes[1][i] + 2 * slopes[2][i] + slopes[3][i];
            state[i] += seconds / 6 * sum;
        }
    }

    private double[] probe(double[] state, double distance, double[] slope) {
        for (int i = 0; i < STATE_SIZE; i++) {
            probe[i] = state[i] + distance * slope[i];
        }
        return probe;
    }

    /**
     * Time derivative of the state: Sutton and Barto's form, which has the term −m₂ l₁ lc₂ θ̇₁² sin
     * θ₂ that the article of 1996 lacks.
     */
    private static void slope(double[] state, double torque, double[] slope) {
        double cos2 = Math.cos(state[1]);
        double coupling = MASS_2 * LENGTH_1 * CENTRE_2 * Math.sin(state[1]);
        double spin1 = state[2];
        double spin2 = state[3];
        double d1 =
                MASS_1 * (CENTRE_1 * CENTRE_1)
                        + MASS_2
                                * (LENGTH_1 * LENGTH_1
                                        + CENTRE_2 * CENTRE_2
                                        + 2 * LENGTH_1 * CENTRE_2 * cos2)
                        + INERTIA
                        + INERTIA;
        double d2 = MASS_2 * (CENTRE_2 * CENTRE_2 + LENGTH_1 * CENTRE_2 * cos2) + INERTIA;
        double phi2 = MASS_2 * CENTRE_2 * GRAVITY * Math.cos(state[0] + state[1] - Math.PI / 2);
        double phi1 =
                -coupling * (spin2 * spin2)
                        - 2 * coupling * spin2 * spin1
                        + (MASS_1 * CENTRE_1 + MASS_2 * LENGTH_1)
                                * GRAVITY
                                * Math.cos(state[0] - Math.PI / 2)
                        + phi2;
        slope[0] = spin1;
        slope[1] = spin2;
        slope[3] =
                (torque + d2 / d1 * phi1 - coupling * (spin1 * spin1) - phi2)
                        / (MASS_2 * (CENTRE_2 * CENTRE_2) + INERTIA - d2 * d2 / d1);
        slope[2] = -(d2 * slope[3] + phi1) / d1;
    }
}
