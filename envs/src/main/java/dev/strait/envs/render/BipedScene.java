package dev.strait.envs.render;

import dev.strait.envs.World;
import dev.strait.envs.mimic.MotionImitation;
import dev.strait.envs.motion.HumanoidLengths;
import dev.strait.envs.motion.SagittalMotion;
import java.awt.Color;

/**
 * The planar biped from its right side, which is its front to the camera; behind it, pale, where
 * the clip is. The camera goes along; the ground has a mark every metre.
 */
final class BipedScene implements Scene {

    private static final double SCALE = 140;
    private static final double REACH = 2.2;

    @Override
    public int width() {
        return 560;
    }

    @Override
    public int height() {
        return 340;
    }

    @Override
    public void paint(Brush brush, World world) {
        MotionImitation motion = (MotionImitation) world;
        double[] pose = new double[SagittalMotion.SIZE];
        double[] clip = new double[SagittalMotion.SIZE];
        motion.pose(pose);
        motion.reference().position(motion.phase(), clip);
        clip[0] = pose[0];
        brush.metres(width() / 2.0 - pose[0] * SCALE, height() - 0.25 * SCALE, SCALE);
        brush.rectangle(Brush.GRASS, pose[0] - REACH, -0.3, 2 * REACH, 0.3);
        for (int x = (int) Math.floor(pose[0] - REACH); x <= pose[0] + REACH; x++) {
            brush.line(Brush.STEEL, 0.02, x, -0.02, x, -0.12);
        }
        body(brush, clip, Brush.GHOST, Brush.GHOST, Brush.GHOST);
        body(brush, pose, Brush.STEEL, Brush.IRIS, Brush.BRICK);
    }

    private static void body(Brush brush, double[] pose, Color left, Color trunk, Color right) {
        leg(brush, pose, SagittalMotion.LEGS + 3, left);
        brush.at(
                pose[0],
                pose[1],
                pose[2],
                () -> {
                    brush.line(trunk, 0.2, 0, 0.07, 0, 0.45);
                    brush.disc(trunk, 0.1, 0, 0.62);
                });
        leg(brush, pose, SagittalMotion.LEGS, right);
    }

    private static void leg(Brush brush, double[] pose, int at, Color color) {
        double thigh = pose[2] + pose[at];
        double kneeX = pose[0] + HumanoidLengths.THIGH * Math.sin(thigh);
        double kneeY = pose[1] - HumanoidLengths.THIGH * Math.cos(thigh);
        double shank = thigh + pose[at + 1];
        double ankleX = kneeX + HumanoidLengths.SHANK * Math.sin(shank);
        double ankleY = kneeY - HumanoidLengths.SHANK * Math.cos(shank);
        brush.line(color, 0.11, pose[0], pose[1], kneeX, kneeY);
        brush.line(color, 0.09, kneeX, kneeY, ankleX, ankleY);
        brush.at(
                ankleX,
                ankleY,
                shank + pose[at + 2],
                () -> brush.line(color, 0.055, -0.035, -0.022, 0.125, -0.022));
    }
}
