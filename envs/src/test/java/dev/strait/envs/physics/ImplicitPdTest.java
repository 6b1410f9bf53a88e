package dev.strait.envs.physics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ImplicitPdTest {

    private static final double H = 1.0 / 240;
    private static final ModelOptions OPTIONS =
            ModelOptions.DEFAULTS
                    .withIntegrator(Integrator.IMPLICIT_PD)
                    .withTimestep(H)
                    .withGravity(0, 0, 0);

    /** A wheel about y, of moment 0.5 with the armature. */
    private static Simulation wheel(double kp, double kd, double limit) {
        return new Simulation(
                new ModelBuilder(OPTIONS)
                        .body(
                                BodySpec.named("wheel")
                                        .inertial(
                                                1,
                                                new double[3],
                                                new double[] {0.3, 0.3, 0.3, 0, 0, 0})
                                        .joint(
                                                JointSpec.hinge("axle", 0, 1, 0)
                                                        .armature(0.2)
                                                        .damping(0.7)
                                                        .pd(kp, kd, limit)))
                        .build());
    }

    /** (I + h d + h kd + h² kp) a = kp (q* − q) − (d + kd + h kp) v. */
    @Test
    void shouldTakeTheTorqueOfTheStepsEnd() {
        Simulation simulation = wheel(500, 40, 1e6);
        simulation.positions()[0] = 0.2;
        simulation.velocities()[0] = -0.3;
        simulation.setPdTarget(0, 0.9);
        simulation.step();

        double force = 500 * 0.7 + (0.7 + 40 + H * 500) * 0.3;
        double a = force / (0.5 + H * 0.7 + H * 40 + H * H * 500);
        double v = -0.3 + H * a;
        double q = 0.2 + H * v;
        assertEquals(a, simulation.accelerations()[0], 1e-10 * a);
        assertEquals(v, simulation.velocities()[0], 1e-12);
        assertEquals(q, simulation.positions()[0], 1e-12);
        assertEquals(500 * (0.9 - q) - 40 * v, simulation.pdTorques()[0], 1e-9);
    }

    @Test
    void shouldHoldTheTorqueAtItsLimit() {
        Simulation simulation = wheel(500, 40, 30);
        simulation.setPdTarget(0, -2);
        simulation.step();

        // Damping stays implicit; the spring and damper of the PD do not take part.
        assertEquals(-30, simulation.pdTorques()[0], 0);
        assertEquals(-30 / (0.5 + H * 0.7), simulation.accelerations()[0], 1e-10);
    }

    @Test
    void shouldReachItsTargetWithGainsThatExplicitTorquesCannotHave() {
        // kd h / I is 16, far beyond the 2 at which an explicit torque blows up.
        Simulation simulation = wheel(20_000, 2_000, 1e6);
        simulation.setPdTarget(0, 1);
        simulation.step(480);

        assertEquals(1, simulation.positions()[0], 1e-6);
        assertEquals(0, simulation.velocities()[0], 1e-6);
    }

    @Test
    void shouldTurnABallTheShortWay() {
        Simulation simulation =
                new Simulation(
                        new ModelBuilder(OPTIONS)
                                .body(
                                        BodySpec.named("head")
                                                .joint(JointSpec.ball("neck").pd(100, 10, 50))
                                                .geom(GeomSpec.sphere("head", 0.1).mass(2)))
                                .build());
        double[] target = {-Math.cos(0.4), 0, -Math.sin(0.4), 0};
        simulation.setPdTarget(0, target, 0);
        simulation.step();
        assertTrue(simulation.velocities()[1] > 0);
        simulation.step(1_000);

        // Both signs of a quaternion are the same rotation.
        assertEquals(Math.cos(0.4), simulation.positions()[0], 1e-6);
        assertEquals(Math.sin(0.4), simulation.positions()[2], 1e-6);
    }

    @Test
    void shouldRefuseTargetsOfTheWrongKind() {
        Simulation simulation = wheel(1, 1, 1);

        assertThrows(
                IllegalArgumentException.class,
                () -> simulation.setPdTarget(0, new double[] {1, 0, 0, 0}, 0));
    }
}
