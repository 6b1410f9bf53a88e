package dev.strait.envs.physics;

/** Moves the state by one timestep. */
interface Stepper {

    void step();

    /** Evaluates the state without moving it. */
    void evaluate();

    /** The one of an integrator. */
    static Stepper of(Model model, State state, Dynamics dynamics, PdTorques pd) {
        return switch (model.options().integrator()) {
            case EULER -> new EulerStepper(model, state, dynamics);
            case RK4 -> new RungeKuttaStepper(model, state, dynamics);
            case IMPLICIT_PD -> new ImplicitPdStepper(model, state, dynamics, pd);
        };
    }
}
