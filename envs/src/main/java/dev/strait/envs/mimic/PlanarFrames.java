package dev.strait.envs.mimic;

import dev.strait.envs.StateFrames;
import dev.strait.envs.frame.Canvas;
import dev.strait.envs.motion.HumanoidLengths;

/**
 * The planar biped as a camera sees it that goes along at its side: 64 by 64 pixels of 2.2 m, from
 * 0.2 m below the ground on. The farther leg, the left one, is dark, the nearer one white.
 *
 * <p>The shutter is open for a control step, as in a panning shot: marks on the ground smear by as
 * far as the body went. Where they are tells nothing, because how far it has come is not observed.
 */
final class PlanarFrames implements StateFrames {

    private static final double METRES = 2.2;
    private static final double BOTTOM = -0.2;

    /** Marks that are in the picture, their width and their height. */
    private static final int MARKS = 4;

    private static final double MARK = 0.1;
    private static final double MARK_TOP = -0.03;

    private static final double GROUND = 0.25;
    private static final double LEFT = 0.4;
    private static final double TRUNK = 0.7;
    private static final double RIGHT = 1;

    private final Canvas canvas = new Canvas(SIDE, METRES, -METRES / 2, BOTTOM);

    @Override
    public void write(double[] observations, int offset, double[] features, int to) {
        double height = observations[offset];
        double cos = observations[offset + 1];
        double sin = observations[offset + 2];
        double pitch = Math.atan2(sin, cos);
        canvas.on(features, to).ground(0, GROUND);
        marks(observations[offset + 3] / PlanarFeatures.OBSERVED_SPEED);
        leg(LEFT, height, pitch, observations, offset + 9);
        canvas.capsule(
                        TRUNK,
                        0.1,
                        -0.07 * sin,
                        height + 0.07 * cos,
                        -0.45 * sin,
                        height + 0.45 * cos)
                .capsule(
                        TRUNK,
                        0.1,
                        -0.62 * sin,
                        height + 0.62 * cos,
                        -0.62 * sin,
                        height + 0.62 * cos);
        leg(RIGHT, height, pitch, observations, offset + 6);
    }

    private void marks(double speed) {
        double way = speed * MotionImitation.CONTROL_SECONDS;
        for (int mark = 0; mark < MARKS; mark++) {
            double x = -METRES / 2 + (mark + 0.4) * METRES / MARKS;
            canvas.smearedBar(RIGHT, x, MARK, MARK_TOP, way);
        }
    }

    /** Thigh and shank from joint to joint, and the foot. */
    private void leg(double shade, double height, double pitch, double[] angles, int at) {
        double thigh = pitch + angles[at];
        double shank = thigh + angles[at + 1];
        double foot = shank + angles[at + 2];
        double kneeX = HumanoidLengths.THIGH * Math.sin(thigh);
        double kneeY = height - HumanoidLengths.THIGH * Math.cos(thigh);
        double ankleX = kneeX + HumanoidLengths.SHANK * Math.sin(shank);
        double ankleY = kneeY - HumanoidLengths.SHANK * Math.cos(shank);
        double cos = Math.cos(foot);
        double sin = Math.sin(foot);
        canvas.capsule(shade, 0.055, 0, height, kneeX, kneeY)
                .capsule(shade, 0.05, kneeX, kneeY, ankleX, ankleY)
                .capsule(
                        shade,
                        0.0275,
                        ankleX - 0.035 * cos + 0.022 * sin,
                        ankleY - 0.035 * sin - 0.022 * cos,
                        ankleX + 0.125 * cos + 0.022 * sin,
                        ankleY + 0.125 * sin - 0.022 * cos);
    }
}
