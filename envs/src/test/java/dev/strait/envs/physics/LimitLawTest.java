package dev.strait.envs.physics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * One dof at the end of its range, or against a wall. A row's force is D (a* − a), D = M d / (1 −
 * d), so that a = a₀ + D (a* − a) / M is a mean: a = (1 − d) a₀ + d a*, of the free acceleration a₀
 * and the reference a* = −B v − K d r, r the violation; or a₀, where that is beyond a*.
 */
class LimitLawTest {

    private static final double D0 = 0.7;
    private static final double D1 = 0.9;
    private static final double WIDTH = 0.05;
    private static final double TIME = 0.03;
    private static final double RATIO = 0.8;
    private static final double STIFFNESS = 1 / (D1 * D1 * TIME * TIME * RATIO * RATIO);
    private static final double DAMPING = 2 / (D1 * TIME);

    /**
     * The acceleration out of the violation.
     *
     * @param free the same without the limit
     * @param room to the end of the range less its margin, negative
     * @param speed of the room
     */
    private static double mean(double free, double room, double speed) {
        double x = Math.min(1, -room / WIDTH);
        double y = x <= 0.5 ? 2 * x * x : 1 - 2 * (1 - x) * (1 - x);
        double d = D0 + (D1 - D0) * y;
        double reference = -DAMPING * speed - STIFFNESS * d * room;
        return free >= reference ? free : (1 - d) * free + d * reference;
    }

    private static JointSpec soft(JointSpec joint) {
        return joint.solref(TIME, RATIO).solimp(D0, D1, WIDTH, 0.5, 2);
    }

    private static Simulation one(JointSpec joint, double... gravity) {
        return new Simulation(
                new ModelBuilder(
                                ModelOptions.DEFAULTS.withGravity(
                                        gravity[0], gravity[1], gravity[2]))
                        .body(
                                BodySpec.named("body")
                                        .joint(joint)
                                        .inertial(
                                                2,
                                                new double[] {0, 0, -0.4},
                                                new double[] {0.3, 0.3, 0.1, 0, 0, 0}))
                        .build());
    }

    /** Range −0.3 to 0.5, margin 0.01: at both ends, just inside the margin and well beyond. */
    @ParameterizedTest
    @CsvSource({
        "-0.295, 0",
        "-0.31, -0.2",
        "-0.34, 0.3",
        "-0.4, -1",
        "0.495, 0",
        "0.51, 0.2",
        "0.54, -0.3",
        "0.6, 1"
    })
    void shouldHoldASlideAndAHingeInTheirRanges(double position, double speed) {
        double side = position < 0 ? 1 : -1;
        double room = (position < 0 ? position + 0.3 : 0.5 - position) - 0.01;
        for (boolean hinge : new boolean[] {false, true}) {
            JointSpec joint = hinge ? JointSpec.hinge("j", 0, 1, 0) : JointSpec.slide("j", 0, 0, 1);
            joint.armature(0.2).range(-0.3, 0.5).margin(0.01);
            Simulation simulation = one(soft(joint), 0, 0, -9.81);
            simulation.positions()[0] = position;
            simulation.velocities()[0] = speed;
            simulation.forward();
            double moment = 0.3 + 2 * 0.4 * 0.4 + 0.2;
            double free =
                    hinge ? -2 * 9.81 * 0.4 * Math.sin(position) / moment : -2 * 9.81 / (2 + 0.2);

            double expected = side * mean(side * free, room, side * speed);
            assertEquals(expected, simulation.accelerations()[0], 1e-9 * Math.abs(expected));
            double force = (hinge ? moment : 2.2) * (expected - free);
            assertEquals(force, simulation.constraintForces()[0], 1e-8 * Math.abs(force));
        }
    }

