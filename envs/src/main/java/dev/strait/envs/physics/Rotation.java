package dev.strait.envs.physics;

/**
 * Rotations as unit quaternions (w, x, y, z; Hamilton, active) and as row-major 3 × 3 matrices,
 * inside flat arrays. No output may overlap an input.
 */
final class Rotation {

    private static final double SMALLEST = 1e-15;

    private Rotation() {}

    /** out = a ⊗ b: first b, then a. */
    static void multiply(double[] a, int i, double[] b, int j, double[] out, int o) {
        double w = a[i];
        double x = a[i + 1];
        double y = a[i + 2];
        double z = a[i + 3];
        rotateBy(w, x, y, z, b[j], b[j + 1], b[j + 2], b[j + 3], out, o);
    }

    /** q ← q ⊗ (w, x, y, z). */
    static void append(double[] q, int i, double w, double x, double y, double z) {
        append(q, i, w, x, y, z, q, i);
    }

    /** out = q ⊗ (w, x, y, z); may be q itself. */
    static void append(
            double[] q, int i, double w, double x, double y, double z, double[] out, int o) {
        rotateBy(q[i], q[i + 1], q[i + 2], q[i + 3], w, x, y, z, out, o);
    }

    private static void rotateBy(
            double aw,
            double ax,
            double ay,
            double az,
            double bw,
            double bx,
            double by,
            double bz,
            double[] out,
            int o) {
        out[o] = aw * bw - ax * bx - ay * by - az * bz;
        out[o + 1] = aw * bx + ax * bw + ay * bz - az * by;
        out[o + 2] = aw * by - ax * bz + ay * bw + az * bx;
        out[o + 3] = aw * bz + ax * by - ay * bx + az * bw;
    }

    /** Makes the quaternion's length 1; one of no length becomes the identity. */
    static void normalise(double[] q, int i) {
        double length =
                Math.sqrt(
                        q[i] * q[i]
                                + q[i + 1] * q[i + 1]
                                + q[i + 2] * q[i + 2]
                                + q[i + 3] * q[i + 3]);
        if (length < SMALLEST) {
            q[i] = 1;
            q[i + 1] = 0;
            q[i + 2] = 0;
            q[i + 3] = 0;
        } else {
            double scale = 1 / length;
            q[i] *= scale;
            q[i + 1] *= scale;
            q[i + 2] *= scale;
            q[i + 3] *= scale;
        }
    }

    /** The matrix of a unit quaternion. */
    static void toMatrix(double[] q, int i, double[] out, int o) {
        double w = q[i];
        double x = q[i + 1];
        double y = q[i + 2];
        double z = q[i + 3];
        double xx = x * x;
        double yy = y * y;
        double zz = z * z;
        double ww = w * w;
        double xy = x * y;
        double xz = x * z;
        double yz = y * z;
        double wx = w * x;
        double wy = w * y;
        double wz = w * z;
        out[o] = ww + xx - yy - zz;
        out[o + 1] = 2 * (xy - wz);
        out[o + 2] = 2 * (xz + wy);
        out[o + 3] = 2 * (xy + wz);
        out[o + 4] = ww - xx + yy - zz;
        out[o + 5] = 2 * (yz - wx);
        out[o + 6] = 2 * (xz - wy);
        out[o + 7] = 2 * (yz + wx);
        out[o + 8] = ww - xx - yy + zz;
    }

    /** out = matrix · vector. */
    static void apply(double[] m, int i, double[] v, int j, double[] out, int o) {
        double x = v[j];
        double y = v[j + 1];
        double z = v[j + 2];
        out[o] = m[i] * x + m[i + 1] * y + m[i + 2] * z;
        out[o + 1] = m[i + 3] * x + m[i + 4] * y + m[i + 5] * z;
        out[o + 2] = m[i + 6] * x + m[i + 7] * y + m[i + 8] * z;
    }

    /** out = matrixᵀ · vector. */
    static void applyInverse(double[] m, int i, double[] v, int j, double[] out, int o) {
        double x = v[j];
        double y = v[j + 1];
        double z = v[j + 2];
        out[o] = m[i] * x + m[i + 3] * y + m[i + 6] * z;
        out[o + 1] = m[i + 1] * x + m[i + 4] * y + m[i + 7] * z;
        out[o + 2] = m[i + 2] * x + m[i + 5] * y + m[i + 8] * z;
    }

    /** out = a · b. */
    static void product(double[] a, int i, double[] b, int j, double[] out, int o) {
        for (int row = 0; row < 9; row += 3) {
            double x = a[i + row];
            double y = a[i + row + 1];
            double z = a[i + row + 2];
            out[o + row] = x * b[j] + y * b[j + 3] + z * b[j + 6];
            out[o + row + 1] = x * b[j + 1] + y * b[j + 4] + z * b[j + 7];
            out[o + row + 2] = x * b[j + 2] + y * b[j + 5] + z * b[j + 8];
        }
    }

    /**
     * The rotation vector (3) of from⁻¹ ⊗ to, the short way round, in the frame that {@code from}
     * rotates.
     */
    static void difference(double[] from, int i, double[] to, int j, double[] out, int o) {
        double aw = from[i];
        double ax = -from[i + 1];
        double ay = -from[i + 2];
        double az = -from[i + 3];
        double bw = to[j];
        double bx = to[j + 1];
        double by = to[j + 2];
        double bz = to[j + 3];
        double w = aw * bw - ax * bx - ay * by - az * bz;
        double x = aw * bx + ax * bw + ay * bz - az * by;
        double y = aw * by - ax * bz + ay * bw + az * bx;
        double z = aw * bz + ax * by - ay * bx + az * bw;
        vector(w, x, y, z, out, o);
    }

    /** The rotation vector (3) of a quaternion, angle in (−π, π]. */
    static void vector(double w, double x, double y, double z, double[] out, int o) {
        double sine = Math.sqrt(x * x + y * y + z * z);
        double scale = 0;
        if (sine >= SMALLEST) {
            double angle = 2 * StrictMath.atan2(sine, w);
            scale = (angle > Math.PI ? angle - 2 * Math.PI : angle) / sine;
        }
        out[o] = scale * x;
        out[o + 1] = scale * y;
        out[o + 2] = scale * z;
    }
}
