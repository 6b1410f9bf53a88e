package dev.strait.envs.maze;

import static dev.strait.envs.Require.require;

import java.util.ArrayList;
import java.util.List;

/**
 * What a maze is made of.
 *
 * @param left smallest x of the border (m); the right one and the others alike
 * @param walls all of them, the four of the border first
 * @param startX where the ball starts (m)
 * @param startY where the ball starts (m)
 * @param targetX where it is to go (m)
 * @param targetY where it is to go (m)
 * @param strength largest force along an axis (N)
 * @param reward what a step pays
 */
public record MazeLayout(
        double left,
        double right,
        double bottom,
        double top,
        List<Wall> walls,
        double startX,
        double startY,
        double targetX,
        double targetY,
        double strength,
        MazeReward reward) {

    public MazeLayout {
        require(left < right && bottom < top, "a maze needs left < right and bottom < top");
        require(strength > 0, "strength must be positive, but was %s", strength);
        walls = List.copyOf(walls);
    }

    /** A border with walls inside. */
    private static MazeLayout of(
            double left,
            double right,
            double bottom,
            double top,
            List<Wall> inner,
            double startX,
            double startY,
            double targetX,
            double targetY,
            double strength,
            MazeReward reward) {
        List<Wall> walls = new ArrayList<>();
        walls.add(new Wall(left, bottom, right, bottom));
        walls.add(new Wall(right, bottom, right, top));
        walls.add(new Wall(left, top, right, top));
        walls.add(new Wall(left, bottom, left, top));
        walls.addAll(inner);
        return new MazeLayout(
                left, right, bottom, top, walls, startX, startY, targetX, targetY, strength,
                reward);
    }

    /** The C-maze with its barrier at the right, open at the left by 0.3 m: to train in. */
    static MazeLayout cRight() {
        return c(0.2, 0.6);
    }

    /**
     * The C-maze with its barrier at the left, open at the right by 0.2 m: to transfer to. It is
     * the original's; not quite a mirror image, see the package.
     */
    static MazeLayout cLeft() {
        return c(-0.1, 0.4);
    }

    private static MazeLayout c(double barrierFrom, double barrierTo) {
        return of(
                -0.1,
                0.6,
                -0.1,
                0.6,
                List.of(new Wall(barrierFrom, 0.3, barrierTo, 0.3)),
                0.3,
                0,
                0.3,
                0.5,
                1,
                new MazeReward.Distance());
    }

    /** The S-maze: to pass at the right, then at the left. */
    static MazeLayout s() {
        return of(
                -0.3,
                0.3,
                0,
                1.8,
                List.of(new Wall(-0.3, 0.6, 0.1, 0.6), new Wall(-0.1, 1.2, 0.3, 1.2)),
                0,
                0.3,
                0,
                1.5,
                5,
                new MazeReward.Path(0.2, -0.2));
    }

    /**
     * The exact mirror image.
     *
     * @param x where the mirror stands
     */
    MazeLayout mirroredAt(double x) {
        return new MazeLayout(
                2 * x - right,
                2 * x - left,
                bottom,
                top,
                walls.stream().map(wall -> wall.mirroredAt(x)).toList(),
                2 * x - startX,
                startY,
                2 * x - targetX,
                targetY,
                strength,
                reward.mirroredAt(x));
    }
}
