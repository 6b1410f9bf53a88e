package dev.strait.envs.physics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Spinning tops, whose motions have closed forms; on a free and on a ball joint. */
class TopTest {

    /** Moments about the centre of mass, across and along the axis of symmetry, z. */
    private static final double ACROSS = 0.3;

    private static final double ALONG = 0.45;
    private static final double MASS = 2;
    private static final int STEPS = 10_000;

    /** One that takes a number of steps a second. */
    private static Simulation top(JointSpec joint, double height, double gravity, int steps) {
        return new Simulation(
                new ModelBuilder(Bodies.rungeKutta(1.0 / steps).withGravity(0, 0, -gravity))
                        .body(
                                BodySpec.named("top")
                                        .joint(joint)
                                        .inertial(
                                                MASS,
                                                new double[] {0, 0, height},
                                                new double[] {ACROSS, ACROSS, ALONG, 0, 0, 0}))
                        .build());
    }

    /** Sets the rotation and the angular velocity, given in world axes. */
    private static void set(Simulation top, Orientation turn, double... velocity) {
        int q = top.positions().length - 4;
        int v = top.velocities().length - 3;
        double[] rotation = {turn.w(), turn.x(), turn.y(), turn.z()};
        System.arraycopy(rotation, 0, top.positions(), q, 4);
        Orientation back = new Orientation(turn.w(), -turn.x(), -turn.y(), -turn.z());
        System.arraycopy(back.rotate(velocity), 0, top.velocities(), v, 3);
    }

    private static double[] matrix(Simulation top) {
        top.forward();
        double[] quaternion = new double[4];
        top.bodyQuaternion(1, quaternion, 0);
        double[] matrix = new double[9];
        Rotation.toMatrix(quaternion, 0, matrix, 0);
        return matrix;
    }

    /**
     * Poinsot for a symmetric body: R(t) = exp(t L / I₁) R₀ exp(−λ t z), λ = (I₃ − I₁) ω₃ / I₁,
     * with the constant angular momentum L.
     */
    @ParameterizedTest
    @CsvSource({"false, 0.7, 3, 0.4, 5", "true, 0.7, 3, 0.4, 5", "true, -1.2, 0.3, -2, -4"})
    void shouldWobbleWithoutTorqueAsPoinsotSays(
            boolean ball, double tilt, double wx, double wy, double wz) {
        Simulation top = top(ball ? JointSpec.ball("pin") : JointSpec.free("root"), 0, 0, STEPS);
        Orientation start = Orientation.about(0.6, 0, 0.8, tilt);
        set(top, start, start.rotate(wx, wy, wz));
        top.step(STEPS);

        assertArrayEquals(wobbled(start, wx, wy, wz).matrix(), matrix(top), 1e-7);
        double wobble = (ALONG - ACROSS) * wz / ACROSS;
        double cosine = Math.cos(wobble);
        double sine = Math.sin(wobble);
        double[] velocity = {cosine * wx - sine * wy, sine * wx + cosine * wy, wz};
        int at = top.velocities().length - 3;
        assertArrayEquals(velocity, Arrays.copyOfRange(top.velocities(), at, at + 3), 1e-7);
    }

    /** After a second. */
    private static Orientation wobbled(Orientation start, double wx, double wy, double wz) {
        double[] momentum = start.rotate(ACROSS * wx, ACROSS * wy, ALONG * wz);
        double size = Math.sqrt(ACROSS * ACROSS * (wx * wx + wy * wy) + ALONG * ALONG * wz * wz);
        double wobble = (ALONG - ACROSS) * wz / ACROSS;
        return Orientation.about(momentum[0], momentum[1], momentum[2], size / ACROSS)
                .times(start)
                .times(Orientation.about(0, 0, 1, -wobble));
    }

    /**
     * Runge-Kutta adds its stages' angular velocities, each in the axes of its own stage. About an
     * axis that changes its error therefore falls with the square of the step, in MuJoCo 3.14, too.
     */
    @Test
    void shouldTurnToTheSecondOrder() {
        double coarse = error(250);
        double fine = error(500);

        assertEquals(4, coarse / fine, 0.02);
        // MuJoCo's error of the quaternion with 500 steps is 1.26e-6.
        assertEquals(1.26e-6, fine, 0.01e-6);
    }

    private static double error(int steps) {
        Simulation top = top(JointSpec.free("root"), 0, 0, steps);
        set(top, Orientation.NONE, 3, 0.4, 5);
        top.step(steps);
        Orientation exact = wobbled(Orientation.NONE, 3, 0.4, 5);
        double[] expected = {exact.w(), exact.x(), exact.y(), exact.z()};
        double sign = Math.signum(exact.w() * top.positions()[3]);
        double largest = 0;
        for (int k = 0; k < 4; k++) {
            largest = Math.max(largest, Math.abs(sign * top.positions()[3 + k] - expected[k]));
        }
        return largest;
    }

    /**
     * A top on its tip under gravity, tilted by θ, precesses steadily about the vertical by Ω if m
     * g l = Ω (I₃ ω₃ − (I₁ + m l²) Ω cos θ), where ω₃ is its whole rate about its own axis.
     */
    @ParameterizedTest
    @CsvSource({"0.5, 2", "0.5, -2", "1.2, 0.8", "2.5, 3"})
    void shouldPrecessSteadilyUnderGravity(double tilt, double precession) {
        double height = 0.25;
        double pivot = ACROSS + MASS * height * height;
        double own =
                (MASS * 9.81 * height / precession + pivot * precession * Math.cos(tilt)) / ALONG;
        Simulation top = top(JointSpec.ball("tip"), height, 9.81, STEPS);
        Orientation lean = Orientation.about(1, 0, 0, tilt);
        double[] axis = lean.rotate(0, 0, 1);
        double spin = own - precession * Math.cos(tilt);
        set(top, lean, spin * axis[0], spin * axis[1], spin * axis[2] + precession);
        top.step(STEPS);

        Orientation expected =
                Orientation.about(0, 0, 1, precession)
                        .times(lean)
                        .times(Orientation.about(0, 0, 1, spin));
        assertArrayEquals(expected.matrix(), matrix(top), 1e-6);
    }

    /** A free body under gravity wobbles about its centre, which falls in a parabola. */
    @ParameterizedTest
    @CsvSource({"0.3", "-0.6"})
    void shouldFallInAParabolaAroundItsCentre(double height) {
        Simulation top = top(JointSpec.free("root"), height, 9.81, STEPS);
        Orientation start = Orientation.about(0, 1, 0, 0.9);
        set(top, start, 1, -2, 4);
        top.velocities()[0] = 0.5;
        top.forward();
        double[] centre = new double[3];
        top.centreOfMass(centre, 0);
        double[] momentum = new double[3];
        top.linearMomentum(momentum, 0);
        top.step(STEPS);
        top.forward();
        double[] fallen = new double[3];
        top.centreOfMass(fallen, 0);

        for (int k = 0; k < 3; k++) {
            centre[k] += momentum[k] / MASS - (k == 2 ? 9.81 / 2 : 0);
        }
        assertArrayEquals(centre, fallen, 1e-7);
    }
}
