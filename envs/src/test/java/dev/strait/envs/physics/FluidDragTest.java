package dev.strait.envs.physics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Drag on a box, whose box of inertia is itself. */
class FluidDragTest {

    private static final double[] HALF = {0.2, 0.1, 0.05};
    private static final double MASS = 3;
    private static final double DENSITY = 40;
    private static final double VISCOSITY = 0.7;
    private static final double MEAN = (0.2 + 0.1 + 0.05) / 3;

    private static ModelOptions medium() {
        return ModelOptions.DEFAULTS.withGravity(0, 0, 0).withMedium(DENSITY, VISCOSITY);
    }

    private static GeomSpec box() {
        return GeomSpec.box("box", HALF[0], HALF[1], HALF[2]).mass(MASS);
    }

    private static Simulation turned(Orientation turn) {
        Simulation simulation =
                new Simulation(
                        new ModelBuilder(medium())
                                .body(
                                        BodySpec.named("box")
                                                .joint(JointSpec.free("root"))
                                                .geom(box()))
                                .build());
        double[] q = {turn.w(), turn.x(), turn.y(), turn.z()};
        System.arraycopy(q, 0, simulation.positions(), 3, 4);
        return simulation;
    }

    private static double force(int axis, double speed) {
        double face = 4 * HALF[(axis + 1) % 3] * HALF[(axis + 2) % 3];
        // Half of ρ v² on the face, with a coefficient of 1, and Stokes' law.
        return -0.5 * DENSITY * face * Math.abs(speed) * speed
                - 6 * Math.PI * VISCOSITY * MEAN * speed;
    }

    /** Along each of its axes, both ways, however it is turned. */
    @ParameterizedTest
    @CsvSource({"0, 2", "0, -2", "1, 1.5", "1, -0.3", "2, 4", "2, -4"})
    void shouldBeHeldBackAlongItsAxes(int axis, double speed) {
        Orientation turn = Orientation.about(1, -2, 0.5, 0.9);
        Simulation simulation = turned(turn);
        double[] unit = new double[3];
        unit[axis] = 1;
        double[] direction = turn.rotate(unit);
        for (int k = 0; k < 3; k++) {
            simulation.velocities()[k] = speed * direction[k];
        }
        simulation.forward();

        for (int k = 0; k < 3; k++) {
            double expected = force(axis, speed) / MASS * direction[k];
            assertEquals(expected, simulation.accelerations()[k], 1e-10);
            assertEquals(0, simulation.accelerations()[3 + k], 1e-10);
        }
    }

    /** −8π β r³ ω − ½ρ r_i (r_j⁴ + r_k⁴) |ω| ω, over the box's own moment. */
    @ParameterizedTest
    @CsvSource({"0, 20", "0, -20", "1, 5", "1, -30", "2, 9", "2, -2"})
    void shouldBeHeldBackAboutItsAxes(int axis, double turning) {
        Simulation simulation = turned(Orientation.about(0.3, 1, 1, -0.7));
        simulation.velocities()[3 + axis] = turning;
        simulation.forward();

        double own = HALF[axis];
        double first = HALF[(axis + 1) % 3];
        double second = HALF[(axis + 2) % 3];
        double torque =
                -8 * Math.PI * VISCOSITY * Math.pow(MEAN, 3) * turning
                        - 0.5
                                * DENSITY
                                * own
                                * (Math.pow(first, 4) + Math.pow(second, 4))
                                * Math.abs(turning)
                                * turning;
        double moment = MASS / 3 * (first * first + second * second);
        for (int k = 0; k < 3; k++) {
            assertEquals(0, simulation.accelerations()[k], 1e-10);
            double expected = k == axis ? torque / moment : 0;
            assertEquals(expected, simulation.accelerations()[3 + k], 1e-9);
        }
    }

    /**
     * On an arm of 0.8 m the drag at ω r acts by that arm, and the box's own turning besides. A
     * second body, at rest, moves the centre of the whole away from the box.
     */
    @ParameterizedTest
    @CsvSource({"0, 3", "0, -3", "1, 3", "1, -3", "2, 3", "2, -3"})
    void shouldBrakeAnArm(int axis, double turning) {
        int first = (axis + 1) % 3;
        int second = (axis + 2) % 3;
        double[] axle = new double[3];
        axle[axis] = 1;
        double[] place = new double[3];
        place[first] = 0.8;
        BodySpec arm =
                BodySpec.named("arm")
                        .joint(JointSpec.hinge("axle", axle[0], axle[1], axle[2]))
                        .geom(box().at(place[0], place[1], place[2]));
        BodySpec other =
                BodySpec.named("other")
                        .at(5, 3, -4)
                        .joint(JointSpec.slide("rail", 1, 0, 0))
                        .geom(GeomSpec.sphere("other", 0.1).mass(7));
        Simulation simulation =
                new Simulation(new ModelBuilder(medium()).body(arm).body(other).build());
        simulation.velocities()[0] = turning;
        simulation.forward();
        Simulation alone = turned(Orientation.NONE);
        alone.velocities()[3 + axis] = turning;
        alone.forward();

        double own = MASS / 3 * (HALF[first] * HALF[first] + HALF[second] * HALF[second]);
        double moment = own + MASS * 0.64;
        double torque = 0.8 * force(second, 0.8 * turning) + own * alone.accelerations()[3 + axis];
        assertEquals(torque / moment, simulation.accelerations()[0], 1e-10);
        assertEquals(0, simulation.accelerations()[1], 1e-12);
    }

    /** Drag only takes energy. */
    @Test
    void shouldSlowATumblingBoxDown() {
        Simulation simulation = turned(Orientation.NONE);
        double[] v = {1, -2, 0.5, 8, -6, 3};
        System.arraycopy(v, 0, simulation.velocities(), 0, 6);
        simulation.forward();
        double energy = simulation.kineticEnergy();
        for (int step = 0; step < 500; step++) {
            simulation.step();
            simulation.forward();
            double next = simulation.kineticEnergy();
            assertTrue(next < energy, "step " + step);
            energy = next;
        }
    }
}
