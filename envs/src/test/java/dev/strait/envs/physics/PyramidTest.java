package dev.strait.envs.physics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A ball that cannot turn, on a floor with friction. The tangents are y and −x: friction fills the
 * pyramid |f_x| + |f_y| ≤ μ n and not the cone around it.
 */
class PyramidTest {

    private static final double G = 9.81;
    private static final double MASS = 2;
    private static final double FRICTION = 0.6;

    private static Simulation ball(double... gravity) {
        BodySpec ball =
                BodySpec.named("ball")
                        .at(0, 0, 0.1)
                        .joint(JointSpec.slide("x", 1, 0, 0))
                        .joint(JointSpec.slide("y", 0, 1, 0))
                        .joint(JointSpec.slide("z", 0, 0, 1));
        ModelOptions options =
                ModelOptions.DEFAULTS.withGravity(gravity[0], gravity[1], gravity[2]);
        return new Simulation(
                new ModelBuilder(options)
                        .geom(GeomSpec.plane("floor", 1, 1, 1).friction(FRICTION))
                        .body(ball.geom(GeomSpec.sphere("ball", 0.1).mass(MASS).friction(FRICTION)))
                        .build());
    }

    /** It slides from tan θ = μ / (|cos φ| + |sin φ|) on, down towards φ. */
    @ParameterizedTest
    @ValueSource(doubles = {0, 45, 90, 135, 180, 225, 270, 315})
    void shouldSlideFromTheEdgeOfThePyramidOn(double degrees) {
        double x = Math.cos(Math.toRadians(degrees));
        double y = Math.sin(Math.toRadians(degrees));
        double friction = FRICTION / (Math.abs(x) + Math.abs(y));
        for (double steep : new double[] {0.9, 1.1}) {
            double angle = Math.atan(steep * friction);
            double along = G * Math.sin(angle);
            Simulation ball = ball(along * x, along * y, -G * Math.cos(angle));
            ball.step(500);
            double before = x * ball.velocities()[0] + y * ball.velocities()[1];
            ball.step(500);
            double after = x * ball.velocities()[0] + y * ball.velocities()[1];

            double rub = friction * G * Math.cos(angle);
            double expected = steep < 1 ? 0 : along - rub;
            // Edges across the motion carry a little of the weight, in MuJoCo 3.14 as much.
            double tolerance = steep < 1 ? 1e-6 : 0.02 * rub;
            assertEquals(expected, after - before, tolerance, steep + " of it");
            assertEquals(0, y * ball.velocities()[0] - x * ball.velocities()[1], 1e-6);
            assertTrue(steep > 1 || Math.abs(after) < 0.02, () -> "creeps at " + after);
        }
    }

    /**
     * Four edges n ± μ t, each with D = d / (2 μ² (1 − d) (1 + μ²)) m, push alike on a ball that
     * only sinks: a = (a₀ + k a*) / (1 + k) with k = 4 D / m and a* = −B v − K d r.
     */
    @ParameterizedTest
    @CsvSource({"-0.0004, 0", "-0.002, -0.01", "-0.01, 0.05"})
    void shouldPushWithFourEdges(double depth, double speed) {
        Simulation ball = ball(0, 0, -G);
        ball.positions()[2] = depth;
        ball.velocities()[2] = speed;
        ball.forward();

        double share = Math.min(1, -depth / 0.001);
        double d = 0.9 + 0.05 * 2 * share * share;
        d = share < 1 ? d : 0.95;
        double reference = -2 / (0.95 * 0.02) * speed - d * depth / Math.pow(0.95 * 0.02, 2);
        double square = FRICTION * FRICTION;
        double k = 4 * d / (2 * square * (1 - d) * (1 + square));
        double expected = (-G + k * reference) / (1 + k);
        assertEquals(expected, ball.accelerations()[2], 1e-9 * Math.abs(expected));
        double[] force = new double[3];
        ball.contactForce(0, force, 0);
        double[] normal = {MASS * (expected + G), 0, 0};
        assertArrayEquals(normal, force, 1e-8 * Math.abs(normal[0]));
    }

    /** Sliding along +x, −x, +y, −y: rubbed backwards, by μ n in the tangent that lies so. */
    @ParameterizedTest
    @CsvSource({"1, 0, 0, 1", "-1, 0, 0, -1", "0, 1, -1, 0", "0, -1, 1, 0"})
    void shouldRubAlongItsTangents(double x, double y, double first, double second) {
        Simulation ball = ball(0, 0, -G);
        ball.step(500);
        ball.velocities()[0] = 2 * x;
        ball.velocities()[1] = 2 * y;
        ball.forward();
        double[] force = new double[3];
        ball.contactForce(0, force, 0);
        double most = FRICTION * force[0];

        assertArrayEquals(new double[] {force[0], first * most, second * most}, force, 1e-9);
        assertEquals(-x * most / MASS, ball.accelerations()[0], 1e-9);
        assertEquals(-y * most / MASS, ball.accelerations()[1], 1e-9);
    }
}
