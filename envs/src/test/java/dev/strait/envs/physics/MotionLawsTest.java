package dev.strait.envs.physics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.apache.commons.math3.ode.FirstOrderDifferentialEquations;
import org.apache.commons.math3.ode.nonstiff.DormandPrince853Integrator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Mechanics that needs no other engine: closed forms, conserved quantities, orders of error. */
class MotionLawsTest {

    private static final double G = 9.81;
    private static final double I = Bodies.ROD;
    private static final double[] START = {1.0, 0.7, 0, 0};

    /**
     * Lagrange's equations of two 1 m, 1 kg rods; φ₁, φ₂ from the vertical, δ = φ₁ − φ₂:
     *
     * <p>(I + 5/4) φ̈₁ + ½ cos δ φ̈₂ = −½ sin δ φ̇₂² − 3/2 g sin φ₁,
     *
     * <p>½ cos δ φ̈₁ + (I + ¼) φ̈₂ = ½ sin δ φ̇₁² − ½ g sin φ₂.
     */
    private static final FirstOrderDifferentialEquations RODS =
            new FirstOrderDifferentialEquations() {
                @Override
                public int getDimension() {
                    return 4;
                }

                @Override
                public void computeDerivatives(double t, double[] y, double[] dy) {
                    double delta = y[0] - y[1];
                    double a = I + 1.25;
                    double b = 0.5 * Math.cos(delta);
                    double c = I + 0.25;
                    double first = -0.5 * Math.sin(delta) * y[3] * y[3] - 1.5 * G * Math.sin(y[0]);
                    double second = 0.5 * Math.sin(delta) * y[2] * y[2] - 0.5 * G * Math.sin(y[1]);
                    double determinant = a * c - b * b;
                    dy[0] = y[2];
                    dy[1] = y[3];
                    dy[2] = (c * first - b * second) / determinant;
                    dy[3] = (a * second - b * first) / determinant;
                }
            };

    private static double[] exact(double seconds) {
        double[] end = new double[4];
        new DormandPrince853Integrator(1e-9, 0.1, 1e-13, 1e-13)
                .integrate(RODS, 0, START, seconds, end);
        return end;
    }

    /** Error of the angles after 2 s. */
    private static double error(double timestep) {
        Simulation simulation = new Simulation(Bodies.doublePendulum(timestep));
        simulation.positions()[0] = START[0];
        simulation.positions()[1] = START[1] - START[0];
        simulation.step((int) Math.round(2 / timestep));
        double[] exact = exact(2);
        return Math.max(
                Math.abs(simulation.positions()[0] - exact[0]),
                Math.abs(simulation.positions()[0] + simulation.positions()[1] - exact[1]));
    }

    @Test
    void shouldSwingADoublePendulumAsLagrangesEquationsSay() {
        assertTrue(error(0.002) < 1e-6, () -> "error at 2 ms " + error(0.002));
    }

    @Test
    void shouldGainAtLeastTheFourthPowerFromSmallerSteps() {
        double coarse = error(0.008);
        double middle = error(0.004);
        double fine = error(0.002);

        assertTrue(coarse / middle > Math.pow(2, 3.5), coarse + " at 8 ms, " + middle + " at 4 ms");
        assertTrue(middle / fine > Math.pow(2, 3.5), middle + " at 4 ms, " + fine + " at 2 ms");
    }

    @Test
    void shouldKeepTheEnergyOfAFrictionlessPendulum() {
        Simulation simulation = new Simulation(Bodies.doublePendulum(0.002));
        simulation.positions()[0] = START[0];
        simulation.positions()[1] = START[1] - START[0];
        simulation.forward();
        double before = simulation.kineticEnergy() + simulation.potentialEnergy();
        simulation.step(5_000);
        simulation.forward();

        assertEquals(before, simulation.kineticEnergy() + simulation.potentialEnergy(), 1e-5);
        assertTrue(simulation.kineticEnergy() > 0.1);
    }

    @Test
    void shouldTumbleWithoutTorqueThroughTheUnstableAxis() {
        Simulation simulation =
                new Simulation(Bodies.freeBox(Bodies.rungeKutta(0.002).withGravity(0, 0, 0)));
        // About the axis of the middle moment, y, a little disturbed.
        simulation.velocities()[3] = 0.01;
        simulation.velocities()[4] = 6;
        simulation.forward();
        double[] before = new double[3];
        double[] after = new double[3];
        simulation.angularMomentum(before, 0);
        double energy = simulation.kineticEnergy();
        boolean flipped = false;
        for (int i = 0; i < 5_000; i++) {
            simulation.step();
            flipped |= simulation.velocities()[4] < -5;
        }
        simulation.forward();
        simulation.angularMomentum(after, 0);

        assertTrue(flipped, "no Dzhanibekov flip");
        for (int k = 0; k < 3; k++) {
            assertEquals(before[k], after[k], 1e-6);
        }
        assertEquals(energy, simulation.kineticEnergy(), 1e-9);
    }

