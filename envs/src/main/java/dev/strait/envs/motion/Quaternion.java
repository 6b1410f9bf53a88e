package dev.strait.envs.motion;

import static dev.strait.envs.Require.require;

/**
 * A rotation as Hamilton's quaternion w + xi + yj + zk of norm 1: it takes coordinates of a body to
 * those of its parent, and {@code a.times(b)} rotates by b first. q and −q are the same rotation.
 *
 * @param w cos of half the angle
 * @param x first coordinate of sin of half the angle times the axis
 * @param y second
 * @param z third
 */
public record Quaternion(double w, double x, double y, double z) {

    /** No rotation. */
    public static final Quaternion IDENTITY = new Quaternion(1, 0, 0, 0);

    /** Below this angle, in radians, an axis is not told apart from noise. */
    private static final double SMALL = 1e-12;

    /** By {@code angle} radians about z: from x towards y. */
    public static Quaternion aboutZ(double angle) {
        return new Quaternion(Math.cos(angle / 2), 0, 0, Math.sin(angle / 2));
    }

    /** By {@code angle} radians about y: from z towards x. */
    public static Quaternion aboutY(double angle) {
        return new Quaternion(Math.cos(angle / 2), 0, Math.sin(angle / 2), 0);
    }

    /** By {@code angle} radians about x: from y towards z. */
    public static Quaternion aboutX(double angle) {
        return new Quaternion(Math.cos(angle / 2), Math.sin(angle / 2), 0, 0);
    }

    /** By the angle |r| about r; the inverse of {@link #rotationVector}. */
    static Quaternion ofRotationVector(double... r) {
        double angle = Math.sqrt(r[0] * r[0] + r[1] * r[1] + r[2] * r[2]);
        if (angle < SMALL) {
            return IDENTITY;
        }
        double s = Math.sin(angle / 2) / angle;
        return new Quaternion(Math.cos(angle / 2), s * r[0], s * r[1], s * r[2]);
    }

    /** The shortest rotation that takes one direction to another, both of length 1. */
    static Quaternion between(double[] from, double... to) {
        double dot = from[0] * to[0] + from[1] * to[1] + from[2] * to[2];
        if (dot < -1 + 1e-9) {
            // Opposite: half a turn about anything perpendicular.
            boolean alongX = Math.abs(from[0]) > 0.9;
            double[] axis = Vectors.unit(Vectors.cross(from, alongX ? 0 : 1, alongX ? 1 : 0, 0));
            return new Quaternion(0, axis[0], axis[1], axis[2]);
        }
        double[] cross = Vectors.cross(from, to);
        return new Quaternion(1 + dot, cross[0], cross[1], cross[2]).normalised();
    }

    /** The product, which rotates by {@code b} first. */
    public Quaternion times(Quaternion b) {
        return new Quaternion(
                w * b.w - x * b.x - y * b.y - z * b.z,
                w * b.x + x * b.w + y * b.z - z * b.y,
                w * b.y - x * b.z + y * b.w + z * b.x,
                w * b.z + x * b.y - y * b.x + z * b.w);
    }

    /** The rotation back. */
    public Quaternion inverse() {
        return new Quaternion(w, -x, -y, -z);
    }

    double norm() {
        return Math.sqrt(w * w + x * x + y * y + z * z);
    }

    /**
     * The same direction in ℝ⁴ at norm 1.
     *
     * @throws IllegalArgumentException at norm 0, which is no rotation
     */
    Quaternion normalised() {
        double norm = norm();
        require(norm > 0, "a quaternion of norm %s is no rotation", norm);
        return new Quaternion(w / norm, x / norm, y / norm, z / norm);
    }

    /** The rotated vector, (3). */
    double[] rotate(double... v) {
        double[] u = {x, y, z};
        double[] t = Vectors.cross(u, v);
        double[] s = Vectors.cross(u, t);
        return new double[] {
            v[0] + 2 * (w * t[0] + s[0]), v[1] + 2 * (w * t[1] + s[1]), v[2] + 2 * (w * t[2] + s[2])
        };
    }

    /** Angle times axis on the short side, (3), of length at most π. */
    double[] rotationVector() {
        double sine = Math.sqrt(x * x + y * y + z * z);
        double sign = w < 0 ? -1 : 1;
        double factor = sine < SMALL ? 2 : sign * angle() / sine;
        return new double[] {factor * x, factor * y, factor * z};
    }

    /** Angle of the rotation on the short side, in [0, π]. */
    public double angle() {
        return 2 * Math.atan2(Math.sqrt(x * x + y * y + z * z), Math.abs(w));
    }

    /** The part of the rotation that is about z, in [−2π, 2π]: 2 atan2(z, w). */
    double twistAboutZ() {
        return 2 * Math.atan2(z, w);
    }

    /** On the way to another rotation at constant speed, on the short side; 0 is here, 1 there. */
    Quaternion towards(Quaternion other, double share) {
        double[] way = inverse().times(other).rotationVector();
        return times(ofRotationVector(share * way[0], share * way[1], share * way[2]));
    }

    /** The mirror image in the plane of x and y. */
    Quaternion mirrored() {
        return new Quaternion(w, -x, -y, z);
    }
}
