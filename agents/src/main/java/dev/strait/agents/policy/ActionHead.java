package dev.strait.agents.policy;

import ai.djl.ndarray.NDArray;
import dev.strait.core.distribution.Categorical;
import dev.strait.core.distribution.CategoricalProduct;
import dev.strait.core.distribution.DiagonalGaussian;
import dev.strait.core.distribution.Distribution;
import dev.strait.core.distribution.SquashedGaussian;
import dev.strait.envs.Box;
import dev.strait.envs.Discrete;
import dev.strait.envs.MultiDiscrete;
import dev.strait.envs.Space;
import java.util.random.RandomGenerator;

/**
 * How the outputs of an actor network become actions of one kind of space: as a distribution for
 * learning, and in plain Java for acting, where one draw a row is cheaper than a call of the
 * engine.
 *
 * <p>A <em>choice</em> is what the distribution is over; an <em>action</em> is what the world gets.
 * They differ in a {@link Box} only: there a choice of ±1 means the bounds, and what lies beyond is
 * clipped.
 */
sealed interface ActionHead {

    /** A, the length of an action. */
    int size();

    /** Width of the actor's outputs. */
    int outputs();

    /** Number of learned log standard deviations beside the network; 0 in discrete spaces. */
    int scales();

    /**
     * The distribution over choices.
     *
     * @param outputs (B, {@link #outputs}) of the actor
     * @param logStd ({@link #scales}); null in discrete spaces
     */
    Distribution distribution(NDArray outputs, NDArray logStd);

    /** Draws a choice from row {@code row} of the outputs. */
    void sample(float[] outputs, float[] logStd, int row, RandomGenerator random, double[] choices);

    /** Writes the most probable choice of row {@code row}. */
    void mode(float[] outputs, int row, double[] choices);

    /** The action that a choice stands for. */
    void toActions(double[] choices, double[] actions);

    /** The choice that stands for an action: the inverse of {@link #toActions} within bounds. */
    void toChoices(double[] actions, double[] choices);

    /** The head of an action space. */
    static ActionHead of(Space space, boolean squash) {
        if (space instanceof Box box) {
            return new Continuous(box, squash);
        }
        int[] sizes =
                space instanceof MultiDiscrete several
                        ? several.branches().stream().mapToInt(Integer::intValue).toArray()
                        : new int[] {((Discrete) space).n()};
        return new Choices(sizes);
    }

    /**
     * One categorical a branch.
     *
     * @param sizes number of choices of each branch
     */
    record Choices(int[] sizes) implements ActionHead {

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
        public Distribution distribution(NDArray outputs, NDArray logStd) {
            return sizes.length == 1
                    ? new Categorical(outputs)
                    : CategoricalProduct.of(outputs, sizes);
        }

        @Override
        public void sample(
                float[] outputs,
                float[] logStd,
                int row,
                RandomGenerator random,
                double[] choices) {
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

    /**
     * A Gaussian with one learned deviation a coordinate, shared by all observations.
     *
     * @param box where actions live
     * @param squash whether choices pass through tanh instead of being clipped
     */
    record Continuous(Box box, boolean squash) implements ActionHead {

        @Override
        public int size() {
            return box.size();
        }

        @Override
        public int outputs() {
            return box.size();
        }

        @Override
        public int scales() {
            return box.size();
        }

        @Override
        public Distribution distribution(NDArray outputs, NDArray logStd) {
            DiagonalGaussian gaussian = new DiagonalGaussian(outputs, logStd);
            return squash ? new SquashedGaussian(gaussian) : gaussian;
        }

        @Override
        public void sample(
                float[] outputs,
                float[] logStd,
                int row,
                RandomGenerator random,
                double[] choices) {
            int size = box.size();
            for (int i = 0; i < size; i++) {
                double drawn =
                        outputs[row * size + i] + Math.exp(logStd[i]) * random.nextGaussian();
                choices[row * size + i] = squash ? Math.tanh(drawn) : drawn;
            }
        }

        @Override
        public void mode(float[] outputs, int row, double[] choices) {
            int size = box.size();
            for (int i = 0; i < size; i++) {
                double mean = outputs[row * size + i];
                choices[row * size + i] = squash ? Math.tanh(mean) : mean;
            }
        }

        @Override
        public void toActions(double[] choices, double[] actions) {
            for (int i = 0; i < choices.length; i++) {
                int coordinate = i % box.size();
                double low = box.low(coordinate);
                double high = box.high(coordinate);
                double action =
                        bounded(coordinate)
                                ? (low + high) / 2 + choices[i] * (high - low) / 2
                                : choices[i];
                actions[i] = Math.min(high, Math.max(low, action));
            }
        }

        @Override
        public void toChoices(double[] actions, double[] choices) {
            for (int i = 0; i < actions.length; i++) {
                int coordinate = i % box.size();
                double low = box.low(coordinate);
                double high = box.high(coordinate);
                double clipped = Math.min(high, Math.max(low, actions[i]));
                choices[i] =
                        bounded(coordinate)
                                ? (clipped - (low + high) / 2) / ((high - low) / 2)
                                : clipped;
            }
        }

        private boolean bounded(int coordinate) {
            return Double.isFinite(box.low(coordinate)) && Double.isFinite(box.high(coordinate));
        }
    }
}
