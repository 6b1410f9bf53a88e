package dev.strait.envs.physics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** How soft contacts are, what they report, and which geoms have them. */
class SoftContactTest {

    private static SoftLaw law(double time, double ratio, double... solimp) {
        return new SoftLaw(new double[] {time, ratio}, 0, solimp, 0, 0.002);
    }

    @Test
    void shouldStiffenFromTheFirstImpedanceToTheSecond() {
        SoftLaw law = law(0.02, 1, 0.9, 0.95, 0.001, 0.5, 2);

        assertEquals(0.9, law.impedance(0));
        assertEquals(0.925, law.impedance(-0.0005), 1e-15);
        // A quarter of the width: ½ · (½)² of the way.
        assertEquals(0.9 + 0.05 * 0.125, law.impedance(0.00025), 1e-15);
        assertEquals(0.95, law.impedance(-0.001));
        assertEquals(0.95, law.impedance(-1));
        assertEquals(1 / Math.pow(0.95 * 0.02, 2), law.stiffness, 1e-9);
        assertEquals(2 / (0.95 * 0.02), law.damping, 1e-12);
    }

    @Test
    void shouldHoldTimeConstantsToTwoStepsAndImpedancesInsideTheirBounds() {
        SoftLaw law = law(0.001, 1, 0, 1, 0.01, 0.5, 1);

        assertEquals(1e-4, law.impedance(0));
        assertEquals(0.9999, law.impedance(0.02));
        assertEquals(1e-4 + 0.25 * (0.9999 - 1e-4), law.impedance(0.0025), 1e-15);
        assertEquals(2 / (0.9999 * 0.004), law.damping, 1e-9);
    }

    @Test
    void shouldTakeNegativeParametersAsStiffnessAndDamping() {
        SoftLaw law = law(-500, -30, 0.9, 0.9, 0.001, 0.3, 3);

        assertEquals(500 / 0.81, law.stiffness, 1e-9);
        assertEquals(30 / 0.9, law.damping, 1e-9);
        assertEquals(0.9, law.impedance(0.0003), 1e-15);
    }

    @Test
    void shouldCarryWhatRestsOnIt() {
        Simulation simulation =
                new Simulation(Bodies.sphereOnFloor(ModelOptions.DEFAULTS, 0.1, 0.099));
        simulation.step(2_000);
        simulation.forward();
        double[] force = new double[3];
        double[] wrench = new double[6];
        double[] frame = new double[9];
        simulation.contactForce(0, force, 0);
        simulation.contactFrame(0, frame, 0);
        simulation.externalWrench(1, wrench, 0);

        assertEquals(1, simulation.contactCount());
        assertTrue(simulation.touching(0, 1));
        assertTrue(simulation.touching(1, 0));
        assertFalse(simulation.touching(1, 1));
        assertEquals(2 * 9.81, force[0], 1e-8);
        assertEquals(0, force[1], 1e-8);
        assertEquals(2 * 9.81, wrench[5], 1e-8);
        assertEquals(0, wrench[0], 1e-8);
        assertEquals(2 * 9.81, simulation.constraintForces()[2], 1e-8);
        // On a floor the tangents are y and −x.
        assertEquals(1, frame[2]);
        assertEquals(1, frame[4]);
        assertEquals(-1, frame[6]);
        simulation.externalWrench(0, wrench, 0);
        assertEquals(-2 * 9.81, wrench[5], 1e-8);
    }

    /** A sliding contact rubs against the motion, with μ times the normal force. */
    @Test
    void shouldRubAgainstTheMotion() {
        Simulation simulation =
                new Simulation(Bodies.sphereOnFloor(ModelOptions.DEFAULTS, 0.1, 0.0999));
        simulation.step(500);
        simulation.velocities()[0] = 3;
        simulation.forward();
        double[] wrench = new double[6];
        simulation.externalWrench(1, wrench, 0);

        assertTrue(wrench[3] < 0);
        // Friction 1 is mixed to 1, and its pyramid has an edge along x.
        assertEquals(-wrench[5], wrench[3], 1e-9 * wrench[5]);
        // It would roll the ball: torque about y, backwards over the arm of its radius.
        assertEquals(wrench[3] * -0.1, wrench[1], 0.01 * Math.abs(wrench[3]));
    }

    private static Model pair(GeomSpec first, GeomSpec second, MarginRule rule) {
        return new ModelBuilder(ModelOptions.DEFAULTS.withMarginRule(rule))
                .geom(first)
                .body(BodySpec.named("b").joint(JointSpec.free("j")).geom(second.mass(1)))
                .build();
    }

    @Test
    void shouldMixTheParametersOfAPair() {
        GeomSpec sphere =
                GeomSpec.sphere("s", 1)
                        .friction(0.5)
                        .margin(0.01)
                        .condim(1)
                        .solmix(3)
                        .solref(0.04, 1);
        GeomSpec plane = GeomSpec.plane("p", 1, 1, 1).friction(0.2).margin(0.02);
        ContactPairs mixed = pair(plane, sphere, MarginRule.SUM).pairs;

        assertEquals(1, mixed.count);
        assertEquals(0, mixed.geom1[0]);
        assertEquals(3, mixed.condim[0]);
        assertEquals(0.5, mixed.friction[0]);
        assertEquals(0.03, mixed.margin[0], 1e-15);
        assertEquals(0.25 * 0.02 + 0.75 * 0.04, mixed.solref[0], 1e-15);
        assertEquals(0.02, pair(plane, sphere, MarginRule.MAX).pairs.margin[0]);

        ContactPairs ranked =
                pair(plane, GeomSpec.sphere("s", 1).friction(0.1).priority(1), MarginRule.SUM)
                        .pairs;
        assertEquals(0.1, ranked.friction[0]);
    }

    @Test
    void shouldKeepApartWhatIsNotMeantToTouch() {
        GeomSpec plane = GeomSpec.plane("p", 1, 1, 1);

        assertEquals(
                0,
                pair(plane, GeomSpec.sphere("s", 1).contype(2).conaffinity(2), MarginRule.SUM)
                        .pairs
                        .count);
        assertEquals(
                1,
                pair(plane, GeomSpec.sphere("s", 1).contype(2).conaffinity(1), MarginRule.SUM)
                        .pairs
                        .count);
        IllegalArgumentException refused =
                assertThrows(
                        IllegalArgumentException.class,
                        () ->
                                pair(
                                        GeomSpec.box("a", 1, 1, 1),
                                        GeomSpec.box("b", 1, 1, 1),
                                        MarginRule.SUM));
        assertTrue(refused.getMessage().contains("\"a\""), refused.getMessage());
    }
}
