package dev.strait.envs.physics;

/**
 * The classical Runge-Kutta method of order 4 on (q, v). Positions of a stage move with the
 * velocities of the stage before it; contacts and constraints are found anew in every stage. Where
 * the solver starts is the acceleration of the stage before it, in the first that without
 * constraints: nothing is carried over from the step before.
 */
final class RungeKuttaStepper implements Stepper {

    private static final double[] WEIGHT = {1.0 / 6, 1.0 / 3, 1.0 / 3, 1.0 / 6};
    private static final double[] REACH = {0.5, 0.5, 1};

    private final Model model;
    private final State state;
    private final Dynamics dynamics;
    private final double[] stageQ;
    private final double[] stageV;
    private final double[] meanVelocity;
    private final double[] meanAcceleration;

    RungeKuttaStepper(Model model, State state, Dynamics dynamics) {
        this.model = model;
        this.state = state;
        this.dynamics = dynamics;
        stageQ = new double[model.nq];
        stageV = new double[model.nv];
        meanVelocity = new double[model.nv];
        meanAcceleration = new double[model.nv];
    }

    @Override
    public void step() {
        double h = model.timestep;
        double[] a = dynamics.acceleration();
        evaluate();
        for (int i = 0; i < model.nv; i++) {
            stageV[i] = state.v[i];
            meanVelocity[i] = WEIGHT[0] * state.v[i];
            meanAcceleration[i] = WEIGHT[0] * a[i];
        }
        for (int stage = 1; stage < 4; stage++) {
            double reach = REACH[stage - 1] * h;
            state.move(state.q, stageV, reach, stageQ);
            for (int i = 0; i < model.nv; i++) {
                stageV[i] = state.v[i] + reach * a[i];
            }
            dynamics.evaluateForces(stageQ, stageV, state.controls, state.applied);
            dynamics.accelerateFrom(a);
            for (int i = 0; i < model.nv; i++) {
                meanVelocity[i] += WEIGHT[stage] * stageV[i];
                meanAcceleration[i] += WEIGHT[stage] * a[i];
            }
        }
        for (int i = 0; i < model.nv; i++) {
            state.v[i] += h * meanAcceleration[i];
        }
        state.move(state.q, meanVelocity, h, state.q);
        state.time += h;
    }

    @Override
    public void evaluate() {
        dynamics.evaluate(state.q, state.v, state.controls, state.applied);
    }
}