    /** v is exact; the position lags by g h t / 2, the error of the method itself. */
    @Test
    void shouldFallFreelyAsEulersMethodFalls() {
        Simulation simulation = new Simulation(Bodies.freeBox(ModelOptions.DEFAULTS));
        simulation.step(500);
        double t = 1;
        double h = 0.002;

        assertEquals(-G * t, simulation.velocities()[2], 1e-12);
        assertEquals(-G * t * t / 2 - G * h * t / 2, simulation.positions()[2], 1e-12);
        assertEquals(t, simulation.time(), 1e-12);
    }

    @Test
    void shouldFallFreelyExactlyByRungeKutta() {
        Simulation simulation = new Simulation(Bodies.freeBox(Bodies.rungeKutta(0.01)));
        simulation.step(100);

        assertEquals(-G / 2, simulation.positions()[2], 1e-12);
    }

    /** atan 0.5 is 26.57°. A soft contact creeps, by a few millimetres a second. */
    @ParameterizedTest
    @ValueSource(doubles = {0, 10, 25})
    void shouldStickBelowTheFrictionAngle(double degrees) {
        Simulation simulation = new Simulation(Bodies.boxOnSlope(degrees, 0.5));
        simulation.step(1_000);

        assertTrue(
                Math.abs(simulation.velocities()[0]) < 5e-3,
                () -> "slides at " + simulation.velocities()[0]);
    }

    @ParameterizedTest
    @ValueSource(doubles = {28, 30, 33})
    void shouldSlideAboveTheFrictionAngleAsCoulombSays(double degrees) {
        Simulation simulation = new Simulation(Bodies.boxOnSlope(degrees, 0.5));
        simulation.step(500);
        double begun = simulation.velocities()[0];
        simulation.step(500);
        double acceleration = simulation.velocities()[0] - begun;
        double angle = Math.toRadians(degrees);
        double coulomb = G * (Math.sin(angle) - 0.5 * Math.cos(angle));

        assertEquals(coulomb, acceleration, 0.1 * coulomb + 0.005);
    }

    /** m (v′ − v) = h (contact force + weight), step by step through a bounce. */
    @Test
    void shouldChangeMomentumByWhatContactsGive() {
        Simulation simulation =
                new Simulation(Bodies.sphereOnFloor(ModelOptions.DEFAULTS, 0.1, 0.3));
        simulation.velocities()[0] = 1;
        double[] wrench = new double[6];
        int touched = 0;
        for (int i = 0; i < 500; i++) {
            double vx = simulation.velocities()[0];
            double vz = simulation.velocities()[2];
            simulation.step();
            simulation.externalWrench(1, wrench, 0);
            assertEquals(0.002 * wrench[3], 2 * (simulation.velocities()[0] - vx), 1e-9);
            assertEquals(0.002 * (wrench[5] - 2 * G), 2 * (simulation.velocities()[2] - vz), 1e-9);
            touched += wrench[5] > 0 ? 1 : 0;
        }
        assertTrue(touched > 50, touched + " steps in contact");
    }

    /**
     * Stokes: a sphere of density and moment of a box with half sides r √0.6 falls at m g / 6πβr.
     */
    @Test
    void shouldSinkAtTheSpeedThatViscosityAllows() {
        ModelOptions honey = ModelOptions.DEFAULTS.withMedium(0, 10);
        Simulation simulation =
                new Simulation(
                        new ModelBuilder(honey)
                                .body(
                                        BodySpec.named("ball")
                                                .joint(JointSpec.free("root"))
                                                .geom(GeomSpec.sphere("ball", 0.1).mass(2)))
                                .build());
        simulation.step(2_000);

        // (3/2m)(I + I − I) with I = 2/5 m r².
        double half = Math.sqrt(0.6) * 0.1;
        assertEquals(-2 * G / (6 * Math.PI * 10 * half), simulation.velocities()[2], 1e-6);
    }

    /** A spring of 100 N/m under 2 kg: the period is 2π √(m/k), its rest m g / k lower. */
    @Test
    void shouldOscillateOnASpring() {
        Simulation simulation =
                new Simulation(
                        new ModelBuilder(Bodies.rungeKutta(0.001))
                                .body(
                                        BodySpec.named("weight")
                                                .joint(
                                                        JointSpec.slide("spring", 0, 0, 1)
                                                                .spring(100, 0))
                                                .geom(GeomSpec.sphere("weight", 0.1).mass(2)))
                                .build());
        double period = 2 * Math.PI * Math.sqrt(2 / 100.0);
        int half = (int) Math.round(period / 2 / 0.001);
        simulation.step(half);
        double t = half * 0.001;
        double rest = -2 * G / 100;

        assertEquals(
                rest * (1 - Math.cos(2 * Math.PI * t / period)), simulation.positions()[0], 1e-9);
    }
}
