package dev.strait.envs.physics;

/**
 * Semi-implicit Euler in which damping and PD torques are those of the step's end: M + h·damping +
 * h kd + h² kp stands for M throughout, in the constraints too. Torques beyond their limits are
 * held there and the step is solved once more.
 *
 * <p>Source: Tan, Liu and Turk, "Stable proportional-derivative controllers", IEEE Computer
 * Graphics and Applications 31(4), 2011; the saturation is ours.
 */
final class ImplicitPdStepper implements Stepper {

    private final Model model;
    private final State state;
    private final Dynamics dynamics;
    private final PdTorques pd;
    private final TreeMatrix system;

    ImplicitPdStepper(Model model, State state, Dynamics dynamics, PdTorques pd) {
        this.model = model;
        this.state = state;
        this.dynamics = dynamics;
        this.pd = pd;
        system = dynamics.mass.matrix.sameShape();
    }

    @Override
    public void step() {
        evaluate();
        double h = model.timestep;
        double[] a = dynamics.acceleration();
        for (int i = 0; i < model.nv; i++) {
            state.v[i] += h * a[i];
        }
        state.move(state.q, state.v, h, state.q);
        state.time += h;
    }

    @Override
    public void evaluate() {
        dynamics.evaluateForces(state.q, state.v, state.controls, state.applied);
        system.copyFrom(dynamics.mass.matrix);
        for (int i = 0; i < model.nv; i++) {
            system.addToDiagonal(i, model.timestep * model.dofDamping[i]);
        }
        pd.begin(state.q, state.v, dynamics.smoothForce, system);
        dynamics.accelerate(system);
        if (pd.saturate(dynamics.acceleration(), dynamics.smoothForce, system)) {
            dynamics.accelerate(system);
        }
        pd.end(dynamics.acceleration());
    }
}
