package dev.strait.envs.physics;

import java.util.Arrays;

/** Sums over the moving bodies of an evaluation: momenta and energies. */
final class Momentum {

    private final Model model;
    private final Dynamics dynamics;
    private final double[] total = new double[6];
    private final double[] one = new double[6];
    private final double[] product;

    Momentum(Model model, Dynamics dynamics) {
        this.model = model;
        this.dynamics = dynamics;
        product = new double[model.nv];
    }

    /**
     * Angular momentum about the tree's centre, then the linear one (6); reused by the next call.
     */
    double[] spatial() {
        Arrays.fill(total, 0);
        for (int body = 1; body < model.bodies; body++) {
            Spatial.apply(
                    dynamics.tree.inertia, 10 * body, dynamics.bias.velocity, 6 * body, one, 0);
            Spatial.add(one, 0, total, 0);
        }
        return total;
    }

    /** ½ vᵀ M v. */
    double kineticEnergy(double[] v) {
        dynamics.mass.matrix.multiply(v, product);
        double energy = 0;
        for (int i = 0; i < model.nv; i++) {
            energy += 0.5 * v[i] * product[i];
        }
        return energy;
    }

    /** −Σ m g · x of the centres of mass, plus the springs'. */
    double potentialEnergy(double[] q) {
        double energy = dynamics.passive.energy(q);
        for (int body = 1; body < model.bodies; body++) {
            if (model.bodyWeld[body] != 0) {
                for (int k = 0; k < 3; k++) {
                    energy -=
                            model.bodyMass[body]
                                    * model.gravity[k]
                                    * dynamics.kinematics.massCentre[3 * body + k];
                }
            }
        }
        return energy;
    }
}
