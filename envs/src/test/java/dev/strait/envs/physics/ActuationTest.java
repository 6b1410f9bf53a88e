package dev.strait.envs.physics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a motor and a position servo give, with gears and inside their ranges. */
class ActuationTest {

    private static final double POSITION = 0.3;
    private static final double SPEED = -0.5;

    private static Simulation driven(ActuatorSpec... actuators) {
        ModelBuilder builder = new ModelBuilder(ModelOptions.DEFAULTS);
        BodySpec weight = BodySpec.named("weight").joint(JointSpec.slide("rail", 1, 0, 0));
        builder.body(weight.geom(GeomSpec.sphere("weight", 0.1).mass(2)));
        for (ActuatorSpec actuator : actuators) {
            builder.actuator(actuator);
        }
        Simulation simulation = new Simulation(builder.build());
        simulation.positions()[0] = POSITION;
        simulation.velocities()[0] = SPEED;
        return simulation;
    }

    private static void assertForce(double expected, Simulation simulation, double control) {
        simulation.controls()[0] = control;
        simulation.forward();
        assertEquals(expected, simulation.actuatorForces()[0], 1e-12);
        assertEquals(expected / 2, simulation.accelerations()[0], 1e-12);
    }

    /** Gear times the control, held to −1 … 2, and that to −1.2 … 1.5. */
    @ParameterizedTest
    @CsvSource({"0.5, 1.5", "-0.5, -1.5", "1.8, 4.5", "9, 4.5", "-1.1, -3", "-9, -3"})
    void shouldHoldAMotorToItsRanges(double control, double force) {
        ActuatorSpec motor = ActuatorSpec.motor("motor", "rail").gear(3).controlRange(-1, 2);
        assertForce(force, driven(motor.forceRange(-1.2, 1.5)), control);
    }

    /** g (kp (u − g q) − kv g v): the servo measures and pushes through its gear. */
    @ParameterizedTest
    @CsvSource({"1, 0.4", "-2, 0.4", "0.5, -3", "-0.5, 1"})
    void shouldPullAServoToItsControl(double gear, double control) {
        ActuatorSpec servo = ActuatorSpec.position("servo", "rail", 50, 4).gear(gear);
        double force = gear * (50 * (control - gear * POSITION) - 4 * gear * SPEED);
        assertForce(force, driven(servo), control);
    }

    /** The range holds the servo's force before its gear. */
    @ParameterizedTest
    @CsvSource({"5, 20", "-5, -14"})
    void shouldHoldAServosForce(double control, double force) {
        ActuatorSpec servo = ActuatorSpec.position("servo", "rail", 50, 4).gear(2);
        assertForce(force, driven(servo.forceRange(-7, 10)), control);
    }

    @ParameterizedTest
    @CsvSource({"0.5, 3.5", "-1, -4"})
    void shouldAddUpWhatActsOnOneJoint(double control, double force) {
        Simulation simulation =
                driven(
                        ActuatorSpec.motor("one", "rail").gear(5),
                        ActuatorSpec.motor("other", "rail").gear(-2));
        simulation.controls()[1] = -0.5;
        assertForce(force, simulation, control);
    }
}
