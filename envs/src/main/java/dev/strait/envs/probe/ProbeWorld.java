package dev.strait.envs.probe;

import dev.strait.envs.Box;
import dev.strait.envs.Space;
import dev.strait.envs.World;
import java.util.random.RandomGenerator;

/**
 * A world of one observed number whose reward is a formula. The number is a sign drawn at the start
 * of an episode, or the step's index; the episode terminates after a given number of steps, or
 * never.
 */
final class ProbeWorld implements World {

    /** What the one observed number is. */
    enum Observed {
        /** −1 or +1 with equal chances, the same throughout the episode. */
        SIGN,
        /** 0 at the start, 1 after the first step, and so on. */
        STEP,
        /** Always 0. */
        NOTHING
    }

    /** The reward of a step. */
    interface Reward {

        /**
         * Computes it.
         *
         * @param observed the number seen before the step
         * @param actions (…, A) the row at {@code offset} counts
         */
        double of(double observed, double[] actions, int offset);
    }

    private static final int NEVER = Integer.MAX_VALUE;

    private final Observed observed;
    private final Space actionSpace;
    private final int length;
    private final Reward reward;
    private final Box observationSpace;
    private double sign;
    private int step;

    private ProbeWorld(Observed observed, Space actionSpace, int length, Reward reward) {
        this.observed = observed;
        this.actionSpace = actionSpace;
        this.length = length;
        this.reward = reward;
        observationSpace =
                switch (observed) {
                    case SIGN -> Box.of(new double[] {-1}, new double[] {1});
                    case STEP -> Box.of(new double[] {0}, new double[] {length});
                    case NOTHING -> Box.of(new double[] {0}, new double[] {0});
                };
    }

    /** A world whose episodes have {@code length} steps. */
    static ProbeWorld ofLength(int length, Observed observed, Space actions, Reward reward) {
        return new ProbeWorld(observed, actions, length, reward);
    }

    /** A world that only a time limit ends. */
    static ProbeWorld endless(Observed observed, Space actions, Reward reward) {
        return new ProbeWorld(observed, actions, NEVER, reward);
    }

    @Override
    public Box observationSpace() {
        return observationSpace;
    }

    @Override
    public Space actionSpace() {
        return actionSpace;
    }

    @Override
    public void reset(RandomGenerator random, double[] observations, int offset) {
        sign = random.nextDouble() < 0.5 ? -1 : 1;
        step = 0;
        observe(observations, offset);
    }

    @Override
    public double step(
            double[] actions, int actionOffset, double[] observations, int observationOffset) {
        double earned = reward.of(number(), actions, actionOffset);
        step++;
        observe(observations, observationOffset);
        return earned;
    }

    private double number() {
        return switch (observed) {
            case SIGN -> sign;
            case STEP -> step;
            case NOTHING -> 0;
        };
    }

    @Override
    public boolean terminated() {
        return step >= length;
    }

    @Override
    public int stateSize() {
        return 2;
    }

    @Override
    public void saveState(double[] state, int offset) {
        state[offset] = sign;
        state[offset + 1] = step;
    }

    @Override
    public void restoreState(double[] state, int offset) {
        sign = state[offset];
        step = (int) state[offset + 1];
    }

    @Override
    public void observe(double[] observations, int offset) {
        observations[offset] = number();
    }

    /** The step's index is told by the observation or, in one-step worlds, is 0. */
    @Override
    public void restoreFromObservation(double[] observations, int offset) {
        double seen = observations[offset];
        sign = observed == Observed.SIGN ? seen : 0;
        step = observed == Observed.STEP ? (int) seen : 0;
    }
}
