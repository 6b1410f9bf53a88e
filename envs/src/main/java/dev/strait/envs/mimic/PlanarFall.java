package dev.strait.envs.mimic;

import dev.strait.envs.motion.SagittalMotion;

/**
 * What counts as a fall of the planar biped: what a clip does itself does not.
 *
 * @param byPose whether a low or a much leaning trunk is one
 * @param byTouch whether a trunk or head on the ground is one
 */
record PlanarFall(boolean byPose, boolean byTouch) {

    private static final double LOW = 0.5;
    private static final double LEANING = 1.2;

    /** Below this height nobody gets up again, whatever the clip. */
    private static final double LOWEST = 0.25;

    /** What is left of either limit to the clip's own extremes, in metres and radians. */
    private static final double ROOM = 0.1;

    private static final int SAMPLES = 200;

    static PlanarFall of(SagittalMotion motion) {
        boolean upright = !motion.flips();
        boolean clear = true;
        for (double[] pose : motion.samples(SAMPLES)) {
            upright &= pose[1] > LOW + ROOM && Math.abs(pose[2]) < LEANING - ROOM;
            for (double along : new double[] {0.07, 0.62}) {
                double height = pose[1] + along * Math.cos(pose[2]) - 0.1;
                clear &= height > ROOM;
            }
        }
        return new PlanarFall(upright, clear);
    }

    boolean of(double height, double pitch) {
        boolean sunk = byTouch && height < LOWEST;
        return sunk || byPose && (height < LOW || Math.abs(pitch) > LEANING);
    }
}
