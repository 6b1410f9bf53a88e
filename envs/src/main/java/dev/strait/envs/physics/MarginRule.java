package dev.strait.envs.physics;

/** How the contact margins of two geoms become one. */
public enum MarginRule {
    /** Their sum: MuJoCo from 3.x on. */
    SUM,
    /** The larger: the MuJoCo that most published demonstrations were recorded with. */
    MAX;

    double combine(double first, double second) {
        return this == SUM ? first + second : Math.max(first, second);
    }
}
