package dev.strait.envs.physics;

import java.util.stream.IntStream;

/** Springs and dampers of the joints, and the medium's drag. */
final class PassiveForces {

    /** MuJoCo's qfrc_passive (nv). */
    final double[] force;

    private final Model model;
    private final FluidDrag drag;
    private final int[] springs;

    /**
     * Of a model.
     *
     * @param drag null in a vacuum
     */
    PassiveForces(Model model, FluidDrag drag) {
        this.model = model;
        this.drag = drag;
        force = new double[model.nv];
        springs =
                IntStream.range(0, model.joints)
                        .filter(joint -> model.jointStiffness[joint] != 0)
                        .toArray();
    }

    /** −damping · v − stiffness · (q − q at rest), plus drag. */
    void compute(double[] q, double[] v) {
        for (int dof = 0; dof < model.nv; dof++) {
            force[dof] = -model.dofDamping[dof] * v[dof];
        }
        for (int joint : springs) {
            int at = model.jointPositionStart[joint];
            force[model.jointDofStart[joint]] -=
                    model.jointStiffness[joint] * (q[at] - model.qposSpring[at]);
        }
        if (drag != null) {
            drag.addTo(force);
        }
    }

    /** Energy in the springs, in J. */
    double energy(double[] q) {
        double energy = 0;
        for (int joint : springs) {
            int at = model.jointPositionStart[joint];
            double stretch = q[at] - model.qposSpring[at];
            energy += 0.5 * model.jointStiffness[joint] * stretch * stretch;
        }
        return energy;
    }
}
