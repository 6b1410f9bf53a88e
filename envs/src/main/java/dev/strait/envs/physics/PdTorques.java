package dev.strait.envs.physics;

import java.util.Arrays;

/**
 * Proportional-derivative torques that pull joints to targets, taken at the end of the step:
 *
 * <p>τ = kp (q* − q − h v − h² a) − kd (v + h a).
 *
 * <p>The part without a is a force; the part with a adds h kd + h² kp to the mass matrix's
 * diagonal. A dof whose torque passes its limit gets the limit as a constant force and adds
 * nothing.
 */
final class PdTorques {

    /** Torques of the last step (nv). */
    final double[] torque;

    private final Model model;

    /** q* (nq). */
    private final double[] target;

    private final double[] force;

    /** h kd + h² kp per dof. */
    private final double[] stiffening;

    private final boolean[] saturated;
    private final double[] error = new double[3];

    PdTorques(Model model) {
        this.model = model;
        target = model.qpos0.clone();
        torque = new double[model.nv];
        force = new double[model.nv];
        stiffening = new double[model.nv];
        saturated = new boolean[model.nv];
        double h = model.timestep;
        for (int i = 0; i < model.nv; i++) {
            int joint = model.dofJoint[i];
            stiffening[i] = h * model.jointPdDamping[joint] + h * h * model.jointPdStiffness[joint];
        }
    }

    void reset() {
        System.arraycopy(model.qpos0, 0, target, 0, model.nq);
        Arrays.fill(torque, 0);
    }

    void target(int joint, double position) {
        target[model.jointPositionStart[joint]] = position;
    }

    void target(int joint, double[] quaternion, int offset) {
        int at = model.jointPositionStart[joint];
        System.arraycopy(quaternion, offset, target, at, 4);
        Rotation.normalise(target, at);
    }

    /** Adds the forces at the step's beginning, and what they add to the matrix. */
    void begin(double[] q, double[] v, double[] smoothForce, TreeMatrix system) {
        Arrays.fill(saturated, false);
        for (int joint = 0; joint < model.joints; joint++) {
            double kp = model.jointPdStiffness[joint];
            double kd = model.jointPdDamping[joint];
            int dof = model.jointDofStart[joint];
            int count = model.jointType[joint].dofs();
            if (kp > 0 || kd > 0) {
                error(joint, q);
                for (int k = 0; k < count; k++) {
                    force[dof + k] = kp * error[k] - (kd + model.timestep * kp) * v[dof + k];
                }
            }
        }
        for (int i = 0; i < model.nv; i++) {
            smoothForce[i] += force[i];
            system.addToDiagonal(i, stiffening[i]);
        }
    }

    private void error(int joint, double[] q) {
        int at = model.jointPositionStart[joint];
        if (model.jointType[joint] == JointType.BALL) {
            Rotation.difference(q, at, target, at, error, 0);
        } else {
            error[0] = target[at] - q[at];
        }
    }

    /** Replaces torques beyond their limits; whether there were any. */
    boolean saturate(double[] acceleration, double[] smoothForce, TreeMatrix system) {
        boolean any = false;
        for (int i = 0; i < model.nv; i++) {
            double limit = model.jointPdLimit[model.dofJoint[i]];
            double reached = force[i] - stiffening[i] * acceleration[i];
            if (Math.abs(reached) > limit) {
                any = true;
                saturated[i] = true;
                double held = Math.copySign(limit, reached);
                smoothForce[i] += held - force[i];
                system.addToDiagonal(i, -stiffening[i]);
                torque[i] = held;
            }
        }
        return any;
    }

    /** Notes the torques that the final acceleration means. */
    void end(double[] acceleration) {
        for (int i = 0; i < model.nv; i++) {
            if (!saturated[i]) {
                torque[i] = force[i] - stiffening[i] * acceleration[i];
            }
        }
    }
}
