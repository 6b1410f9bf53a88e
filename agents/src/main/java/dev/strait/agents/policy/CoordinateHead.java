package dev.strait.agents.policy;

import dev.strait.envs.Box;
import java.util.random.RandomGenerator;

/**
 * A Gaussian with one learned deviation a coordinate, shared by all observations.
 *
 * @param box where actions live
 * @param squash whether choices pass through tanh instead of being clipped
 */
record CoordinateHead(Box box, boolean squash) implements ActionHead {

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
    public void sample(
            float[] outputs, float[] logStd, int row, RandomGenerator random, double[] choices) {
        int size = box.size();
        for (int i = 0; i < size; i++) {
            double drawn = outputs[row * size + i] + Math.exp(logStd[i]) * random.nextGaussian();
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
            double action = centre(coordinate) + choices[i] * halfWidth(coordinate);
            actions[i] = clipped(action, coordinate);
        }
    }

    @Override
    public void toChoices(double[] actions, double[] choices) {
        for (int i = 0; i < actions.length; i++) {
            int coordinate = i % box.size();
            double offset = clipped(actions[i], coordinate) - centre(coordinate);
            // A coordinate without width has one action, whatever the choice.
            choices[i] = offset == 0 ? 0 : offset / halfWidth(coordinate);
        }
    }

    private double clipped(double action, int coordinate) {
        return Math.min(box.high(coordinate), Math.max(box.low(coordinate), action));
    }

    /** The action that choice 0 stands for; 0 where a bound is missing. */
    private double centre(int coordinate) {
        return bounded(coordinate) ? (box.low(coordinate) + box.high(coordinate)) / 2 : 0;
    }

    /** What a choice of 1 adds to the centre; 1 where a bound is missing. */
    private double halfWidth(int coordinate) {
        return bounded(coordinate) ? (box.high(coordinate) - box.low(coordinate)) / 2 : 1;
    }

    private boolean bounded(int coordinate) {
        return Double.isFinite(box.low(coordinate)) && Double.isFinite(box.high(coordinate));
    }
}
