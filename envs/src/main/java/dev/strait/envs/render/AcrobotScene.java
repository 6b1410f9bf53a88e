package dev.strait.envs.render;

import dev.strait.envs.World;

/** The two links and the height that the tip must reach. */
final class AcrobotScene implements Scene {

    private static final double REACH = 2.2;
    private static final double GOAL_HEIGHT = 1;

    @Override
    public int width() {
        return 500;
    }

    @Override
    public int height() {
        return 500;
    }

    @Override
    public void paint(Brush brush, World world) {
        double[] state = Scene.stateOf(world);
        brush.metres(width() / 2.0, height() / 2.0, width() / (2 * REACH));
        brush.line(Brush.STEEL, 0.015, -REACH, GOAL_HEIGHT, REACH, GOAL_HEIGHT);
        brush.at(
                0,
                0,
                state[0],
                () -> {
                    link(brush);
                    brush.at(0, -1, state[1], () -> link(brush));
                });
    }

    private static void link(Brush brush) {
        brush.line(Brush.SEA, 0.18, 0, 0, 0, -1);
        brush.disc(Brush.GOLD, 0.09, 0, 0);
    }
}
