package dev.strait.envs.physics;

import java.util.Arrays;

/**
 * One world in motion: the state of a {@link Model} and its steps.
 *
 * <p>The state is exactly time, positions q and velocities v. Restored from {@link #saveState},
 * also into another simulation of the model, steps continue equal to the bit. What is set before a
 * step (controls, applied forces, PD targets) is input, not state: it stays until it is changed.
 *
 * <p>Everything that is read beside the state (places of bodies, contacts, forces, energies)
 * belongs to the <em>last evaluation</em>. After {@link #forward} that is the present state. After
 * a step it is not: it is the state before the last step with {@link Integrator#EULER}, the fourth
 * stage of the last step with {@link Integrator#RK4}, as it is in MuJoCo, where published rewards
 * depend on it.
 *
 * <p>For one thread at a time. No step allocates, but where there are more contacts than ever
 * before.
 */
public final class Simulation {

    private final Model model;
    private final State state;
    private final Dynamics dynamics;
    private final PdTorques pd;
    private final Stepper stepper;
    private final Momentum momentum;
    private final ContactForces contactForces;
    private final double[] column = new double[3];

    /** In the reference pose, at rest, at time 0. */
    public Simulation(Model model) {
        this.model = model;
        state = new State(model);
        dynamics = new Dynamics(model);
        pd = new PdTorques(model);
        stepper = Stepper.of(model, state, dynamics, pd);
        momentum = new Momentum(model, dynamics);
        contactForces = new ContactForces(model, dynamics);
        reset();
    }

    /** What is simulated. */
    public Model model() {
        return model;
    }

    /** Back to the reference pose at rest, time 0, all inputs 0. Evaluates nothing. */
    public void reset() {
        state.time = 0;
        System.arraycopy(model.qpos0, 0, state.q, 0, model.nq);
        Arrays.fill(state.v, 0);
        Arrays.fill(state.controls, 0);
        Arrays.fill(state.applied, 0);
        pd.reset();
    }

    /** Numbers of {@link #saveState}: 1 + nq + nv. */
    public int stateSize() {
        return 1 + model.nq + model.nv;
    }

    /** Writes time, q and v from {@code offset} on. */
    public void saveState(double[] state, int offset) {
        state[offset] = this.state.time;
        System.arraycopy(this.state.q, 0, state, offset + 1, model.nq);
        System.arraycopy(this.state.v, 0, state, offset + 1 + model.nq, model.nv);
    }

    /** Takes over what {@link #saveState} wrote. Evaluates nothing. */
    public void restoreState(double[] state, int offset) {
        this.state.time = state[offset];
        System.arraycopy(state, offset + 1, this.state.q, 0, model.nq);
        System.arraycopy(state, offset + 1 + model.nq, this.state.v, 0, model.nv);
    }

    /** Seconds since the reset. */
    public double time() {
        return state.time;
    }

    /** q (nq), the simulation's own array, to be read and written. */
    public double[] positions() {
        return state.q;
    }

    /** v (nv), the simulation's own array, to be read and written. */
    public double[] velocities() {
        return state.v;
    }

    /** Controls (nu), the simulation's own array, to be written; they are limited when used. */
    public double[] controls() {
        return state.controls;
    }

    /** Forces on the dofs (nv), the simulation's own array, to be written. */
    public double[] appliedForces() {
        return state.applied;
    }

    /** Sets the position (m or rad) that the PD of a hinge or slide joint pulls to. */
    public void setPdTarget(int joint, double position) {
        JointType type = model.jointType[joint];
        if (type != JointType.HINGE && type != JointType.SLIDE) {
            refuse(joint, "a hinge or slide has one position");
        }
        pd.target(joint, position);
    }

    /** Apart, because a message's values are made even where nothing is wrong. */
    private void refuse(int joint, String only) {
        throw new IllegalArgumentException(
                "joint %s is %s; only %s".formatted(joint, model.jointType[joint], only));
    }

    /**
     * Sets the rotation that the PD of a ball joint pulls to.
     *
     * @param quaternion w, x, y, z from {@code offset} on; need not have length 1
     */
    public void setPdTarget(int joint, double[] quaternion, int offset) {
        if (model.jointType[joint] != JointType.BALL) {
            refuse(joint, "a ball has a rotation as its target");
        }
        pd.target(joint, quaternion, offset);
    }

