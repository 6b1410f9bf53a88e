package dev.strait.core.network;

import java.util.random.RandomGenerator;

/** Arrays of random numbers. */
final class Draw {

    private Draw() {}

    /** {@code count} draws from U(−bound, bound). */
    static float[] uniform(int count, double bound, RandomGenerator random) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) (bound * (2 * random.nextDouble() - 1));
        }
        return values;
    }

    /** {@code count} draws from N(0, 1). */
    static double[] normal(int count, RandomGenerator random) {
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            values[i] = random.nextGaussian();
        }
        return values;
    }
}
