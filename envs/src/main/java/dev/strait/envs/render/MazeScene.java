package dev.strait.envs.render;

import dev.strait.envs.World;
import dev.strait.envs.maze.Maze;
import dev.strait.envs.maze.MazeLayout;
import dev.strait.envs.maze.Wall;

/** A maze from above: walls, the start as a grey dot, the target, and the ball. */
final class MazeScene implements Scene {

    private static final int LONGER = 500;
    private static final double MARGIN = 0.04;
    private static final double TARGET_RADIUS = 0.02;

    private final MazeLayout maze;
    private final double scale;

    MazeScene(MazeLayout maze) {
        this.maze = maze;
        double extent = Math.max(maze.right() - maze.left(), maze.top() - maze.bottom());
        scale = LONGER / (extent + 2 * MARGIN);
    }

    @Override
    public int width() {
        return (int) Math.round(scale * (maze.right() - maze.left() + 2 * MARGIN));
    }

    @Override
    public int height() {
        return (int) Math.round(scale * (maze.top() - maze.bottom() + 2 * MARGIN));
    }

    @Override
    public void paint(Brush brush, World world) {
        double[] state = Scene.stateOf(world);
        brush.metres(
                (MARGIN - maze.left()) * scale, height() - (MARGIN - maze.bottom()) * scale, scale);
        for (Wall wall : maze.walls()) {
            brush.line(Brush.INK, 2 * Wall.RADIUS, wall.x1(), wall.y1(), wall.x2(), wall.y2());
        }
        brush.disc(Brush.STEEL, TARGET_RADIUS, maze.startX(), maze.startY());
        brush.disc(Brush.GOLD, 2 * TARGET_RADIUS, maze.targetX(), maze.targetY());
        double x = maze.startX() + state[0];
        double y = maze.startY() + state[1];
        brush.disc(Brush.SEA, Maze.BALL_RADIUS, x, y);
    }
}
