package dev.strait.envs.physics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A trunk with a limb on a ball joint and a sliding weight on that, thrown: laws of the whole. */
class FreeFlightTest {

    private static final double SECONDS = 0.8;
    private static final double[] GRAVITY = {0.7, -0.4, -9.81};
    private static final double MASS = 3 + 1 + 0.5;

    private static Model thrown(Integrator integrator, double timestep, boolean gravity) {
        ModelOptions options =
                ModelOptions.DEFAULTS.withIntegrator(integrator).withTimestep(timestep);
        double g = gravity ? 1 : 0;
        return new ModelBuilder(options.withGravity(g * GRAVITY[0], g * GRAVITY[1], g * GRAVITY[2]))
                .body(
                        BodySpec.named("trunk")
                                .joint(JointSpec.free("root"))
                                .geom(quiet(GeomSpec.box("trunk", 0.2, 0.1, 0.3).mass(3)))
                                .body(limb()))
                .build();
    }

    private static BodySpec limb() {
        return BodySpec.named("limb")
                .at(0.2, 0.1, 0.3)
                .turned(Orientation.about(1, 2, 0, 0.8))
                .joint(JointSpec.ball("shoulder").at(0.05, 0, 0))
                .geom(quiet(GeomSpec.capsule("limb", 0.04, 0.2).at(0, 0.1, 0.25).mass(1)))
                .body(
                        BodySpec.named("weight")
                                .at(0, 0, 0.5)
                                .joint(JointSpec.slide("rod", 1, 0, 2).spring(60, 0.1))
                                .joint(JointSpec.hinge("wrist", 0, 1, 1).at(0.1, 0, 0).spring(2, 1))
                                .geom(quiet(GeomSpec.sphere("weight", 0.05).mass(0.5))));
    }

    private static GeomSpec quiet(GeomSpec geom) {
        return geom.contype(0).conaffinity(0);
    }

    private static Simulation flying(Integrator integrator, double timestep, boolean gravity) {
        Simulation simulation = new Simulation(thrown(integrator, timestep, gravity));
        double[] v = {1, -2, 3, 0.5, -1, 2, -2, 1.5, 0.7, 0.4, -1.2};
        System.arraycopy(v, 0, simulation.velocities(), 0, v.length);
        simulation.forward();
        return simulation;
    }

    private static double[] linear(Simulation simulation) {
        double[] momentum = new double[3];
        simulation.linearMomentum(momentum, 0);
        return momentum;
    }

    private static double[] angular(Simulation simulation) {
        double[] momentum = new double[3];
        simulation.angularMomentum(momentum, 0);
        return momentum;
    }

    private static double energy(Simulation simulation) {
        simulation.forward();
        return simulation.kineticEnergy() + simulation.potentialEnergy();
    }

    /** Forces inside joints do not move the whole: p(t) = p + m g t, L about the centre stays. */
    @Test
    void shouldKeepWhatOnlyOutsideForcesChange() {
        Simulation simulation = flying(Integrator.RK4, 1e-4, true);
        double[] expected = linear(simulation);
        double[] turning = angular(simulation);
        double[] centre = new double[3];
        simulation.centreOfMass(centre, 0);
        for (int i = 6; i < 11; i++) {
            simulation.appliedForces()[i] = 0.4 - 0.1 * i;
        }
        for (int k = 0; k < 3; k++) {
            double speed = expected[k] / MASS;
            centre[k] += speed * SECONDS + GRAVITY[k] * SECONDS * SECONDS / 2;
            expected[k] += MASS * GRAVITY[k] * SECONDS;
        }
        simulation.step(8_000);
        simulation.forward();
        double[] reached = new double[3];
        simulation.centreOfMass(reached, 0);

        assertArrayEquals(expected, linear(simulation), 2e-6);
        assertArrayEquals(turning, angular(simulation), 2e-6);
        assertArrayEquals(centre, reached, 2e-6);
    }

    /** The work of a force in a joint is the energy's growth: dE = f v dt. */
    @Test
    void shouldGainTheEnergyThatForcesGive() {
        Simulation simulation = flying(Integrator.RK4, 1e-4, true);
        double before = energy(simulation);
        double work = 0;
        for (int step = 0; step < 2_000; step++) {
            double power = 0;
            for (int i = 0; i < 11; i++) {
                simulation.appliedForces()[i] = Math.sin(i + 1e-3 * step);
                power += simulation.appliedForces()[i] * simulation.velocities()[i];
            }
            simulation.step();
            for (int i = 0; i < 11; i++) {
                power += simulation.appliedForces()[i] * simulation.velocities()[i];
            }
            work += 0.5 * 1e-4 * power;
        }

        assertEquals(work, energy(simulation) - before, 1e-6);
        assertTrue(Math.abs(work) > 0.1, "work " + work);
    }

    /** Euler's error halves with the step. */
    @ParameterizedTest
    @EnumSource(names = {"EULER", "IMPLICIT_PD"})
    void shouldConvergeToTheSameMotion(Integrator integrator) {
        double[] exact = end(Integrator.RK4, 1e-4);
        double coarse = distance(exact, end(integrator, 1e-3));
        double fine = distance(exact, end(integrator, 5e-4));

        assertEquals(2, coarse / fine, 0.15);
        assertTrue(fine < 0.05, () -> "error " + fine);
    }

    private static double[] end(Integrator integrator, double timestep) {
        Simulation simulation = flying(integrator, timestep, true);
        simulation.step((int) Math.round(SECONDS / timestep));
        return simulation.positions();
    }

    private static double distance(double[] a, double[] b) {
        double largest = 0;
        for (int i = 0; i < a.length; i++) {
            largest = Math.max(largest, Math.abs(a[i] - b[i]));
        }
        return largest;
    }

    /** Undone: from the end, with velocities reversed and no gravity, it flies back. */
    @Test
    void shouldFlyBackWhenTimeIsReversed() {
        Simulation simulation = flying(Integrator.RK4, 0.001, false);
        double[] start = simulation.positions().clone();
        simulation.step(500);
        for (int i = 0; i < simulation.velocities().length; i++) {
            simulation.velocities()[i] *= -1;
        }
        simulation.step(500);

        assertArrayEquals(start, simulation.positions(), 1e-6);
    }
}
