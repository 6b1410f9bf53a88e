package dev.strait.agents.metric;

import java.util.random.RandomGenerator;

/** Points to measure. */
final class SomePoints {

    /** (40, 3): sin(0.7 i (j + 1) + j / 2). */
    static final Points WAVES = waves(40, 0, 0.7, 1);

    /** (30, 3): 0.1 + 0.9 sin(1.1 i (j + 1) + j / 2). */
    static final Points OTHER_WAVES = waves(30, 0.1, 1.1, 0.9);

    private SomePoints() {}

    private static Points waves(int count, double shift, double frequency, double size) {
        double[][] rows = new double[count][3];
        for (int i = 0; i < count; i++) {
            for (int j = 0; j < 3; j++) {
                rows[i][j] = shift + size * Math.sin(frequency * i * (j + 1) + 0.5 * j);
            }
        }
        return Points.of(rows);
    }

    /** Draws from N(mean, std²) in every dimension. */
    static Points normal(RandomGenerator random, int count, int size, double mean, double std) {
        float[] values = new float[count * size];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (mean + std * random.nextGaussian());
        }
        return new Points(values, size);
    }
}
