package dev.strait.agents.policy;

import static dev.strait.core.Require.require;

import dev.strait.core.network.Activation;

/**
 * A dense policy's most probable action in plain Java, without the engine: small enough to read,
 * and equal to the engine's to 1e-5.
 *
 * <p>Not for two threads at once: it keeps its layers' outputs.
 */
public final class DensePolicy {

    private final double[] shift;
    private final double[] scale;
    private final double clip;
    private final Activation activation;
    private final float[][] weights;
    private final float[][] biases;
    private final double[][] layers;
    private final ActionHead head;

    /**
     * From the parts of a saved policy.
     *
     * @param shift (F) subtracted from observations
     * @param scale (F) what they are then multiplied by
     * @param clip what they are then held within
     * @param weights of each layer, (outputs, inputs) row by row
     * @param biases of each layer
     */
    DensePolicy(
            double[] shift,
            double[] scale,
            double clip,
            Activation activation,
            float[][] weights,
            float[][] biases,
            ActionHead head) {
        this.shift = shift;
        this.scale = scale;
        this.clip = clip;
        this.activation = activation;
        this.weights = weights;
        this.biases = biases;
        this.head = head;
        layers = new double[weights.length + 1][];
        layers[0] = new double[shift.length];
        for (int i = 0; i < weights.length; i++) {
            layers[i + 1] = new double[biases[i].length];
        }
    }

    /** F, the length of an observation. */
    public int observationSize() {
        return shift.length;
    }

    /** A, the length of an action. */
    public int actionSize() {
        return head.size();
    }

    /**
     * The most probable action.
     *
     * @param observation (F) as the world gives it
     * @return (A) as the world takes it
     */
    public double[] act(double... observation) {
        require(
                observation.length == shift.length,
                "this policy sees %s numbers, but got %s",
                shift.length,
                observation.length);
        for (int i = 0; i < shift.length; i++) {
            double normalised = (observation[i] - shift[i]) * scale[i];
            layers[0][i] = (float) Math.max(-clip, Math.min(clip, normalised));
        }
        for (int layer = 0; layer < weights.length; layer++) {
            forward(layer);
        }
        return action(layers[weights.length]);
    }

    private void forward(int layer) {
        double[] in = layers[layer];
        double[] out = layers[layer + 1];
        boolean last = layer == weights.length - 1;
        for (int row = 0; row < out.length; row++) {
            double sum = biases[layer][row];
            for (int column = 0; column < in.length; column++) {
                sum += weights[layer][row * in.length + column] * in[column];
            }
            out[row] = last ? sum : activation.apply(sum);
        }
    }

    private double[] action(double[] outputs) {
        float[] row = new float[outputs.length];
        for (int i = 0; i < row.length; i++) {
            row[i] = (float) outputs[i];
        }
        double[] choice = new double[head.size()];
        head.mode(row, 0, choice);
        double[] action = new double[choice.length];
        head.toActions(choice, action);
        return action;
    }
}
