package dev.strait.envs.maze;

import dev.strait.envs.physics.ActuatorSpec;
import dev.strait.envs.physics.BodySpec;
import dev.strait.envs.physics.GeomSpec;
import dev.strait.envs.physics.JointSpec;
import dev.strait.envs.physics.Model;
import dev.strait.envs.physics.ModelBuilder;
import dev.strait.envs.physics.ModelOptions;

/**
 * A maze for the engine: a ball of water on two damped slides, without weight, among capsules that
 * it slides along without friction. q is the displacement from the start.
 */
final class MazeModel {

    /** The ball's number among the bodies. */
    static final int BALL = 1;

    private static final double SECONDS = 0.01;
    private static final double DAMPING = 1;
    private static final double MARGIN = 0.002;

    /** Walls lie this much above the ball's centre, as in the original: contacts are oblique. */
    private static final double WALL_HEIGHT = 0.01;

    private static final int BALL_KIND = 1;
    private static final int WALL_KIND = 2;

    private MazeModel() {}

    static Model of(MazeLayout layout) {
        ModelBuilder builder =
                new ModelBuilder(ModelOptions.DEFAULTS.withTimestep(SECONDS).withGravity(0, 0, 0));
        for (Wall wall : layout.walls()) {
            builder.geom(capsule(wall));
        }
        double strength = layout.strength();
        return builder.body(ball(layout))
                .actuator(ActuatorSpec.motor("force x", "x").controlRange(-strength, strength))
                .actuator(ActuatorSpec.motor("force y", "y").controlRange(-strength, strength))
                .build();
    }

    private static GeomSpec capsule(Wall wall) {
        double[] from = {wall.x1(), wall.y1(), WALL_HEIGHT};
        double[] to = {wall.x2(), wall.y2(), WALL_HEIGHT};
        return GeomSpec.capsule("", Wall.RADIUS, from, to)
                .contype(WALL_KIND)
                .conaffinity(BALL_KIND)
                .condim(1)
                .margin(MARGIN);
    }

    private static BodySpec ball(MazeLayout layout) {
        return BodySpec.named("ball")
                .at(layout.startX(), layout.startY(), 0)
                .joint(JointSpec.slide("x", 1, 0, 0).damping(DAMPING))
                .joint(JointSpec.slide("y", 0, 1, 0).damping(DAMPING))
                .geom(
                        GeomSpec.sphere("ball", Maze.BALL_RADIUS)
                                .contype(BALL_KIND)
                                .conaffinity(BALL_KIND)
                                .condim(1)
                                .margin(MARGIN));
    }
}
