package dev.strait.envs.physics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.strait.envs.Pcg64;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One evaluation against itself: its parts are derivatives and inverses of each other. */
class EvaluationTest {

    private static final double STEP = 1e-6;

    private final Pcg64 random = new Pcg64(11);

    private static Model model(String name) {
        return name.equals("mixed") ? Bodies.mixed().model() : Bodies.locomotion(name);
    }

    /** A state off the beaten track, with velocities of about 1. */
    private State scattered(Model model) {
        State state = new State(model);
        System.arraycopy(model.qpos0, 0, state.q, 0, model.nq);
        double[] push = new double[model.nv];
        for (int i = 0; i < model.nv; i++) {
            push[i] = random.nextDouble(-0.4, 0.4);
            state.v[i] = random.nextDouble(-1, 1);
        }
        state.move(state.q, push, 1, state.q);
        return state;
    }

    private static void evaluate(Dynamics dynamics, State state) {
        dynamics.evaluate(state.q, state.v, state.controls, state.applied);
    }

    /**
     * Composite inertias against the recursion of velocities: M_ij is half of what the kinetic
     * energy of bodies moved by i and j together has over that of each alone.
     */
    @ParameterizedTest
    @ValueSource(strings = {"hopper", "humanoid", "mixed"})
    void shouldFindTheMassMatrixThatTheKineticEnergyHas(String name) {
        Model model = model(name);
        Dynamics dynamics = new Dynamics(model);
        State state = scattered(model);
        evaluate(dynamics, state);
        double[][] matrix = new double[model.nv][model.nv];
        TreeMatrix mass = dynamics.mass.matrix;
        for (int i = 0; i < model.nv; i++) {
            for (int at = mass.rowStart[i]; at < mass.rowStart[i + 1]; at++) {
                matrix[i][mass.column[at]] = mass.values[at];
            }
        }
        for (int i = 0; i < model.nv; i++) {
            for (int j = 0; j <= i; j++) {
                double[] both = new double[model.nv];
                both[i] += 1;
                both[j] += 1;
                double[] first = new double[model.nv];
                first[i] = 1;
                double[] second = new double[model.nv];
                second[j] = 1;
                double expected =
                        energy(dynamics, both) - energy(dynamics, first) - energy(dynamics, second);
                double armature = i == j ? model.dofArmature[i] : 0;
                assertEquals(expected + armature, matrix[i][j], 1e-10, i + ", " + j);
            }
        }
    }

    private static double energy(Dynamics dynamics, double[] v) {
        dynamics.bias.compute(v);
        double energy = 0;
        double[] momentum = new double[6];
        for (int body = 1; 6 * body < dynamics.bias.velocity.length; body++) {
            Spatial.apply(
                    dynamics.tree.inertia,
                    10 * body,
                    dynamics.bias.velocity,
                    6 * body,
                    momentum,
                    0);
            energy += 0.5 * Spatial.dot(dynamics.bias.velocity, 6 * body, momentum, 0);
        }
        return energy;
    }

    /** c(q, v) = Ṁ v − ∂(½ vᵀ M v)/∂q + ∂U/∂q, by central differences; q are coordinates here. */
    @ParameterizedTest
    @ValueSource(strings = {"hopper", "walker2d", "half_cheetah", "reacher", "swimmer"})
    void shouldFindTheBiasThatLagrangesEquationsHave(String name) {
        Model model = model(name);
        Dynamics dynamics = new Dynamics(model);
        Momentum momentum = new Momentum(model, dynamics);
        State state = scattered(model);
        evaluate(dynamics, state);
        double[] bias = dynamics.bias.bias.clone();
        double[] v = state.v.clone();
        double[] lagrange = new double[model.nv];
        double[] up = new double[model.nv];
        double[] down = new double[model.nv];
        double[] origin = state.q.clone();

        state.move(origin, v, STEP, state.q);
        evaluate(dynamics, state);
        dynamics.mass.matrix.multiply(v, up);
        state.move(origin, v, -STEP, state.q);
        evaluate(dynamics, state);
        dynamics.mass.matrix.multiply(v, down);
        for (int i = 0; i < model.nv; i++) {
            lagrange[i] = (up[i] - down[i]) / (2 * STEP);
            System.arraycopy(origin, 0, state.q, 0, model.nq);
            state.q[i] = origin[i] + STEP;
            evaluate(dynamics, state);
            double above = momentum.kineticEnergy(v) - potential(dynamics, momentum, state);
            state.q[i] = origin[i] - STEP;
            evaluate(dynamics, state);
            double below = momentum.kineticEnergy(v) - potential(dynamics, momentum, state);
            lagrange[i] -= (above - below) / (2 * STEP);
        }
        for (int i = 0; i < model.nv; i++) {
            assertEquals(lagrange[i], bias[i], 1e-6 * (1 + Math.abs(bias[i])), "dof " + i);
        }
    }

    /** Of gravity alone: springs are not in the bias. */
    private static double potential(Dynamics dynamics, Momentum momentum, State state) {
        return momentum.potentialEnergy(state.q) - dynamics.passive.energy(state.q);
    }

