package dev.strait.envs.locomotion;

/** Values held to a symmetric range. */
final class Clip {

    private Clip() {}

    static double within(double limit, double value) {
        return Math.min(Math.max(value, -limit), limit);
    }
}
