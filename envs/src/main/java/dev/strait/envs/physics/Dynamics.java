package dev.strait.envs.physics;

/**
 * One evaluation: from positions, velocities and inputs to the acceleration, in the order of the
 * equations. Its parts keep what they computed until the next evaluation.
 */
final class Dynamics {

    final Kinematics kinematics;
    final TreeInertia tree;
    final MassMatrix mass;
    final GeomPlacement geoms;
    final Collision collision;
    final BiasForces bias;
    final PassiveForces passive;
    final Actuation actuation;
    final ConstraintRows rows;
    final NewtonSolver solver;

    /** Applied, passive and actuator forces less the bias (nv): all but the constraints'. */
    final double[] smoothForce;

    private final Model model;
    private final JointLimits limits;
    private final ContactRows contactRows;
    private boolean solved;

    Dynamics(Model model) {
        this.model = model;
        kinematics = new Kinematics(model);
        tree = new TreeInertia(model, kinematics);
        mass = new MassMatrix(model, tree);
        geoms = new GeomPlacement(model, kinematics);
        collision = new Collision(model, geoms);
        bias = new BiasForces(model, tree);
        passive = new PassiveForces(model, FluidDrag.of(model, kinematics, tree, bias));
        actuation = new Actuation(model);
        rows = new ConstraintRows(mass.matrix, model.nv);
        limits = new JointLimits(model, mass.matrix);
        contactRows = new ContactRows(model, tree, mass.matrix);
        solver = new NewtonSolver(mass.matrix, rows, model.nv);
        smoothForce = new double[model.nv];
        // Of an evaluation that has not been: zeros.
        solved = true;
    }

    /** All of it; the result is {@link #acceleration}. */
    void evaluate(double[] q, double[] v, double[] controls, double[] applied) {
        evaluateForces(q, v, controls, applied);
        accelerate(mass.matrix);
    }

    /** Everything up to the problem that the acceleration solves. */
    void evaluateForces(double[] q, double[] v, double[] controls, double[] applied) {
        solved = false;
        kinematics.compute(q);
        tree.compute();
        mass.compute();
        geoms.compute();
        collision.compute();
        bias.compute(v);
        passive.compute(q, v);
        actuation.compute(q, v, controls);
        for (int i = 0; i < model.nv; i++) {
            smoothForce[i] = applied[i] + passive.force[i] + actuation.force[i] - bias.bias[i];
        }
        rows.clear();
        limits.addTo(rows, q, v);
        contactRows.addTo(rows, collision.contacts, v);
    }

    /**
     * Solves for the acceleration.
     *
     * @param system the mass matrix, or what stands for it
     */
    void accelerate(TreeMatrix system) {
        solved = true;
        solver.solve(system, smoothForce);
    }

    /** Solves for the acceleration under the mass matrix, from a guess at it (nv). */
    void accelerateFrom(double[] guess) {
        solved = true;
        solver.solveFrom(guess, mass.matrix, smoothForce);
    }

    /** The same, where M · guess less {@link #smoothForce} is known (nv). */
    void accelerateFrom(double[] guess, double[] imbalance) {
        solved = true;
        solver.solveFrom(guess, imbalance, mass.matrix);
    }

    /** The acceleration of the last evaluation (nv), solved for if that was left out. */
    double[] acceleration() {
        if (!solved) {
            accelerate(mass.matrix);
        }
        return solver.acceleration;
    }
}
