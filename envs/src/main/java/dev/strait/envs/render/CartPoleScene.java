package dev.strait.envs.render;

import dev.strait.envs.World;
import dev.strait.envs.classic.CartPole;

/** The cart on its rail, between the posts where an episode ends. */
final class CartPoleScene implements Scene {

    private static final double POLE_LENGTH = 1;

    @Override
    public int width() {
        return 600;
    }

    @Override
    public int height() {
        return 400;
    }

    @Override
    public void paint(Brush brush, World world) {
        double[] state = Scene.stateOf(world);
        double limit = CartPole.POSITION_LIMIT;
        brush.metres(width() / 2.0, 0.75 * height(), 0.94 * width() / (2 * limit));
        brush.line(Brush.STEEL, 0.015, -limit, 0, limit, 0);
        brush.line(Brush.STEEL, 0.03, -limit, -0.1, -limit, 0.1);
        brush.line(Brush.STEEL, 0.03, limit, -0.1, limit, 0.1);
        brush.at(
                state[0],
                0,
                0,
                () -> {
                    brush.rectangle(Brush.INK, -0.2, -0.12, 0.4, 0.24);
                    brush.at(
                            0,
                            0.06,
                            -state[2],
                            () -> brush.line(Brush.WOOD, 0.08, 0, 0, 0, POLE_LENGTH));
                    brush.disc(Brush.IRIS, 0.04, 0, 0.06);
                });
    }
}