    /** Evaluates the present state: everything below then belongs to it. */
    public void forward() {
        stepper.evaluate();
    }

    /**
     * One step of {@link Model#timestep}.
     *
     * @return whether it was made: a state with a {@link #fault} stays as it is
     */
    public boolean step() {
        if (fault() != StateFault.NONE) {
            return false;
        }
        stepper.step();
        return true;
    }

    /** Up to {@code count} steps; false as soon as one is refused. */
    public boolean step(int count) {
        for (int i = 0; i < count; i++) {
            if (!step()) {
                return false;
            }
        }
        return true;
    }

    /** What is wrong with the present state. */
    public StateFault fault() {
        return state.fault();
    }

    /** Whether the present state has no fault. */
    public boolean finite() {
        return fault() == StateFault.NONE;
    }

    /** Accelerations (nv) of the last evaluation, not to be written. */
    public double[] accelerations() {
        return dynamics.acceleration();
    }

    /** MuJoCo's qfrc_actuator (nv), not to be written. */
    public double[] actuatorForces() {
        return dynamics.actuation.force;
    }

    /** Torques of the joints' PD in the last step or evaluation (nv), not to be written. */
    public double[] pdTorques() {
        return pd.torque;
    }

    /** MuJoCo's qfrc_constraint (nv): limits' and contacts' forces, not to be written. */
    public double[] constraintForces() {
        return dynamics.solver.constraintForce;
    }

    /** MuJoCo's qfrc_bias (nv): gravity and Coriolis forces, not to be written. */
    public double[] biasForces() {
        return dynamics.bias.bias;
    }

    /** One coordinate of the body frame's origin in the world; axis 0, 1 or 2. */
    public double bodyPosition(int body, int axis) {
        return dynamics.kinematics.position[3 * body + axis];
    }

    /** Writes the body frame's origin in the world (3): MuJoCo's xpos. */
    public void bodyPosition(int body, double[] out, int offset) {
        System.arraycopy(dynamics.kinematics.position, 3 * body, out, offset, 3);
    }

    /** Writes the body frame's rotation (4; w, x, y, z): MuJoCo's xquat. */
    public void bodyQuaternion(int body, double[] out, int offset) {
        System.arraycopy(dynamics.kinematics.quaternion, 4 * body, out, offset, 4);
    }

    /** Writes the body's centre of mass in the world (3): MuJoCo's xipos. */
    public void bodyCentreOfMass(int body, double[] out, int offset) {
        System.arraycopy(dynamics.kinematics.massCentre, 3 * body, out, offset, 3);
    }

    /** Writes angular, then linear velocity of the body frame's origin in world axes (6). */
    public void bodyVelocity(int body, double[] out, int offset) {
        System.arraycopy(dynamics.bias.velocity, 6 * body, out, offset, 3);
        Spatial.velocityAt(
                dynamics.bias.velocity,
                6 * body,
                dynamics.kinematics.position,
                3 * body,
                dynamics.tree.centre,
                out,
                offset + 3);
    }

    /** Writes the geom's centre in the world (3). */
    public void geomPosition(int geom, double[] out, int offset) {
        dynamics.geoms.position(geom, out, offset);
    }

    /** Writes the geom's rotation as a row-major matrix (9). */
    public void geomMatrix(int geom, double[] out, int offset) {
        dynamics.geoms.matrix(geom, out, offset);
    }

    /** Writes the site's place in the world (3). */
    public void sitePosition(int site, double[] out, int offset) {
        int body = model.siteBody[site];
        Rotation.apply(
                dynamics.kinematics.rotation, 9 * body, model.sitePos, 3 * site, out, offset);
        for (int k = 0; k < 3; k++) {
            out[offset + k] += dynamics.kinematics.position[3 * body + k];
        }
    }

    /** Writes the centre of mass of all bodies (3). */
    public void centreOfMass(double[] out, int offset) {
        System.arraycopy(dynamics.tree.centre, 0, out, offset, 3);
    }

