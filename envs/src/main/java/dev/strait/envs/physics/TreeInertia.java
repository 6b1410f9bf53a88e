package dev.strait.envs.physics;

/**
 * Masses in motion about one point: the centre of mass of all moving bodies, every body's inertia
 * about it, and the motion S that each dof gives to what hangs from it, written about it.
 */
final class TreeInertia {

    /** Centre of mass of the moving bodies (3): the point all spatial vectors are about. */
    final double[] centre = new double[3];

    /** Spatial inertias (bodies, 10): MuJoCo's cinert. */
    final double[] inertia;

    /** Motions of the dofs (nv, 6): MuJoCo's cdof. */
    final double[] motion;

    private final Model model;
    private final Kinematics kinematics;

    /** Inertia of every body about its centre of mass in body axes (bodies, 9). */
    private final double[] local;

    private final double[] half = new double[9];
    private final double inverseMass;

    TreeInertia(Model model, Kinematics kinematics) {
        this.model = model;
        this.kinematics = kinematics;
        inertia = new double[10 * model.bodies];
        motion = new double[6 * model.nv];
        local = new double[9 * model.bodies];
        double mass = 0;
        for (int body = 1; body < model.bodies; body++) {
            localInertia(body);
            mass += model.bodyWeld[body] == 0 ? 0 : model.bodyMass[body];
        }
        inverseMass = mass > 0 ? 1 / mass : 0;
    }

    private void localInertia(int body) {
        double[] axes = new double[9];
        Rotation.toMatrix(model.bodyIquat, 4 * body, axes, 0);
        for (int row = 0; row < 3; row++) {
            for (int column = 0; column < 3; column++) {
                for (int k = 0; k < 3; k++) {
                    local[9 * body + 3 * row + column] +=
                            axes[3 * row + k]
                                    * model.bodyInertia[3 * body + k]
                                    * axes[3 * column + k];
                }
            }
        }
    }

    void compute() {
        centre();
        for (int body = 1; body < model.bodies; body++) {
            if (model.bodyWeld[body] != 0) {
                inertia(body);
            }
        }
        for (int joint = 0; joint < model.joints; joint++) {
            motions(joint);
        }
    }

    private void centre() {
        double x = 0;
        double y = 0;
        double z = 0;
        for (int body = 1; body < model.bodies; body++) {
            if (model.bodyWeld[body] != 0) {
                double mass = model.bodyMass[body];
                x += mass * kinematics.massCentre[3 * body];
                y += mass * kinematics.massCentre[3 * body + 1];
                z += mass * kinematics.massCentre[3 * body + 2];
            }
        }
        centre[0] = x * inverseMass;
        centre[1] = y * inverseMass;
        centre[2] = z * inverseMass;
    }

    /** R I Rᵀ + m(|d|² 1 − d dᵀ), with d from the centre to the body's own. */
    private void inertia(int body) {
        double[] r = kinematics.rotation;
        int at = 9 * body;
        Rotation.product(r, at, local, at, half, 0);
        double mass = model.bodyMass[body];
        double x = kinematics.massCentre[3 * body] - centre[0];
        double y = kinematics.massCentre[3 * body + 1] - centre[1];
        double z = kinematics.massCentre[3 * body + 2] - centre[2];
        int o = 10 * body;
        inertia[o] = row(0, r, at) + mass * (y * y + z * z);
        inertia[o + 1] = row(3, r, at + 3) + mass * (x * x + z * z);
        inertia[o + 2] = row(6, r, at + 6) + mass * (x * x + y * y);
        inertia[o + 3] = row(0, r, at + 3) - mass * x * y;
        inertia[o + 4] = row(0, r, at + 6) - mass * x * z;
        inertia[o + 5] = row(3, r, at + 6) - mass * y * z;
        inertia[o + 6] = mass * x;
        inertia[o + 7] = mass * y;
        inertia[o + 8] = mass * z;
        inertia[o + 9] = mass;
    }

    private double row(int i, double[] r, int j) {
        return half[i] * r[j] + half[i + 1] * r[j + 1] + half[i + 2] * r[j + 2];
    }

    private void motions(int joint) {
        int dof = 6 * model.jointDofStart[joint];
        int body = model.jointBody[joint];
        JointType type = model.jointType[joint];
        if (type == JointType.HINGE) {
            turn(
                    joint,
                    kinematics.axis[3 * joint],
                    kinematics.axis[3 * joint + 1],
                    kinematics.axis[3 * joint + 2],
                    dof);
        } else if (type == JointType.SLIDE) {
            System.arraycopy(kinematics.axis, 3 * joint, motion, dof + 3, 3);
        } else if (type == JointType.BALL) {
            turns(joint, body, dof);
        } else {
            motion[dof + 3] = 1;
            motion[dof + 6 + 4] = 1;
            motion[dof + 12 + 5] = 1;
            turns(joint, body, dof + 18);
        }
    }

    /** Three turns about the axes of the moved body. */
    private void turns(int joint, int body, int dof) {
        double[] r = kinematics.rotation;
        for (int k = 0; k < 3; k++) {
            int column = 9 * body + k;
            turn(joint, r[column], r[column + 3], r[column + 6], dof + 6 * k);
        }
    }

    /** (a; a × (centre − anchor)). */
    private void turn(int joint, double ax, double ay, double az, int dof) {
        double x = centre[0] - kinematics.anchor[3 * joint];
        double y = centre[1] - kinematics.anchor[3 * joint + 1];
        double z = centre[2] - kinematics.anchor[3 * joint + 2];
        motion[dof] = ax;
        motion[dof + 1] = ay;
        motion[dof + 2] = az;
        motion[dof + 3] = ay * z - az * y;
        motion[dof + 4] = az * x - ax * z;
        motion[dof + 5] = ax * y - ay * x;
    }
}