    /** J v is the velocity of a point, seen by moving it. */
    @ParameterizedTest
    @ValueSource(strings = {"hopper", "humanoid", "mixed"})
    void shouldFindTheJacobianThatPositionsHave(String name) {
        Model model = model(name);
        Simulation simulation = new Simulation(model);
        State state = scattered(model);
        int body = model.bodies - 1;
        double[] jacobian = new double[3 * model.nv];
        double[] point = new double[3];
        double[] above = new double[3];
        double[] below = new double[3];
        double[] unit = new double[model.nv];
        System.arraycopy(state.q, 0, simulation.positions(), 0, model.nq);
        simulation.forward();
        simulation.bodyCentreOfMass(body, point, 0);
        simulation.jacobian(body, point, jacobian);

        for (int i = 0; i < model.nv; i++) {
            Arrays.fill(unit, 0);
            unit[i] = 1;
            state.move(state.q, unit, STEP, simulation.positions());
            simulation.forward();
            simulation.bodyCentreOfMass(body, above, 0);
            state.move(state.q, unit, -STEP, simulation.positions());
            simulation.forward();
            simulation.bodyCentreOfMass(body, below, 0);
            for (int k = 0; k < 3; k++) {
                double moved = (above[k] - below[k]) / (2 * STEP);
                assertEquals(moved, jacobian[k * model.nv + i], 1e-8, i + ", " + k);
            }
        }
    }

    /** The velocity of a body that is told is the Jacobian's. */
    @ParameterizedTest
    @ValueSource(strings = {"humanoid", "mixed"})
    void shouldTellVelocitiesAsTheJacobianDoes(String name) {
        Model model = model(name);
        Simulation simulation = new Simulation(model);
        State state = scattered(model);
        System.arraycopy(state.q, 0, simulation.positions(), 0, model.nq);
        System.arraycopy(state.v, 0, simulation.velocities(), 0, model.nv);
        simulation.forward();
        double[] velocity = new double[6];
        double[] point = new double[3];
        double[] linear = new double[3 * model.nv];
        double[] angular = new double[3 * model.nv];
        for (int body = 1; body < model.bodies; body++) {
            simulation.bodyVelocity(body, velocity, 0);
            simulation.bodyPosition(body, point, 0);
            simulation.jacobian(body, point, linear);
            simulation.rotationJacobian(body, angular);
            for (int k = 0; k < 3; k++) {
                double turning = 0;
                double moving = 0;
                for (int i = 0; i < model.nv; i++) {
                    turning += angular[k * model.nv + i] * state.v[i];
                    moving += linear[k * model.nv + i] * state.v[i];
                }
                assertEquals(turning, velocity[k], 1e-12);
                assertEquals(moving, velocity[3 + k], 1e-12);
            }
        }
    }

    /**
     * At the minimum M a − τ = Jᵀ f, f ≥ 0, and only rows with J a below their reference push, by D
     * times what is missing.
     */
    @ParameterizedTest
    @ValueSource(strings = {"hopper", "half_cheetah", "humanoid", "ant", "mixed"})
    void shouldSolveTheConstraintProblem(String name) {
        Model model = model(name);
        Dynamics dynamics = new Dynamics(model);
        Simulation simulation = new Simulation(model);
        double[] product = new double[model.nv];
        int pushing = 0;
        for (int step = 0; step < 400; step++) {
            for (int i = 0; i < model.nu; i++) {
                simulation.controls()[i] = random.nextDouble(-1, 1);
            }
            simulation.step();
            dynamics.evaluate(
                    simulation.positions(),
                    simulation.velocities(),
                    simulation.controls(),
                    simulation.appliedForces());
            double[] a = dynamics.acceleration();
            dynamics.mass.matrix.multiply(a, product);
            double scale = 1;
            double[] force = new double[model.nv];
            ConstraintRows rows = dynamics.rows;
            for (int row = 0; row < rows.count; row++) {
                double residual = rows.dot(row, a) - rows.reference[row];
                double wanted = Math.max(0, -rows.weight[row] * residual);
                assertTrue(rows.force[row] >= 0);
                assertEquals(wanted, rows.force[row], 1e-8 * (1 + wanted));
                rows.addTransposed(row, rows.force[row], force);
                pushing += rows.force[row] > 0 ? 1 : 0;
            }
            for (int i = 0; i < model.nv; i++) {
                scale = Math.max(scale, Math.abs(product[i]));
            }
            for (int i = 0; i < model.nv; i++) {
                assertEquals(0, product[i] - dynamics.smoothForce[i] - force[i], 1e-10 * scale);
            }
        }
        assertTrue(pushing > 50, pushing + " pushing rows in " + name);
    }

    /** The problem is strictly convex: where the search starts changes rounding alone. */
    @ParameterizedTest
    @ValueSource(strings = {"hopper", "half_cheetah", "humanoid", "ant", "mixed"})
    void shouldFindTheSameAccelerationFromAnyGuess(String name) {
        Model model = model(name);
        Dynamics dynamics = new Dynamics(model);
        Simulation simulation = new Simulation(model);
        int constrained = 0;
        for (int step = 0; step < 200; step++) {
            simulation.step();
            dynamics.evaluate(
                    simulation.positions(),
                    simulation.velocities(),
                    simulation.controls(),
                    simulation.appliedForces());
            double[] expected = dynamics.acceleration().clone();
            double[] force = dynamics.solver.constraintForce.clone();
            double[] guess = Arrays.stream(expected).map(a -> far(a)).toArray();
            dynamics.accelerateFrom(guess);
            assertClose(expected, dynamics.acceleration());
            assertClose(force, dynamics.solver.constraintForce);
            constrained += dynamics.rows.count > 0 ? 1 : 0;
        }
        assertTrue(constrained > 20, constrained + " steps with constraints in " + name);
    }

    private double far(double value) {
        return value * random.nextDouble(-2, 2) + random.nextDouble(-10, 10);
    }

    private static void assertClose(double[] expected, double[] found) {
        double scale = Arrays.stream(expected).map(Math::abs).max().orElse(0) + 1;
        assertArrayEquals(expected, found, 1e-9 * scale);
    }
}