    /**
     * Writes ∂(velocity of a point fixed to the body)/∂v, row-major (3, nv).
     *
     * @param point in the world (3)
     */
    public void jacobian(int body, double[] point, double[] out) {
        Arrays.fill(out, 0, 3 * model.nv, 0);
        for (int dof = model.bodyLastDof[body]; dof >= 0; dof = model.dofParent[dof]) {
            Spatial.velocityAt(
                    dynamics.tree.motion, 6 * dof, point, 0, dynamics.tree.centre, column, 0);
            for (int k = 0; k < 3; k++) {
                out[k * model.nv + dof] = column[k];
            }
        }
    }

    /** Writes ∂(angular velocity of the body)/∂v in world axes, row-major (3, nv). */
    public void rotationJacobian(int body, double[] out) {
        Arrays.fill(out, 0, 3 * model.nv, 0);
        for (int dof = model.bodyLastDof[body]; dof >= 0; dof = model.dofParent[dof]) {
            for (int k = 0; k < 3; k++) {
                out[k * model.nv + dof] = dynamics.tree.motion[6 * dof + k];
            }
        }
    }

    /** Contacts that the last evaluation found. */
    public int contactCount() {
        return dynamics.collision.contacts.count;
    }

    /** The contact's first geom, from which its normal points away. */
    public int contactGeom1(int contact) {
        return model.pairs.geom1[dynamics.collision.contacts.pair[contact]];
    }

    /** The contact's second geom. */
    public int contactGeom2(int contact) {
        return model.pairs.geom2[dynamics.collision.contacts.pair[contact]];
    }

    /** Metres between the surfaces; negative where they overlap. */
    public double contactDistance(int contact) {
        return dynamics.collision.contacts.distance[contact];
    }

    /** Writes the contact's place in the world (3). */
    public void contactPosition(int contact, double[] out, int offset) {
        System.arraycopy(dynamics.collision.contacts.position, 3 * contact, out, offset, 3);
    }

    /** Writes normal, first and second tangent (9) in world axes. */
    public void contactFrame(int contact, double[] out, int offset) {
        System.arraycopy(dynamics.collision.contacts.frame, 9 * contact, out, offset, 9);
    }

    /** Writes the force on the second geom along normal and tangents (3), in N. */
    public void contactForce(int contact, double[] out, int offset) {
        contactForces.at(contact, out, offset);
    }

    /** Whether the last evaluation found a contact between the two bodies, penetrating or not. */
    public boolean touching(int bodyA, int bodyB) {
        for (int contact = 0; contact < contactCount(); contact++) {
            int first = model.geomBody[contactGeom1(contact)];
            int second = model.geomBody[contactGeom2(contact)];
            if (first == bodyA && second == bodyB || first == bodyB && second == bodyA) {
                return true;
            }
        }
        return false;
    }

    /**
     * Writes the contact torque and force on a body about {@link #centreOfMass} (6): MuJoCo's
     * cfrc_ext without applied wrenches.
     */
    public void externalWrench(int body, double[] out, int offset) {
        contactForces.on(body, out, offset);
    }

    /**
     * Writes the body's inertia about {@link #centreOfMass} (10: xx, yy, zz, xy, xz, yz, mass times
     * offset, mass): MuJoCo's cinert. The world's are zeros.
     */
    public void bodyInertia(int body, double[] out, int offset) {
        System.arraycopy(dynamics.tree.inertia, 10 * body, out, offset, 10);
    }

    /**
     * Writes the body's angular velocity and the linear one of its point at {@link #centreOfMass}
     * (6): MuJoCo's cvel.
     */
    public void bodyTwist(int body, double[] out, int offset) {
        System.arraycopy(dynamics.bias.velocity, 6 * body, out, offset, 6);
    }

    /** ½ vᵀ M v in J, armature included. */
    public double kineticEnergy() {
        return momentum.kineticEnergy(state.v);
    }

    /** Of gravity (0 at the origin) and springs, in J. */
    public double potentialEnergy() {
        return momentum.potentialEnergy(state.q);
    }

    /** Writes Σ m v of all bodies (3). */
    public void linearMomentum(double[] out, int offset) {
        System.arraycopy(momentum.spatial(), 3, out, offset, 3);
    }

    /** Writes the angular momentum of all bodies about {@link #centreOfMass} (3). */
    public void angularMomentum(double[] out, int offset) {
        System.arraycopy(momentum.spatial(), 0, out, offset, 3);
    }

    /** Newton iterations of the last evaluation. */
    public int solverIterations() {
        return dynamics.solver.iterations;
    }
}
