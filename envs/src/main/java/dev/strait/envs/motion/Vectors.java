package dev.strait.envs.motion;

/** Vectors of three coordinates. */
final class Vectors {

    private Vectors() {}

    static double[] cross(double[] a, double... b) {
        return new double[] {
            a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]
        };
    }

    static double[] minus(double[] a, double... b) {
        return new double[] {a[0] - b[0], a[1] - b[1], a[2] - b[2]};
    }

    static double[] scaled(double factor, double... a) {
        return new double[] {factor * a[0], factor * a[1], factor * a[2]};
    }

    static double dot(double[] a, double... b) {
        return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
    }

    static double length(double... a) {
        return Math.sqrt(dot(a, a));
    }

    /** Of length 1; NaN for a vector of length 0. */
    static double[] unit(double... a) {
        return scaled(1 / length(a), a);
    }
}
