package dev.strait.core.network;

import java.util.random.RandomGenerator;

/**
 * Random orthonormal vectors by Gram–Schmidt on Gaussian draws: uniform on the Stiefel manifold.
 */
final class Orthonormal {

    private Orthonormal() {}

    /** {@code count} orthonormal vectors of {@code length ≥ count}. */
    static double[][] vectors(int count, int length, RandomGenerator random) {
        double[][] vectors = new double[count][];
        for (int i = 0; i < count; i++) {
            vectors[i] = Draw.normal(length, random);
            // The second pass removes what rounding left of the earlier vectors.
            removeEarlier(vectors, i);
            removeEarlier(vectors, i);
            scale(vectors[i], 1 / Math.sqrt(dot(vectors[i], vectors[i])));
        }
        return vectors;
    }

    private static void removeEarlier(double[][] vectors, int index) {
        double[] vector = vectors[index];
        for (int i = 0; i < index; i++) {
            double projection = dot(vector, vectors[i]);
            for (int j = 0; j < vector.length; j++) {
                vector[j] -= projection * vectors[i][j];
            }
        }
    }

    private static void scale(double[] vector, double factor) {
        for (int i = 0; i < vector.length; i++) {
            vector[i] *= factor;
        }
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
