package dev.strait.envs.physics;

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
 * <p>For one thread at a time; no step allocates.
 */
public final class Simulation {

    private final Model model;

    /** In the reference pose, at rest, at time 0. */
    public Simulation(Model model) {
        this.model = model;
        reset();
    }

    /** What is simulated. */
    public Model model() {
        return model;
    }

    /** Back to the reference pose at rest, time 0, all inputs 0. Evaluates nothing. */
    public void reset() {
        // TODO the engine
    }

    /** Numbers of {@link #saveState}: 1 + nq + nv. */
    public int stateSize() {
        return 1 + model.nq + model.nv;
    }

    /** Writes time, q and v from {@code offset} on. */
    public void saveState(double[] state, int offset) {
        throw new UnsupportedOperationException();
    }

    /** Takes over what {@link #saveState} wrote. Evaluates nothing. */
    public void restoreState(double[] state, int offset) {
        throw new UnsupportedOperationException();
    }

    /** Seconds since the reset. */
    public double time() {
        throw new UnsupportedOperationException();
    }

    /** q (nq), the simulation's own array, to be read and written. */
    public double[] positions() {
        throw new UnsupportedOperationException();
    }

    /** v (nv), the simulation's own array, to be read and written. */
    public double[] velocities() {
        throw new UnsupportedOperationException();
    }

    /** Controls (nu), the simulation's own array, to be written; they are limited when used. */
    public double[] controls() {
        throw new UnsupportedOperationException();
    }

    /** Forces on the dofs (nv), the simulation's own array, to be written. */
    public double[] appliedForces() {
        throw new UnsupportedOperationException();
    }

    /** Sets the position (m or rad) that the PD of a hinge or slide joint pulls to. */
    public void setPdTarget(int joint, double position) {
        throw new UnsupportedOperationException();
    }

    /**
     * Sets the rotation that the PD of a ball joint pulls to.
     *
     * @param quaternion w, x, y, z from {@code offset} on; need not have length 1
     */
    public void setPdTarget(int joint, double[] quaternion, int offset) {
        throw new UnsupportedOperationException();
    }

    /** Evaluates the present state: everything below then belongs to it. */
    public void forward() {
        throw new UnsupportedOperationException();
    }

    /**
     * One step of {@link Model#timestep}.
     *
     * @return whether it was made: a state with a {@link #fault} stays as it is
     */
    public boolean step() {
        throw new UnsupportedOperationException();
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
        throw new UnsupportedOperationException();
    }

    /** Whether the present state has no fault. */
    public boolean finite() {
        return fault() == StateFault.NONE;
    }

    /** Accelerations (nv) of the last evaluation, not to be written. */
    public double[] accelerations() {
        throw new UnsupportedOperationException();
    }

    /** MuJoCo's qfrc_actuator (nv), not to be written. */
    public double[] actuatorForces() {
        throw new UnsupportedOperationException();
    }

    /** MuJoCo's qfrc_constraint (nv): limits' and contacts' forces, not to be written. */
    public double[] constraintForces() {
        throw new UnsupportedOperationException();
    }

    /** MuJoCo's qfrc_bias (nv): gravity and Coriolis forces, not to be written. */
    public double[] biasForces() {
        throw new UnsupportedOperationException();
    }

    /** One coordinate of the body frame's origin in the world; axis 0, 1 or 2. */
    public double bodyPosition(int body, int axis) {
        throw new UnsupportedOperationException();
    }

    /** Writes the body frame's origin in the world (3): MuJoCo's xpos. */
    public void bodyPosition(int body, double[] out, int offset) {
        throw new UnsupportedOperationException();
    }

    /** Writes the body frame's rotation (4; w, x, y, z): MuJoCo's xquat. */
    public void bodyQuaternion(int body, double[] out, int offset) {
        throw new UnsupportedOperationException();
    }

    /** Writes the body's centre of mass in the world (3): MuJoCo's xipos. */
    public void bodyCentreOfMass(int body, double[] out, int offset) {
        throw new UnsupportedOperationException();
    }

