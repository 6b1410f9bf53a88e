package dev.strait.envs.physics;

/**
 * Drag of a medium at rest on every body, taken as the box that has the body's mass and moments of
 * inertia. With half sides r_i = √(3 (I_j + I_k − I_i) / 2m) and their mean r, in the frame of the
 * box:
 *
 * <p>force_i = −6π β r v_i − 2ρ r_j r_k |v_i| v_i, torque_i = −8π β r³ ω_i − ½ρ r_i (r_j⁴ + r_k⁴)
 * |ω_i| ω_i, with density ρ and viscosity β.
 *
 * <p>Source: MuJoCo documentation, "Fluid forces", inertia model.
 */
final class FluidDrag {

    private final Model model;
    private final Kinematics kinematics;
    private final TreeInertia tree;
    private final BiasForces motion;
    private final double density;
    private final double viscosity;

    /** Half sides of the boxes (bodies, 3). */
    private final double[] half;

    private final double[] quaternion = new double[4];
    private final double[] axes = new double[9];
    private final double[] velocity = new double[3];
    private final double[] boxVelocity = new double[3];
    private final double[] boxTurn = new double[3];
    private final double[] wrench = new double[6];

    private FluidDrag(Model model, Kinematics kinematics, TreeInertia tree, BiasForces motion) {
        this.model = model;
        this.kinematics = kinematics;
        this.tree = tree;
        this.motion = motion;
        density = model.options().density();
        viscosity = model.options().viscosity();
        half = new double[3 * model.bodies];
        for (int body = 0; body < model.bodies; body++) {
            for (int i = 0; i < 3 && model.bodyMass[body] > 0; i++) {
                double own = model.bodyInertia[3 * body + i];
                double first = model.bodyInertia[3 * body + (i + 1) % 3];
                double second = model.bodyInertia[3 * body + (i + 2) % 3];
                double square = 1.5 * (first + second - own) / model.bodyMass[body];
                half[3 * body + i] = Math.sqrt(Math.max(0, square));
            }
        }
    }

    /** The drag of the model's medium, or null in a vacuum. */
    static FluidDrag of(Model model, Kinematics kinematics, TreeInertia tree, BiasForces motion) {
        boolean vacuum = model.options().density() == 0 && model.options().viscosity() == 0;
        return vacuum ? null : new FluidDrag(model, kinematics, tree, motion);
    }

    /** Adds to forces on the dofs; velocities must have been computed. */
    void addTo(double[] force) {
        for (int body = 1; body < model.bodies; body++) {
            if (model.bodyWeld[body] != 0 && model.bodyMass[body] > 0) {
                drag(body);
                for (int dof = model.bodyLastDof[body]; dof >= 0; dof = model.dofParent[dof]) {
                    force[dof] += Spatial.dot(tree.motion, 6 * dof, wrench, 0);
                }
            }
        }
    }

    /** The wrench on a body about the tree's centre. */
    private void drag(int body) {
        Rotation.multiply(
                kinematics.quaternion, 4 * body, model.bodyIquat, 4 * body, quaternion, 0);
        Rotation.toMatrix(quaternion, 0, axes, 0);
        Spatial.velocityAt(
                motion.velocity,
                6 * body,
                kinematics.massCentre,
                3 * body,
                tree.centre,
                velocity,
                0);
        Rotation.applyInverse(axes, 0, velocity, 0, boxVelocity, 0);
        Rotation.applyInverse(axes, 0, motion.velocity, 6 * body, boxTurn, 0);
        double mean = (half[3 * body] + half[3 * body + 1] + half[3 * body + 2]) / 3;
        for (int i = 0; i < 3; i++) {
            double own = half[3 * body + i];
            double first = half[3 * body + (i + 1) % 3];
            double second = half[3 * body + (i + 2) % 3];
            double speed = boxVelocity[i];
            double turn = boxTurn[i];
            boxVelocity[i] =
                    -6 * Math.PI * viscosity * mean * speed
                            - 2 * density * first * second * Math.abs(speed) * speed;
            boxTurn[i] =
                    -8 * Math.PI * viscosity * mean * mean * mean * turn
                            - 0.5
                                    * density
                                    * own
                                    * (power4(first) + power4(second))
                                    * Math.abs(turn)
                                    * turn;
        }
        Rotation.apply(axes, 0, boxTurn, 0, wrench, 0);
        Rotation.apply(axes, 0, boxVelocity, 0, wrench, 3);
        double x = kinematics.massCentre[3 * body] - tree.centre[0];
        double y = kinematics.massCentre[3 * body + 1] - tree.centre[1];
        double z = kinematics.massCentre[3 * body + 2] - tree.centre[2];
        wrench[0] += y * wrench[5] - z * wrench[4];
        wrench[1] += z * wrench[3] - x * wrench[5];
        wrench[2] += x * wrench[4] - y * wrench[3];
    }

    private static double power4(double x) {
        return x * x * x * x;
    }
}
