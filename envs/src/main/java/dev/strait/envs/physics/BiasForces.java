package dev.strait.envs.physics;

/**
 * Velocities of the bodies, and the forces c(q, v) at the dofs that keep them from accelerating:
 * gravity, Coriolis and centrifugal terms, by the recursive Newton-Euler algorithm with zero
 * accelerations.
 *
 * <p>Source: Featherstone, "Rigid Body Dynamics Algorithms", 2008, section 5.3.
 */
final class BiasForces {

    /** Motions of the bodies about the tree's centre (bodies, 6): MuJoCo's cvel. */
    final double[] velocity;

    /** c (nv): MuJoCo's qfrc_bias. */
    final double[] bias;

    private final Model model;
    private final TreeInertia tree;
    private final double[] acceleration;
    private final double[] force;
    private final double[] jointVelocity = new double[6];
    private final double[] momentum = new double[6];

    BiasForces(Model model, TreeInertia tree) {
        this.model = model;
        this.tree = tree;
        velocity = new double[6 * model.bodies];
        bias = new double[model.nv];
        acceleration = new double[6 * model.bodies];
        force = new double[6 * model.bodies];
        // The world accelerates against gravity, so that everything at rest weighs.
        for (int k = 0; k < 3; k++) {
            acceleration[3 + k] = -model.gravity[k];
        }
    }

    void compute(double[] v) {
        for (int body = 1; body < model.bodies; body++) {
            if (model.bodyWeld[body] != 0) {
                move(body, v);
                Spatial.apply(tree.inertia, 10 * body, velocity, 6 * body, momentum, 0);
                Spatial.apply(tree.inertia, 10 * body, acceleration, 6 * body, force, 6 * body);
                Spatial.addForceCross(velocity, 6 * body, momentum, 0, force, 6 * body);
            }
        }
        for (int body = model.bodies - 1; body > 0; body--) {
            int parent = model.bodyParent[body];
            if (model.bodyWeld[parent] != 0) {
                Spatial.add(force, 6 * body, force, 6 * parent);
            }
        }
        for (int dof = 0; dof < model.nv; dof++) {
            bias[dof] = Spatial.dot(tree.motion, 6 * dof, force, 6 * model.dofBody[dof]);
        }
    }

    private void move(int body, double[] v) {
        int parent = model.bodyParent[body];
        Spatial.copy(velocity, 6 * parent, velocity, 6 * body);
        Spatial.copy(acceleration, 6 * parent, acceleration, 6 * body);
        int first = model.bodyJointStart[body];
        for (int joint = first; joint < first + model.bodyJointCount[body]; joint++) {
            int dof = model.jointDofStart[joint];
            JointType type = model.jointType[joint];
            if (type == JointType.HINGE || type == JointType.SLIDE) {
                Spatial.scale(v[dof], tree.motion, 6 * dof, jointVelocity, 0);
            } else {
                if (type == JointType.FREE) {
                    translate(body, dof, v);
                    dof += 3;
                }
                turnFreely(dof, v);
            }
            Spatial.addMotionCross(velocity, 6 * body, jointVelocity, 0, acceleration, 6 * body);
            Spatial.add(jointVelocity, 0, velocity, 6 * body);
        }
    }

    /** Along directions that stay. */
    private void translate(int body, int dof, double[] v) {
        for (int k = 0; k < 3; k++) {
            velocity[6 * body + 3 + k] += v[dof + k];
        }
    }

    /** Three turns at once: the changes of all three axes are with the velocity before them. */
    private void turnFreely(int dof, double[] v) {
        Spatial.scale(v[dof], tree.motion, 6 * dof, jointVelocity, 0);
        for (int k = 1; k < 3; k++) {
            Spatial.addScaled(v[dof + k], tree.motion, 6 * (dof + k), jointVelocity, 0);
        }
    }
}
