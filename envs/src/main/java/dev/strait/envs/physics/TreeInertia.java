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

    /** b of every body (bodies). */
    private final double[] round;

    /** c and e of every body (bodies, 2). */
    private final double[] excess;

    /** u and w of every body in body axes (bodies, 2, 3). */
    private final double[] axis;

    private final double[] turned = new double[3];
    private final double inverseMass;

    TreeInertia(Model model, Kinematics kinematics) {
        this.model = model;
        this.kinematics = kinematics;
        inertia = new double[10 * model.bodies];
        motion = new double[6 * model.nv];
        round = new double[model.bodies];
        excess = new double[2 * model.bodies];
        axis = new double[6 * model.bodies];
        double mass = 0;
        for (int body = 1; body < model.bodies; body++) {
            localInertia(body);
            mass += model.bodyWeld[body] == 0 ? 0 : model.bodyMass[body];
        }
        inverseMass = mass > 0 ? 1 / mass : 0;
    }

    /** About its centre of mass, a body's inertia is b 1 + c u uᵀ + e w wᵀ. */
    private void localInertia(int body) {
        double[] axes = new double[9];
        Rotation.toMatrix(model.bodyIquat, 4 * body, axes, 0);
        double[] moment = model.bodyInertia;
        // A capsule has its first two moments alike: a single axis remains.
        int base = moment[3 * body] == moment[3 * body + 1] ? 0 : 2;
        round[body] = moment[3 * body + base];
        for (int i = 0; i < 2; i++) {
            int k = i == 0 ? 2 - base : 1;
            excess[2 * body + i] = moment[3 * body + k] - round[body];
            for (int row = 0; row < 3; row++) {
                axis[6 * body + 3 * i + row] = axes[3 * row + k];
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
        double b = round[body];
        double c = excess[2 * body];
        Rotation.apply(kinematics.rotation, 9 * body, axis, 6 * body, turned, 0);
        double ux = turned[0];
        double uy = turned[1];
        double uz = turned[2];
        double mass = model.bodyMass[body];
        double x = kinematics.massCentre[3 * body] - centre[0];
        double y = kinematics.massCentre[3 * body + 1] - centre[1];
        double z = kinematics.massCentre[3 * body + 2] - centre[2];
        int o = 10 * body;
        inertia[o] = b + c * ux * ux + mass * (y * y + z * z);
        inertia[o + 1] = b + c * uy * uy + mass * (x * x + z * z);
        inertia[o + 2] = b + c * uz * uz + mass * (x * x + y * y);
        inertia[o + 3] = c * ux * uy - mass * x * y;
        inertia[o + 4] = c * ux * uz - mass * x * z;
        inertia[o + 5] = c * uy * uz - mass * y * z;
        inertia[o + 6] = mass * x;
        inertia[o + 7] = mass * y;
        inertia[o + 8] = mass * z;
        inertia[o + 9] = mass;
        if (excess[2 * body + 1] != 0) {
            addSecondAxis(body);
        }
    }

    private void addSecondAxis(int body) {
        Rotation.apply(kinematics.rotation, 9 * body, axis, 6 * body + 3, turned, 0);
        double e = excess[2 * body + 1];
        int o = 10 * body;
        for (int i = 0; i < 3; i++) {
            inertia[o + i] += e * turned[i] * turned[i];
        }
        inertia[o + 3] += e * turned[0] * turned[1];
        inertia[o + 4] += e * turned[0] * turned[2];
        inertia[o + 5] += e * turned[1] * turned[2];
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
