package dev.strait.envs.physics;

import java.util.Arrays;

/**
 * What actuators do to the dofs. A motor's force is its control, held to its range; a position
 * servo's is kp (u − g q) − kv g v. Times the gear g it acts on the joint.
 */
final class Actuation {

    /** MuJoCo's qfrc_actuator (nv). */
    final double[] force;

    private final Model model;

    Actuation(Model model) {
        this.model = model;
        force = new double[model.nv];
    }

    void compute(double[] q, double[] v, double[] controls) {
        Arrays.fill(force, 0);
        for (int i = 0; i < model.nu; i++) {
            int joint = model.actuatorJoint[i];
            double gear = model.actuatorGear[i];
            double control = controls[i];
            if (model.actuatorCtrlLimited[i]) {
                control = held(control, model.actuatorCtrlRange, i);
            }
            int dof = model.jointDofStart[joint];
            double kp = model.actuatorKp[i];
            double acting =
                    kp == 0
                            ? control
                            : kp * (control - gear * q[model.jointPositionStart[joint]])
                                    - model.actuatorKv[i] * gear * v[dof];
            if (model.actuatorForceLimited[i]) {
                acting = held(acting, model.actuatorForceRange, i);
            }
            force[dof] += gear * acting;
        }
    }

    private static double held(double value, double[] range, int i) {
        return Math.max(range[2 * i], Math.min(range[2 * i + 1], value));
    }
}
