package dev.strait.envs.mimic;

import dev.strait.envs.motion.HumanoidLengths;

/** Where hands and feet of the humanoid are, from a pose q (43). */
final class HumanoidLimbs {

    /** Coordinates of both hands and both ankles. */
    static final int SIZE = 12;

    private static final int ROOT = 3;
    private static final int CHEST = 7;
    private static final int[] SHOULDERS = {15, 20};
    private static final int[] HIPS = {25, 34};

    private final double[] rotation = new double[4];
    private final double[] turned = new double[4];
    private final double[] hinge = new double[4];
    private final double[] chest = new double[4];

    /** Writes right hand, left hand, right ankle, left ankle from the root, in world axes (12). */
    void write(double[] q, double[] out) {
        Rotations.times(q, ROOT, q, CHEST, chest, 0);
        for (int side = 0; side < 2; side++) {
            int sign = 1 - 2 * side;
            int hand = 3 * side;
            clear(out, hand);
            Rotations.addRotated(q, ROOT, 0, HumanoidLengths.SPINE, 0, out, hand);
            Rotations.addRotated(
                    chest,
                    0,
                    -HumanoidLengths.SHOULDER_BACK,
                    HumanoidLengths.SHOULDER_UP,
                    sign * HumanoidLengths.SHOULDER_OUT,
                    out,
                    hand);
            Rotations.times(chest, 0, q, SHOULDERS[side], rotation, 0);
            limb(
                    q[SHOULDERS[side] + 4],
                    HumanoidLengths.UPPER_ARM,
                    HumanoidLengths.FOREARM,
                    out,
                    hand);
            int ankle = 6 + 3 * side;
            clear(out, ankle);
            Rotations.addRotated(q, ROOT, 0, 0, sign * HumanoidLengths.HIP_OUT, out, ankle);
            Rotations.times(q, ROOT, q, HIPS[side], rotation, 0);
            limb(q[HIPS[side] + 4], HumanoidLengths.THIGH, HumanoidLengths.SHANK, out, ankle);
        }
    }

    private static void clear(double[] out, int at) {
        for (int i = at; i < at + 3; i++) {
            out[i] = 0;
        }
    }

    /** Adds two bones that hang down from {@link #rotation}, the lower one behind a hinge. */
    private void limb(double angle, double upper, double lower, double[] out, int at) {
        Rotations.addRotated(rotation, 0, 0, -upper, 0, out, at);
        Rotations.aboutZ(angle, hinge, 0);
        Rotations.times(rotation, 0, hinge, 0, turned, 0);
        Rotations.addRotated(turned, 0, 0, -lower, 0, out, at);
    }
}
