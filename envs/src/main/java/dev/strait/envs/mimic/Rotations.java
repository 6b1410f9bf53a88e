package dev.strait.envs.mimic;

/** Quaternions (w, x, y, z) in arrays: what a step needs, without allocating. */
final class Rotations {

    private Rotations() {}

    /** Writes a ⊗ b; {@code out} may not be either of them. */
    static void times(double[] a, int i, double[] b, int j, double[] out, int at) {
        out[at] = a[i] * b[j] - a[i + 1] * b[j + 1] - a[i + 2] * b[j + 2] - a[i + 3] * b[j + 3];
        out[at + 1] = a[i] * b[j + 1] + a[i + 1] * b[j] + a[i + 2] * b[j + 3] - a[i + 3] * b[j + 2];
        out[at + 2] = a[i] * b[j + 2] - a[i + 1] * b[j + 3] + a[i + 2] * b[j] + a[i + 3] * b[j + 1];
        out[at + 3] = a[i] * b[j + 3] + a[i + 1] * b[j + 2] - a[i + 2] * b[j + 1] + a[i + 3] * b[j];
    }

    /** Writes the rotation about z. */
    static void aboutZ(double angle, double[] out, int at) {
        out[at] = Math.cos(angle / 2);
        out[at + 1] = 0;
        out[at + 2] = 0;
        out[at + 3] = Math.sin(angle / 2);
    }

    /** Writes the rotation by |r| about r. */
    static void ofVector(double x, double y, double z, double[] out, int at) {
        double angle = Math.sqrt(x * x + y * y + z * z);
        double s = angle < 1e-9 ? 0.5 : Math.sin(angle / 2) / angle;
        out[at] = Math.cos(angle / 2);
        out[at + 1] = s * x;
        out[at + 2] = s * y;
        out[at + 3] = s * z;
    }

    /** Adds a rotated vector. */
    static void addRotated(double[] q, int i, double x, double y, double z, double[] out, int at) {
        double w = q[i];
        double a = q[i + 1];
        double b = q[i + 2];
        double c = q[i + 3];
        double tx = 2 * (b * z - c * y);
        double ty = 2 * (c * x - a * z);
        double tz = 2 * (a * y - b * x);
        out[at] += x + w * tx + b * tz - c * ty;
        out[at + 1] += y + w * ty + c * tx - a * tz;
        out[at + 2] += z + w * tz + a * ty - b * tx;
    }

    /**
     * The angle between two rotations, in [0, π]: 2 acos |a · b|, by its sine where it is small.
     */
    static double angle(double[] a, int i, double[] b, int j) {
        double w = a[i] * b[j] + a[i + 1] * b[j + 1] + a[i + 2] * b[j + 2] + a[i + 3] * b[j + 3];
        double x = a[i] * b[j + 1] - a[i + 1] * b[j] - a[i + 2] * b[j + 3] + a[i + 3] * b[j + 2];
        double y = a[i] * b[j + 2] + a[i + 1] * b[j + 3] - a[i + 2] * b[j] - a[i + 3] * b[j + 1];
        double z = a[i] * b[j + 3] - a[i + 1] * b[j + 2] + a[i + 2] * b[j + 1] - a[i + 3] * b[j];
        return 2 * Math.atan2(Math.sqrt(x * x + y * y + z * z), Math.abs(w));
    }
}
