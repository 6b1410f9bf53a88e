package dev.strait.envs.locomotion;

import dev.strait.envs.Ziggurat;
import java.util.random.RandomGenerator;

/**
 * How far from the reference pose an episode begins: positions by a uniform draw, velocities by a
 * uniform or a normal one, in the order of their numbers, positions first.
 *
 * <p>It falls on the entries of a quaternion like on any other and leaves its length other than 1,
 * as in Gymnasium; the first step puts that right.
 *
 * @param positions half the width of the uniform draw
 * @param velocities half the width, or the deviation of the normal draw
 * @param normal whether velocities are normal
 */
record Noise(double positions, double velocities, boolean normal) {

    static Noise uniform(double positions, double velocities) {
        return new Noise(positions, velocities, false);
    }

    static Noise normal(double positions, double velocities) {
        return new Noise(positions, velocities, true);
    }

    void shiftPositions(double[] q, RandomGenerator random) {
        for (int i = 0; i < q.length; i++) {
            q[i] += random.nextDouble(-positions, positions);
        }
    }

    void drawVelocities(double[] v, RandomGenerator random) {
        for (int i = 0; i < v.length; i++) {
            v[i] =
                    normal
                            ? velocities * Ziggurat.next(random)
                            : random.nextDouble(-velocities, velocities);
        }
    }
}