    /** Ends of a range that nothing comes near do nothing, and none pulls. */
    @ParameterizedTest
    @CsvSource({"0, 3", "-0.28, 0", "0.48, 0", "-0.295, 9"})
    void shouldNeitherHoldFromAfarNorPull(double position, double speed) {
        JointSpec joint = JointSpec.slide("j", 0, 0, 1).range(-0.3, 0.5).margin(0.01);
        Simulation simulation = one(soft(joint), 0, 0, -9.81);
        simulation.positions()[0] = position;
        simulation.velocities()[0] = speed;
        simulation.forward();

        assertEquals(-9.81, simulation.accelerations()[0], 1e-12);
        assertEquals(0, simulation.constraintForces()[0], 0);
    }

    /** A ball is a hinge in every direction; its inverse weight is that of its mean direction. */
    @ParameterizedTest
    @CsvSource({"1, 0, 0", "-1, 0, 0", "0.6, -0.8, 0", "0, 0.28, 0.96"})
    void shouldHoldABallInsideItsCone(double x, double y, double z) {
        Simulation simulation =
                new Simulation(
                        new ModelBuilder(ModelOptions.DEFAULTS.withGravity(0, 0, 0))
                                .body(
                                        BodySpec.named("ball")
                                                .joint(soft(JointSpec.ball("j").range(0, 0.7)))
                                                .geom(GeomSpec.sphere("ball", 0.1).mass(2)))
                                .build());
        Orientation turn = Orientation.about(x, y, z, 0.73);
        double[] q = {turn.w(), turn.x(), turn.y(), turn.z()};
        for (double sign : new double[] {1, -1}) {
            for (int k = 0; k < 4; k++) {
                simulation.positions()[k] = sign * q[k];
            }
            double[] axis = {x, y, z};
            for (int k = 0; k < 3; k++) {
                simulation.velocities()[k] = 0.4 * axis[k];
            }
            simulation.forward();

            double back = mean(0, 0.7 - 0.73, -0.4);
            for (int k = 0; k < 3; k++) {
                assertEquals(-back * axis[k], simulation.accelerations()[k], 1e-9 * back);
            }
        }
    }

    /** The frictionless wall of a sliding ball: the same mean, of a contact's distance. */
    @Test
    void shouldPushABallOffAWall() {
        BodySpec ball = BodySpec.named("ball").joint(JointSpec.slide("j", 0, 0, 1));
        Simulation simulation =
                new Simulation(
                        new ModelBuilder(ModelOptions.DEFAULTS)
                                .geom(wall(GeomSpec.plane("wall", 1, 1, 1)))
                                .body(ball.geom(wall(GeomSpec.sphere("ball", 0.1).mass(2))))
                                .build());
        simulation.positions()[0] = 0.1 - 0.02;
        simulation.velocities()[0] = -0.3;
        simulation.forward();
        double[] force = new double[3];
        simulation.contactForce(0, force, 0);

        double expected = mean(-9.81, -0.02 - 0.004, -0.3);
        assertEquals(expected, simulation.accelerations()[0], 1e-9 * expected);
        assertEquals(2 * (expected + 9.81), force[0], 1e-8 * expected);
        assertEquals(0, force[1], 0);
    }

    private static GeomSpec wall(GeomSpec geom) {
        return geom.condim(1).margin(0.002).solref(TIME, RATIO).solimp(D0, D1, WIDTH, 0.5, 2);
    }

    /** d₀ + (d₁ − d₀) y with y = x² / m below m = 0.3 and 1 − (1 − x)² / (1 − m) above it. */
    @ParameterizedTest
    @CsvSource({"0, 0", "0.15, 0.075", "0.3, 0.3", "0.65, 0.825", "1, 1", "7, 1"})
    void shouldBendTheImpedanceAtItsMidpoint(double depth, double share) {
        double[] solimp = {0.2, 0.8, 1, 0.3, 2};
        SoftLaw law = new SoftLaw(new double[] {0.02, 1}, 0, solimp, 0, 0.002);

        assertEquals(0.2 + 0.6 * share, law.impedance(-depth), 1e-12);
    }
}
