package dev.strait.envs.physics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.strait.envs.Pcg64;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    /** Three links of which the joints pull on each other through the mass matrix. */
    private static Model chain(ModelOptions options, boolean driven) {
        BodySpec[] link = new BodySpec[3];
        for (int i = 2; i >= 0; i--) {
            JointSpec joint = JointSpec.hinge("joint " + i, i == 1 ? 1 : 0, 1, 0).armature(0.01);
            if (driven) {
                joint.damping(0.3).pd(200 + 100 * i, 20, 1e6);
            }
            link[i] =
                    BodySpec.named("link " + i)
                            .at(0, 0, i == 0 ? 2 : -0.4)
                            .joint(joint)
                            .geom(GeomSpec.capsule("rod " + i, 0.04, 0.2).at(0, 0, -0.2));
            if (i < 2) {
                link[i].body(link[i + 1]);
            }
        }
        return new ModelBuilder(options).body(link[0]).build();
    }

    /**
     * M a = τ − d v′ − c with τ = kp (q* − q′) − kd v′ at the step's end, for all joints at once.
     */
    @Test
    void shouldAccelerateAChainByTheTorquesOfTheStepsEnd() {
        ModelOptions falling = OPTIONS.withGravity(0, 0, -9.81);
        Simulation simulation = new Simulation(chain(falling, true));
        Simulation same = new Simulation(chain(falling.withIntegrator(Integrator.RK4), false));
        double[] target = {0.5, -0.7, 1.1};
        for (int i = 0; i < 3; i++) {
            simulation.positions()[i] = 0.3 * i - 0.2;
            simulation.velocities()[i] = 2 - 1.5 * i;
            same.positions()[i] = simulation.positions()[i];
            same.velocities()[i] = simulation.velocities()[i];
            simulation.setPdTarget(i, target[i]);
        }
        simulation.step();
        for (int i = 0; i < 3; i++) {
            double v = simulation.velocities()[i];
            double torque = (200 + 100 * i) * (target[i] - simulation.positions()[i]) - 20 * v;
            assertEquals(torque, simulation.pdTorques()[i], 1e-9 * Math.abs(torque));
            same.appliedForces()[i] = torque - 0.3 * v;
        }
        same.forward();
        assertArrayEquals(same.accelerations(), simulation.accelerations(), 1e-8);
    }

    /** Torques that no clamp holds, at the rates that characters are stepped at. */
    @ParameterizedTest
    @ValueSource(ints = {240, 600})
    void shouldStayFiniteWithoutLimits(int rate) {
        ModelOptions options = OPTIONS.withTimestep(1.0 / rate).withGravity(0, 0, -9.81);
        BodySpec trunk =
                BodySpec.named("trunk")
                        .at(0, 0, 1)
                        .joint(JointSpec.free("root"))
                        .geom(GeomSpec.sphere("trunk", 0.1).mass(20).contype(2).conaffinity(0));
        for (int side = -1; side <= 1; side += 2) {
            trunk.body(limb("limb " + side, side));
        }
        Simulation simulation =
                new Simulation(
                        new ModelBuilder(options)
                                .geom(GeomSpec.plane("floor", 0, 0, 1).contype(0).conaffinity(2))
                                .body(trunk)
                                .build());
        Pcg64 random = new Pcg64(3);
        double[] rotation = new double[4];
        for (int step = 0; step < 20 * rate; step++) {
            if (step % (rate / 30) == 0) {
                for (int joint = 1; joint < 5; joint += 2) {
                    Arrays.setAll(rotation, i -> random.nextDouble(-1, 1));
                    simulation.setPdTarget(joint, rotation, 0);
                    simulation.setPdTarget(joint + 1, random.nextDouble(-1.5, 1.5));
                }
            }
            assertTrue(simulation.step(), "refused at step " + step);
        }
        assertTrue(simulation.finite());
    }

    private static BodySpec limb(String name, int side) {
        return BodySpec.named(name)
                .at(0, 0.1 * side, 0)
                .joint(JointSpec.ball(name + " hip").pd(500, 50, 1e9))
                .geom(
                        GeomSpec.capsule(name, 0.05, 0.15)
                                .at(0, 0, -0.2)
                                .mass(4)
                                .contype(2)
                                .conaffinity(0))
                .body(
                        BodySpec.named(name + " end")
                                .at(0, 0, -0.4)
                                .joint(JointSpec.hinge(name + " knee", 0, 1, 0).pd(500, 50, 1e9))
                                .geom(
                                        GeomSpec.capsule(name + " end", 0.04, 0.15)
                                                .at(0, 0, -0.2)
                                                .mass(1)
                                                .contype(2)
                                                .conaffinity(0)));
    }

    @Test
    void shouldRefuseTargetsOfTheWrongKind() {
        Simulation simulation = wheel(1, 1, 1);

        assertThrows(
                IllegalArgumentException.class,
                () -> simulation.setPdTarget(0, new double[] {1, 0, 0, 0}, 0));
    }
}
