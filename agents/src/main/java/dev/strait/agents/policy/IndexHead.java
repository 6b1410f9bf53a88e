package dev.strait.agents.policy;

import java.util.random.RandomGenerator;

/**
 * One categorical a branch.
 *
 * @param sizes number of choices of each branch
 */
record IndexHead(int[] sizes) implements ActionHead {

    @Override
    public int size() {
        return sizes.length;
    }

    @Override
    public int outputs() {
        int sum = 0;
        for (int size : sizes) {
            sum += size;
        }
        return sum;
    }

    @Override
    public int scales() {
        return 0;
    }

    @Override
    public void sample(
            float[] outputs, float[] logStd, int row, RandomGenerator random, double[] choices) {
        int at = row * outputs();
        for (int branch = 0; branch < sizes.length; branch++) {
            choices[row * sizes.length + branch] =
                    draw(outputs, at, sizes[branch], random.nextDouble());
            at += sizes[branch];
        }
    }

    /** Inverse of the distribution function of softmax(logits). */
    private static int draw(float[] logits, int at, int size, double uniform) {
        double highest = logits[at + largest(logits, at, size)];
        double total = 0;
        for (int i = 0; i < size; i++) {
            total += Math.exp(logits[at + i] - highest);
        }
        double left = uniform * total;
        for (int i = 0; i < size - 1; i++) {
            left -= Math.exp(logits[at + i] - highest);
            if (left < 0) {
                return i;
            }
        }
        return size - 1;
    }

    @Override
    public void mode(float[] outputs, int row, double[] choices) {
        int at = row * outputs();
        for (int branch = 0; branch < sizes.length; branch++) {
            choices[row * sizes.length + branch] = largest(outputs, at, sizes[branch]);
            at += sizes[branch];
        }
    }

    private static int largest(float[] values, int at, int size) {
        int best = 0;
        for (int i = 1; i < size; i++) {
            if (values[at + i] > values[at + best]) {
                best = i;
            }
        }
        return best;
    }

    @Override
    public void toActions(double[] choices, double[] actions) {
        System.arraycopy(choices, 0, actions, 0, choices.length);
    }

    @Override
    public void toChoices(double[] actions, double[] choices) {
        System.arraycopy(actions, 0, choices, 0, actions.length);
    }
}
