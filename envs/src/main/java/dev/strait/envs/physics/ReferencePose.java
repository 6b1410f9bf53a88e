package dev.strait.envs.physics;

/**
 * Where everything is at the reference positions, where no joint has moved its body, and what each
 * dof would move. For the compiler; a step has {@code Kinematics}.
 */
final class ReferencePose {

    private final Model model;
    private final double[][] position;
    private final Orientation[] rotation;

    /** For each dof its axis, and for rotations the point on it; in the world. */
    private final double[][] axis;

    private final double[][] anchor;
    private final boolean[] turns;

    ReferencePose(Model model) {
        this.model = model;
        position = new double[model.bodies][3];
        rotation = new Orientation[model.bodies];
        axis = new double[model.nv][];
        anchor = new double[model.nv][];
        turns = new boolean[model.nv];
        place();
    }

    private void place() {
        rotation[0] = Orientation.NONE;
        for (int body = 1; body < model.bodies; body++) {
            int parent = model.bodyParent[body];
            position[body] = place(parent, model.bodyPos, body);
            rotation[body] = rotation[parent].times(quaternion(model.bodyQuat, body));
            for (int j = 0; j < model.bodyJointCount[body]; j++) {
                joint(body, model.bodyJointStart[body] + j);
            }
        }
    }

    private double[] place(int body, double[] local, int row) {
        double[] moved =
                rotation[body].rotate(local[3 * row], local[3 * row + 1], local[3 * row + 2]);
        for (int i = 0; i < 3; i++) {
            moved[i] += position[body][i];
        }
        return moved;
    }

    private static Orientation quaternion(double[] values, int row) {
        return new Orientation(
                values[4 * row], values[4 * row + 1], values[4 * row + 2], values[4 * row + 3]);
    }

    private void joint(int body, int joint) {
        int dof = model.jointDofStart[joint];
        double[] at = place(body, model.jointPos, joint);
        double[] r = rotation[body].matrix();
        switch (model.jointType[joint]) {
            case FREE -> {
                for (int i = 0; i < 3; i++) {
                    double[] along = new double[3];
                    along[i] = 1;
                    dof(dof + i, false, along, at);
                }
                turnsAbout(dof + 3, r, at);
            }
            case BALL -> turnsAbout(dof, r, at);
            case SLIDE, HINGE ->
                    dof(
                            dof,
                            model.jointType[joint] == JointType.HINGE,
                            rotation[body].rotate(
                                    model.jointAxis[3 * joint],
                                    model.jointAxis[3 * joint + 1],
                                    model.jointAxis[3 * joint + 2]),
                            at);
        }
    }

    private void turnsAbout(int first, double[] r, double[] at) {
        for (int i = 0; i < 3; i++) {
            dof(first + i, true, new double[] {r[i], r[3 + i], r[6 + i]}, at);
        }
    }

    private void dof(int dof, boolean turning, double[] direction, double[] at) {
        turns[dof] = turning;
        axis[dof] = direction;
        anchor[dof] = at;
    }

    /** The principal axes of inertia in the world. */
    Orientation inertialAxes(int body) {
        return rotation[body].times(quaternion(model.bodyIquat, body));
    }

    /** Six rows, translation of the body's centre of mass first, times dofs. */
    double[][] jacobian(int body) {
        double[] centre = place(body, model.bodyIpos, body);
        double[][] jacobian = new double[6][model.nv];
        for (int dof = model.bodyLastDof[body]; dof >= 0; dof = model.dofParent[dof]) {
            double[] a = axis[dof];
            double[] d = {
                centre[0] - anchor[dof][0], centre[1] - anchor[dof][1], centre[2] - anchor[dof][2]
            };
            double[] moves =
                    turns[dof]
                            ? new double[] {
                                a[1] * d[2] - a[2] * d[1],
                                a[2] * d[0] - a[0] * d[2],
                                a[0] * d[1] - a[1] * d[0]
                            }
                            : a;
            for (int i = 0; i < 3; i++) {
                jacobian[i][dof] = moves[i];
                jacobian[3 + i][dof] = turns[dof] ? a[i] : 0;
            }
        }
        return jacobian;
    }
}
