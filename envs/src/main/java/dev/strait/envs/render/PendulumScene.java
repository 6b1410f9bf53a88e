package dev.strait.envs.render;

import dev.strait.envs.World;

/** The rod on its axle; upright is up. */
final class PendulumScene implements Scene {

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
        double angle = Scene.stateOf(world)[0];
        brush.metres(width() / 2.0, height() / 2.0, width() / 2.5);
        brush.at(0, 0, angle, () -> brush.line(Brush.BRICK, 0.2, 0, 0, 0, 0.9));
        brush.disc(Brush.INK, 0.05, 0, 0);
    }
}