    /** Writes angular, then linear velocity of the body frame's origin in world axes (6). */
    public void bodyVelocity(int body, double[] out, int offset) {
        throw new UnsupportedOperationException();
    }

    /** Writes the geom's centre in the world (3). */
    public void geomPosition(int geom, double[] out, int offset) {
        throw new UnsupportedOperationException();
    }

    /** Writes the geom's rotation as a row-major matrix (9). */
    public void geomMatrix(int geom, double[] out, int offset) {
        throw new UnsupportedOperationException();
    }

    /** Writes the site's place in the world (3). */
    public void sitePosition(int site, double[] out, int offset) {
        throw new UnsupportedOperationException();
    }

    /** Writes the centre of mass of all bodies (3). */
    public void centreOfMass(double[] out, int offset) {
        throw new UnsupportedOperationException();
    }

    /**
     * Writes ∂(velocity of a point fixed to the body)/∂v, row-major (3, nv).
     *
     * @param point in the world (3)
     */
    public void jacobian(int body, double[] point, double[] out) {
        throw new UnsupportedOperationException();
    }

    /** Writes ∂(angular velocity of the body)/∂v in world axes, row-major (3, nv). */
    public void rotationJacobian(int body, double[] out) {
        throw new UnsupportedOperationException();
    }

    /** Contacts that the last evaluation found. */
    public int contactCount() {
        throw new UnsupportedOperationException();
    }

    /** The contact's first geom, from which its normal points away. */
    public int contactGeom1(int contact) {
        throw new UnsupportedOperationException();
    }

    /** The contact's second geom. */
    public int contactGeom2(int contact) {
        throw new UnsupportedOperationException();
    }

    /** Metres between the surfaces; negative where they overlap. */
    public double contactDistance(int contact) {
        throw new UnsupportedOperationException();
    }

    /** Writes the contact's place in the world (3). */
    public void contactPosition(int contact, double[] out, int offset) {
        throw new UnsupportedOperationException();
    }

    /** Writes normal, first and second tangent (9) in world axes. */
    public void contactFrame(int contact, double[] out, int offset) {
        throw new UnsupportedOperationException();
    }

    /** Writes the force on the second geom along normal and tangents (3), in N. */
    public void contactForce(int contact, double[] out, int offset) {
        throw new UnsupportedOperationException();
    }

    /** Whether the last evaluation found a contact between the two bodies, penetrating or not. */
    public boolean touching(int bodyA, int bodyB) {
        throw new UnsupportedOperationException();
    }

    /**
     * Writes the contact torque and force on a body about {@link #centreOfMass} (6): MuJoCo's
     * cfrc_ext without applied wrenches.
     */
    public void externalWrench(int body, double[] out, int offset) {
        throw new UnsupportedOperationException();
    }

    /**
     * Writes the body's inertia about {@link #centreOfMass} (10: xx, yy, zz, xy, xz, yz, mass times
     * offset, mass): MuJoCo's cinert. The world's are zeros.
     */
    public void bodyInertia(int body, double[] out, int offset) {
        throw new UnsupportedOperationException();
    }

    /**
     * Writes the body's angular velocity and the linear one of its point at {@link #centreOfMass}
     * (6): MuJoCo's cvel.
     */
    public void bodyTwist(int body, double[] out, int offset) {
        throw new UnsupportedOperationException();
    }

    /** ½ vᵀ M v in J, armature included. */
    public double kineticEnergy() {
        throw new UnsupportedOperationException();
    }

    /** Of gravity (0 at the origin) and springs, in J. */
    public double potentialEnergy() {
        throw new UnsupportedOperationException();
    }

    /** Writes Σ m v of all bodies (3). */
    public void linearMomentum(double[] out, int offset) {
        throw new UnsupportedOperationException();
    }

    /** Writes the angular momentum of all bodies about {@link #centreOfMass} (3). */
    public void angularMomentum(double[] out, int offset) {
        throw new UnsupportedOperationException();
    }

    /** Newton iterations of the last evaluation. */
    public int solverIterations() {
        throw new UnsupportedOperationException();
    }
}
