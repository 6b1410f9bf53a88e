package dev.strait.envs.physics;

/**
 * How easily bodies and joints move at the reference pose: what scales the softness of contacts and
 * stops.
 *
 * <p>With M = Σ m Jpᵀ Jp + Jrᵀ I Jr + diag(armature) over the bodies' centres of mass, a body has
 * trace(Jp M⁻¹ Jpᵀ)/3 and trace(Jr M⁻¹ Jrᵀ)/3, a hinge or slide its entry of the diagonal of M⁻¹, a
 * ball the mean of its three, a free joint the means of its translations and of its rotations. A
 * body that only slides along its own axes on the world has 1/m, whatever its armature, as MuJoCo
 * has it.
 */
final class InverseWeights {

    /** Beyond, what resists a joint is rounding. */
    private static final double MOST = 1e9;

    private final Model model;
    private final double[][] position;
    private final Orientation[] rotation;

    /** For each dof its axis, and for rotations the point on it; in the world. */
    private final double[][] axis;

    private final double[][] anchor;
    private final boolean[] turns;

    private final double[][] inverse;

    InverseWeights(Model model) {
        this.model = model;
        position = new double[model.bodies][3];
        rotation = new Orientation[model.bodies];
        axis = new double[model.nv][];
        anchor = new double[model.nv][];
        turns = new boolean[model.nv];
        pose();
        inverse = new SymmetricInverse(massMatrix()).inverse();
    }

    /** Writes both kinds of weights. */
    void into(ModelArrays arrays) {
        for (int body = 1; body < model.bodies; body++) {
            bodyWeight(arrays.bodyInvweight, body);
        }
        for (int joint = 0; joint < model.joints; joint++) {
            jointWeight(arrays.dofInvweight, joint);
        }
        for (int dof = 0; dof < model.nv; dof++) {
            if (!(arrays.dofInvweight[dof] < MOST)) {
                throw new SymmetricInverse.Singular(dof);
            }
        }
    }

    private void pose() {
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

    /** Six rows, translation of the body's centre of mass first, times dofs. */
    private double[][] jacobian(int body) {
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

    private double[][] massMatrix() {
        double[][] mass = new double[model.nv][model.nv];
        for (int dof = 0; dof < model.nv; dof++) {
            mass[dof][dof] = model.dofArmature[dof];
        }
        for (int body = 1; body < model.bodies; body++) {
            addBody(mass, body);
        }
        return mass;
    }

    private void addBody(double[][] mass, int body) {
        double[][] jacobian = jacobian(body);
        double[] moments = {
            model.bodyInertia[3 * body],
            model.bodyInertia[3 * body + 1],
            model.bodyInertia[3 * body + 2]
        };
        double[] tensor =
                BodyInertia.tensor(
                        rotation[body].times(quaternion(model.bodyIquat, body)), moments);
        for (int i = model.bodyLastDof[body]; i >= 0; i = model.dofParent[i]) {
            double[] momentum = new double[6];
            for (int row = 0; row < 3; row++) {
                momentum[row] = model.bodyMass[body] * jacobian[row][i];
                for (int k = 0; k < 3; k++) {
                    momentum[3 + row] += tensor[3 * row + k] * jacobian[3 + k][i];
                }
            }
            for (int j = model.bodyLastDof[body]; j >= 0; j = model.dofParent[j]) {
                for (int row = 0; row < 6; row++) {
                    mass[i][j] += momentum[row] * jacobian[row][j];
                }
            }
        }
    }

    private void bodyWeight(double[] weights, int body) {
        if (model.bodyWeld[body] == 0) {
            return;
        }
        if (slidesSimply(body)) {
            weights[2 * body] = 1 / model.bodyMass[body];
            return;
        }
        double[][] jacobian = jacobian(body);
        weights[2 * body] = mobility(jacobian, 0) / 3;
        weights[2 * body + 1] = mobility(jacobian, 3) / 3;
    }

    /** The trace of J M⁻¹ Jᵀ over three rows. */
    private double mobility(double[][] jacobian, int firstRow) {
        double trace = 0;
        for (int row = firstRow; row < firstRow + 3; row++) {
            for (int i = 0; i < model.nv; i++) {
                for (int j = 0; j < model.nv; j++) {
                    trace += jacobian[row][i] * inverse[i][j] * jacobian[row][j];
                }
            }
        }
        return trace;
    }

    private void jointWeight(double[] weights, int joint) {
        int dof = model.jointDofStart[joint];
        switch (model.jointType[joint]) {
            case FREE -> {
                meanOfThree(weights, dof);
                meanOfThree(weights, dof + 3);
            }
            case BALL -> meanOfThree(weights, dof);
            case SLIDE, HINGE ->
                    weights[dof] =
                            slidesSimply(model.jointBody[joint])
                                    ? 1 / model.bodyMass[model.jointBody[joint]]
                                    : inverse[dof][dof];
        }
    }

    private void meanOfThree(double[] weights, int dof) {
        double mean =
                (inverse[dof][dof] + inverse[dof + 1][dof + 1] + inverse[dof + 2][dof + 2]) / 3;
        weights[dof] = mean;
        weights[dof + 1] = mean;
        weights[dof + 2] = mean;
    }

    /** Whether the body is a leaf on the world that slides along axes of its own frame only. */
    private boolean slidesSimply(int body) {
        boolean simple =
                model.bodyJointCount[body] > 0 && model.bodyWeld[model.bodyParent[body]] == 0;
        for (int other = body + 1; other < model.bodies; other++) {
            simple &= model.bodyParent[other] != body;
        }
        for (int i = 0; i < 3; i++) {
            simple &= model.bodyIpos[3 * body + i] == 0 && model.bodyIquat[4 * body + 1 + i] == 0;
        }
        for (int j = 0; j < model.bodyJointCount[body]; j++) {
            simple &= slidesAlongAnAxis(model.bodyJointStart[body] + j);
        }
        return simple;
    }

    private boolean slidesAlongAnAxis(int joint) {
        int along = 0;
        boolean central = true;
        for (int i = 0; i < 3; i++) {
            along += model.jointAxis[3 * joint + i] == 0 ? 0 : 1;
            central &= model.jointPos[3 * joint + i] == 0;
        }
        return model.jointType[joint] == JointType.SLIDE && along == 1 && central;
    }
}
