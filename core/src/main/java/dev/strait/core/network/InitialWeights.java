package dev.strait.core.network;

import static dev.strait.core.Require.require;

import java.util.random.RandomGenerator;

/**
 * How the weights of a layer start. They are drawn in Java, so one seed gives the same network on
 * every device and version of the engine.
 */
public sealed interface InitialWeights {

    /**
     * Draws a weight matrix.
     *
     * @param outputs rows
     * @param inputs columns: what one output sums over (of a convolution: channels × kernel area)
     * @return (outputs · inputs), row by row
     */
    float[] weights(int outputs, int inputs, RandomGenerator random);

    /**
     * Draws the biases; zeros unless the rule says otherwise.
     *
     * @return (outputs)
     */
    default float[] biases(int outputs, int inputs, RandomGenerator random) {
        return new float[outputs];
    }

    /**
     * A random (semi-)orthogonal matrix times a gain (Saxe et al. 2014): the rows are orthonormal
     * where there are at most as many as columns, else the columns are.
     *
     * @param gain positive; √2 before ReLU and in PPO's hidden layers, 0.01 for a policy's output
     */
    record Orthogonal(double gain) implements InitialWeights {

        public Orthogonal {
            require(gain > 0 && gain < Double.POSITIVE_INFINITY, "gain was %s", gain);
        }

        @Override
        public float[] weights(int outputs, int inputs, RandomGenerator random) {
            boolean wide = outputs <= inputs;
            int count = Math.min(outputs, inputs);
            double[][] vectors = Orthonormal.vectors(count, Math.max(outputs, inputs), random);
            float[] weights = new float[outputs * inputs];
            for (int row = 0; row < outputs; row++) {
                for (int column = 0; column < inputs; column++) {
                    double entry = wide ? vectors[row][column] : vectors[column][row];
                    weights[row * inputs + column] = (float) (gain * entry);
                }
            }
            return weights;
        }
    }

    /** U(−1/√inputs, 1/√inputs) for weights and biases: what PyTorch's layers start from. */
    record FanIn() implements InitialWeights {

        @Override
        public float[] weights(int outputs, int inputs, RandomGenerator random) {
            return Draw.uniform(outputs * inputs, 1 / Math.sqrt(inputs), random);
        }

        @Override
        public float[] biases(int outputs, int inputs, RandomGenerator random) {
            return Draw.uniform(outputs, 1 / Math.sqrt(inputs), random);
        }
    }

    /**
     * N(0, std²), biases zero.
     *
     * @param std positive; 0.02 in DCGAN (Radford et al. 2016)
     */
    record Normal(double std) implements InitialWeights {

        public Normal {
            require(std > 0 && std < Double.POSITIVE_INFINITY, "std was %s", std);
        }

        @Override
        public float[] weights(int outputs, int inputs, RandomGenerator random) {
            float[] weights = new float[outputs * inputs];
            for (int i = 0; i < weights.length; i++) {
                weights[i] = (float) (std * random.nextGaussian());
            }
            return weights;
        }
    }

    /**
     * U(−bound, bound), biases zero.
     *
     * @param bound positive; 0.01 for the code layers of the official VAIRL
     */
    record Uniform(double bound) implements InitialWeights {

        public Uniform {
            require(bound > 0 && bound < Double.POSITIVE_INFINITY, "bound was %s", bound);
        }

        @Override
        public float[] weights(int outputs, int inputs, RandomGenerator random) {
            return Draw.uniform(outputs * inputs, bound, random);
        }
    }
}
