package dev.strait.envs.maze;

import static dev.strait.envs.Require.require;

/**
 * A wall of a maze, seen from above: a capsule along a line in the plane.
 *
 * @param x1 where its axis begins (m)
 * @param y1 where its axis begins (m)
 * @param x2 where its axis ends (m)
 * @param y2 where its axis ends (m)
 */
public record Wall(double x1, double y1, double x2, double y2) {

    /** Radius of the capsule (m). */
    public static final double RADIUS = 0.02;

    public Wall {
        require(
                Double.isFinite(Math.hypot(x2 - x1, y2 - y1)) && (x1 != x2 || y1 != y2),
                "a wall needs two different ends, but had (%s, %s) and (%s, %s)",
                x1,
                y1,
                x2,
                y2);
    }

    /** Its picture in a mirror that stands at x. */
    Wall mirroredAt(double x) {
        return new Wall(2 * x - x1, y1, 2 * x - x2, y2);
    }
}
