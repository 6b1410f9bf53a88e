package dev.strait.envs.maze;

/** What a step of a maze pays. */
public sealed interface MazeReward {

    /**
     * The reward of one step.
     *
     * @param maze where it was taken
     * @param x observed before the step (m)
     * @param y observed before the step (m)
     * @param nextX observed after it (m)
     * @param nextY observed after it (m)
     * @param effort |a|² of the force that was asked for (N²)
     */
    double of(MazeLayout maze, double x, double y, double nextX, double nextY, double effort);

    /**
     * What it is worth to be at a place: the part of the reward that is of the state alone, for a
     * look at it beside a learned one.
     */
    double at(MazeLayout maze, double x, double y);

    /** The same in a mirrored maze. */
    MazeReward mirroredAt(double x);

    /** −|p − target| − 0.001 |a|²: where it is counts, whatever stands between. */
    record Distance() implements MazeReward {

        @Override
        public double of(
                MazeLayout maze, double x, double y, double nextX, double nextY, double effort) {
            return at(maze, x, y) - 0.001 * effort;
        }

        @Override
        public double at(MazeLayout maze, double x, double y) {
            return -Math.hypot(x - maze.targetX(), y - maze.targetY());
        }

        @Override
        public MazeReward mirroredAt(double x) {
            return this;
        }
    }

    /**
     * base(p) + φ(p) − φ(p′): base is 2 within 0.1 m of the target and 1 within 0.2 m, φ is the
     * length of the path through the gaps of the S-maze that is still to go.
     *
     * <p>φ jumps where a wall is passed: the original counts the legs between gaps 0.2 m sideways,
     * which are 0.4 m apart.
     *
     * @param first x of the lower wall's gap (m)
     * @param second x of the upper wall's gap (m)
     */
    record Path(double first, double second) implements MazeReward {

        private static final double STOREY = 0.6;
        private static final double SIDE = 0.2;
        private static final double BEYOND = 0.05;
        private static final double NEAR = 0.1;
        private static final double NEARBY = 0.2;

        @Override
        public double of(
                MazeLayout maze, double x, double y, double nextX, double nextY, double effort) {
            return at(maze, x, y) + length(maze, x, y) - length(maze, nextX, nextY);
        }

        @Override
        public double at(MazeLayout maze, double x, double y) {
            double distance = Math.hypot(x - maze.targetX(), y - maze.targetY());
            return distance <= NEAR ? 2 : distance <= NEARBY ? 1 : 0;
        }

        private double length(MazeLayout maze, double x, double y) {
            double last = Math.hypot(SIDE, STOREY / 2);
            if (y < STOREY + BEYOND) {
                return Math.hypot(x - first, y - STOREY) + Math.hypot(SIDE, STOREY) + last;
            }
            if (y < 2 * STOREY + BEYOND) {
                return Math.hypot(x - second, y - 2 * STOREY) + last;
            }
            return Math.hypot(x - maze.targetX(), y - maze.targetY());
        }

        @Override
        public MazeReward mirroredAt(double x) {
            return new Path(2 * x - first, 2 * x - second);
        }
    }
}
