package dev.strait.agents.policy;

import static dev.strait.core.Require.require;

/**
 * Weights of one dense layer, in plain Java.
 *
 * @param inputs columns of the weight
 * @param outputs rows of the weight
 * @param weight (outputs, inputs) row by row
 * @param bias (outputs)
 */
record DenseLayer(int inputs, int outputs, float[] weight, float[] bias) {

    DenseLayer {
        require(
                weight.length == (long) inputs * outputs && bias.length == outputs,
                "a layer of %s inputs and %s outputs cannot have %s weights and %s biases",
                inputs,
                outputs,
                weight.length,
                bias.length);
    }

    /** Wx + b, without an activation. */
    void apply(double[] in, double[] out) {
        for (int row = 0; row < outputs; row++) {
            double sum = bias[row];
            for (int column = 0; column < inputs; column++) {
                sum += weight[row * inputs + column] * in[column];
            }
            out[row] = sum;
        }
    }
}
