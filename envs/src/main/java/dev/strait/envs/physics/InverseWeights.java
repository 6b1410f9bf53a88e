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
    private final ReferencePose pose;
    private final double[][] inverse;

    InverseWeights(Model model) {
        this.model = model;
        pose = new ReferencePose(model);
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
        double[][] jacobian = pose.jacobian(body);
        double[] moments = {
            model.bodyInertia[3 * body],
            model.bodyInertia[3 * body + 1],
            model.bodyInertia[3 * body + 2]
        };
        double[] tensor = BodyInertia.tensor(pose.inertialAxes(body), moments);
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
        double[][] jacobian = pose.jacobian(body);
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
