package dev.strait.envs.physics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Balls on slopes: friction turns them as far as it can. */
class RollingTest {

    private static final double G = 9.81;
    private static final double RADIUS = 0.1;
    private static final double MASS = 2;

    /**
     * A ball that friction holds rolls down by 5/7 g sin θ, without slipping where tan θ < 7/2 μ;
     * where it cannot hold, it slides by g (sin θ − μ cos θ) and turns by 5/2 μ g cos θ / r. Down
     * along ±x or ±y, the edges of the pyramid.
     */
    @ParameterizedTest
    @CsvSource({
        "20, 0.5, 1, 0",
        "20, 0.5, -1, 0",
        "20, 0.5, 0, 1",
        "30, 0.25, 0, -1",
        "30, 0.1, 1, 0",
        "30, 0.1, 0, 1",
        "45, 0.2, 0, -1",
        "45, 0.2, -1, 0"
    })
    void shouldRollOrSlideDown(double degrees, double friction, double x, double y) {
        double angle = Math.toRadians(degrees);
        double sine = Math.sin(angle);
        double cosine = Math.cos(angle);
        Simulation ball =
                ball(
                        ModelOptions.DEFAULTS.withGravity(G * sine * x, G * sine * y, -G * cosine),
                        friction);
        ball.step(250);
        double[] v = ball.velocities().clone();
        ball.step(250);
        double speeding = (along(ball, x, y) - (x * v[0] + y * v[1])) / 0.5;
        double turning = (turning(ball.velocities(), x, y) - turning(v, x, y)) / 0.5;
        boolean rolls = Math.tan(angle) < 3.5 * friction;

        double down = rolls ? 5.0 / 7 * G * sine : G * (sine - friction * cosine);
        assertEquals(down, speeding, 0.01 * down);
        double turn = rolls ? down / RADIUS : 2.5 * friction * G * cosine / RADIUS;
        assertEquals(turn, turning, 0.01 * turn);
        assertEquals(0, y * ball.velocities()[0] - x * ball.velocities()[1], 1e-6);
    }

    private static Simulation ball(ModelOptions options, double friction) {
        return new Simulation(
                new ModelBuilder(options)
                        .geom(GeomSpec.plane("slope", 5, 5, 1).friction(friction))
                        .body(
                                BodySpec.named("ball")
                                        .at(0, 0, RADIUS)
                                        .joint(JointSpec.free("root"))
                                        .geom(
                                                GeomSpec.sphere("ball", RADIUS)
                                                        .mass(MASS)
                                                        .friction(friction)))
                        .build());
    }

    private static double along(Simulation ball, double x, double y) {
        return x * ball.velocities()[0] + y * ball.velocities()[1];
    }

    /** About the axis z × (x, y, 0) of the world; the ball itself has not turned about another. */
    private static double turning(double[] v, double x, double y) {
        return -y * v[3] + x * v[4];
    }

    /** A ball thrown without spin slides until it rolls, at 5/7 of its speed. */
    @ParameterizedTest
    @CsvSource({"2, 0", "-2, 0", "0, 2", "0, -2"})
    void shouldKeepFiveSeventhsOfTheSpeed(double vx, double vy) {
        Simulation ball = ball(ModelOptions.DEFAULTS, 0.5);
        ball.step(500);
        ball.velocities()[0] = vx;
        ball.velocities()[1] = vy;
        ball.step(500);

        assertEquals(5.0 / 7 * vx, ball.velocities()[0], 0.02);
        assertEquals(5.0 / 7 * vy, ball.velocities()[1], 0.02);
        assertEquals(5.0 / 7 * vx / RADIUS, ball.velocities()[4], 0.2);
        assertEquals(-5.0 / 7 * vy / RADIUS, ball.velocities()[3], 0.2);
    }
}
