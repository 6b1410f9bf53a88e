package dev.strait.envs.physics;

import java.util.Arrays;

/**
 * Semi-implicit Euler: v ← v + h a, then q ← q ⊕ h v with the new v.
 *
 * <p>With damping in any joint, v ← v + h (M + h·damping)⁻¹ M a, where a is the acceleration under
 * the damping of the old velocity: implicit in the update alone, not in the constraints.
 */
final class EulerStepper implements Stepper {

    private final Model model;
    private final State state;
    private final Dynamics dynamics;
    private final boolean damped;
    private final TreeMatrix implicit;
    private final double[] change;
    private final double[] imbalance;

    EulerStepper(Model model, State state, Dynamics dynamics) {
        this.model = model;
        this.state = state;
        this.dynamics = dynamics;
        damped = Arrays.stream(model.dofDamping).anyMatch(d -> d != 0);
        implicit = dynamics.mass.matrix.sameShape();
        change = new double[model.nv];
        imbalance = new double[model.nv];
    }

    @Override
    public void step() {
        State s = state;
        dynamics.evaluateForces(s.q, s.v, s.controls, s.applied);
        double h = model.timestep;
        double[] a = damped ? dampedAcceleration() : dynamics.acceleration();
        for (int i = 0; i < model.nv; i++) {
            state.v[i] += h * a[i];
        }
        state.move(state.q, state.v, h, state.q);
        state.time += h;
    }

    private double[] dampedAcceleration() {
        implicit.copyFrom(dynamics.mass.matrix);
        for (int i = 0; i < model.nv; i++) {
            implicit.addToDiagonal(i, model.timestep * model.dofDamping[i]);
            change[i] = dynamics.smoothForce[i];
        }
        implicit.factoriseAndSolve(change);
        if (dynamics.rows.count == 0) {
            // The undamped acceleration is not needed, unless someone asks for it.
            dynamics.solver.begin();
            return change;
        }
        // (M + h·damping) a = τ, so M a − τ is:
        for (int i = 0; i < model.nv; i++) {
            imbalance[i] = -model.timestep * model.dofDamping[i] * change[i];
        }
        dynamics.accelerateFrom(change, imbalance);
        for (int i = 0; i < model.nv; i++) {
            // M a is the sum of all forces.
            change[i] = dynamics.smoothForce[i] + dynamics.solver.constraintForce[i];
        }
        implicit.solve(change);
        return change;
    }

    @Override
    public void evaluate() {
        dynamics.evaluate(state.q, state.v, state.controls, state.applied);
    }
}
