package dev.strait.envs.render;

import dev.strait.envs.World;

/** How worlds of one kind look. */
interface Scene {

    /** Natural width in pixels. */
    int width();

    /** Natural height in pixels. */
    int height();

    /** Paints the present state onto white; the brush starts in pixels, y downwards. */
    void paint(Brush brush, World world);

    /** (S) the physical state. */
    static double[] stateOf(World world) {
        double[] state = new double[world.stateSize()];
        world.saveState(state, 0);
        return state;
    }
}
