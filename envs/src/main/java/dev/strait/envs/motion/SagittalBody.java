package dev.strait.envs.motion;

/**
 * Where the parts of the planar biped are in a pose: seven links of DeepMimic's proportions, whose
 * thighs hang at the root. Angles as {@link SagittalMotion} has them.
 */
public final class SagittalBody {

    private static final double THIGH = HumanoidLengths.THIGH;
    private static final double SHANK = HumanoidLengths.SHANK;

    /** Heel and toe in the foot's frame, (x, height), and the radius around both. */
    static final double HEEL = -0.035;

    static final double TOE = 0.125;
    static final double SOLE = -0.022;
    static final double SOLE_RADIUS = 0.0275;

    private static final double TRUNK_MASS = 28;
    private static final double THIGH_MASS = 4.5;
    private static final double SHANK_MASS = 3;
    private static final double FOOT_MASS = 1;
    private static final double MASS = TRUNK_MASS + 2 * (THIGH_MASS + SHANK_MASS + FOOT_MASS);
    private static final double TRUNK_CENTRE = 0.285714286;

    private SagittalBody() {}

    /**
     * Writes both ankles relative to the hips: (right forward, right up, left forward, left up).
     *
     * @param pitch of the trunk
     * @param angles of the legs, six from {@code at} on
     * @param ankles written from {@code to} on
     */
    public static void ankles(double pitch, double[] angles, int at, double[] ankles, int to) {
        for (int leg = 0; leg < 2; leg++) {
            double thigh = pitch + angles[at + 3 * leg];
            double shank = thigh + angles[at + 3 * leg + 1];
            ankles[to + 2 * leg] = THIGH * Math.sin(thigh) + SHANK * Math.sin(shank);
            ankles[to + 2 * leg + 1] = -THIGH * Math.cos(thigh) - SHANK * Math.cos(shank);
        }
    }

    /**
     * Heel and toe of a leg, lowest points of their balls: (heel forward, heel up, toe forward, toe
     * up) from the hips.
     *
     * @param pose (9)
     * @param leg 0 for the right one, 1 for the left one
     */
    static double[] soles(double[] pose, int leg) {
        double[] ankles = new double[4];
        ankles(pose[2], pose, SagittalMotion.LEGS, ankles, 0);
        int at = SagittalMotion.LEGS + 3 * leg;
        double foot = pose[2] + pose[at] + pose[at + 1] + pose[at + 2];
        double[] soles = new double[4];
        for (int end = 0; end < 2; end++) {
            double along = end == 0 ? HEEL : TOE;
            soles[2 * end] = ankles[2 * leg] + along * Math.cos(foot) - SOLE * Math.sin(foot);
            soles[2 * end + 1] =
                    ankles[2 * leg + 1]
                            + along * Math.sin(foot)
                            + SOLE * Math.cos(foot)
                            - SOLE_RADIUS;
        }
        return soles;
    }

    /** Where the lowest point of both feet is, in metres above the hips. */
    static double lowest(double... pose) {
        double[] right = soles(pose, 0);
        double[] left = soles(pose, 1);
        return Math.min(Math.min(right[1], right[3]), Math.min(left[1], left[3]));
    }

    /**
     * Centre of mass of the whole, (forward, up) from the hips.
     *
     * @param pose (9)
     */
    static double[] centreOfMass(double... pose) {
        double[] sum = new double[2];
        add(sum, TRUNK_MASS, -TRUNK_CENTRE * Math.sin(pose[2]), TRUNK_CENTRE * Math.cos(pose[2]));
        for (int leg = 0; leg < 2; leg++) {
            int at = SagittalMotion.LEGS + 3 * leg;
            double thigh = pose[2] + pose[at];
            double shank = thigh + pose[at + 1];
            double foot = shank + pose[at + 2];
            add(sum, THIGH_MASS, 0.21 * Math.sin(thigh), -0.21 * Math.cos(thigh));
            double kneeX = THIGH * Math.sin(thigh);
            double kneeY = -THIGH * Math.cos(thigh);
            add(sum, SHANK_MASS, kneeX + 0.2 * Math.sin(shank), kneeY - 0.2 * Math.cos(shank));
            double ankleX = kneeX + SHANK * Math.sin(shank);
            double ankleY = kneeY - SHANK * Math.cos(shank);
            double cos = Math.cos(foot);
            double sin = Math.sin(foot);
            add(
                    sum,
                    FOOT_MASS,
                    ankleX + 0.045 * cos + 0.022 * sin,
                    ankleY + 0.045 * sin - 0.022 * cos);
        }
        return sum;
    }

    private static void add(double[] sum, double mass, double x, double y) {
        sum[0] += mass / MASS * x;
        sum[1] += mass / MASS * y;
    }
}
