package dev.strait.envs.classic;

import dev.strait.envs.Box;
import dev.strait.envs.Discrete;
import dev.strait.envs.Space;
import dev.strait.envs.World;
import dev.strait.envs.WorldBatch;
import java.util.random.RandomGenerator;

/**
 * A pole hinged to a cart that is pushed left (0) or right (1); it ends when the pole leans beyond
 * 12° or the cart leaves ±2.4 m. Every step is worth 1, the last one too.
 *
 * <p>State and observation: x, ẋ, θ, θ̇ (m, m/s, rad, rad/s); the observation is rounded to
 * float32.
 *
 * <p>Source: Barto, Sutton and Anderson, "Neuronlike adaptive elements that can solve difficult
 * learning control problems", 1983; equations without friction after Florian, "Correct equations
 * for the dynamics of the cart-pole system", 2007; constants of Gymnasium 0.29.1 {@code
 * cartpole.py}.
 */
public final class CartPole implements World, WorldBatch.Source {

    /** Displacement of the cart (m) at which the episode ends. */
    public static final double POSITION_LIMIT = 2.4;

    /** Lean of the pole (rad) at which the episode ends: 12°. */
    public static final double ANGLE_LIMIT = 12 * 2 * Math.PI / 360;

    static final int STATE_SIZE = 4;
    static final double START_SPREAD = 0.05;

    private static final Box OBSERVATIONS =
            Rounding.symmetricBox(
                    2 * POSITION_LIMIT,
                    Double.POSITIVE_INFINITY,
                    2 * ANGLE_LIMIT,
                    Double.POSITIVE_INFINITY);
    private static final Space ACTIONS = new Discrete(2);

    private final CartPoleBatch one = new CartPoleBatch(1);
    private final double[] action = new double[1];
    private final double[] observation = new double[STATE_SIZE];
    private final double[] reward = new double[1];
    private final boolean[] terminated = new boolean[1];

    @Override
    public Box observationSpace() {
        return OBSERVATIONS;
    }

    @Override
    public Space actionSpace() {
        return ACTIONS;
    }

    @Override
    public WorldBatch batch(int count) {
        return new CartPoleBatch(count);
    }

    @Override
    public void reset(RandomGenerator random, double[] observations, int offset) {
        one.reset(0, random, observations, offset);
        terminated[0] = false;
    }

    @Override
    public double step(
            double[] actions, int actionOffset, double[] observations, int observationOffset) {
        action[0] = actions[actionOffset];
        one.step(0, 1, action, observation, reward, terminated);
        System.arraycopy(observation, 0, observations, observationOffset, STATE_SIZE);
        return reward[0];
    }

    @Override
    public boolean terminated() {
        return terminated[0];
    }

    @Override
    public int stateSize() {
        return STATE_SIZE;
    }

    @Override
    public void saveState(double[] state, int offset) {
        one.saveState(0, state, offset);
    }

    @Override
    public void restoreState(double[] state, int offset) {
        one.restoreState(0, state, offset);
        terminated[0] = false;
    }

    @Override
    public void observe(double[] observations, int offset) {
        one.observe(0, observations, offset);
    }

    @Override
    public void restoreFromObservation(double[] observations, int offset) {
        restoreState(observations, offset);
    }
}
