package dev.strait.envs.physics;

/** What a joint leaves free. */
public enum JointType {
    /** A body of its own: position and quaternion; velocity in the world, rotation in the body. */
    FREE(7, 6),
    /** Rotation about a point: a quaternion; angular velocity in the body's frame. */
    BALL(4, 3),
    /** Motion along an axis, in metres. */
    SLIDE(1, 1),
    /** Rotation about an axis, in radians. */
    HINGE(1, 1);

    private final int positions;
    private final int dofs;

    JointType(int positions, int dofs) {
        this.positions = positions;
        this.dofs = dofs;
    }

    /** Numbers in q. */
    public int positions() {
        return positions;
    }

    /** Numbers in v. */
    public int dofs() {
        return dofs;
    }
}
