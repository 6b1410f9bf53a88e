package dev.strait.envs.classic;

import static dev.strait.envs.classic.Rounding.toFloat;

import dev.strait.envs.Box;
import dev.strait.envs.World;
import java.util.random.RandomGenerator;

/**
 * What the two mountain cars share: a car in the valley of sin 3x, its walls and where it starts.
 *
 * <p>Source: Moore, "Efficient memory-based learning for robot control", 1990.
 */
abstract sealed class Hill implements World permits MountainCar, MountainCarContinuous {

    static final double MIN_POSITION = -1.2;
    static final double MAX_POSITION = 0.6;
    static final double MAX_SPEED = 0.07;
    static final double GRAVITY = 0.0025;

    private static final double START_LOW = -0.6;
    private static final double START_HIGH = -0.4;

    private static final Box OBSERVATIONS =
            Box.of(
                    new double[] {toFloat(MIN_POSITION), toFloat(-MAX_SPEED)},
                    new double[] {toFloat(MAX_POSITION), toFloat(MAX_SPEED)});

    double position;
    double velocity;
    boolean terminated;

    /** Position (m) at which the car has arrived. */
    public abstract double goal();

    @Override
    public final Box observationSpace() {
        return OBSERVATIONS;
    }

    @Override
    public final void reset(RandomGenerator random, double[] observations, int offset) {
        position = random.nextDouble(START_LOW, START_HIGH);
        velocity = 0;
        terminated = false;
        observe(observations, offset);
    }

    /** Moves with a new velocity; the left wall stops the car. */
    final void move(double faster) {
        velocity = Rounding.clip(faster, -MAX_SPEED, MAX_SPEED);
        position = Rounding.clip(position + velocity, MIN_POSITION, MAX_POSITION);
        if (position == MIN_POSITION && velocity < 0) {
            velocity = 0;
        }
        terminated = position >= goal() && velocity >= 0;
    }

    @Override
    public final boolean terminated() {
        return terminated;
    }

    @Override
    public final int stateSize() {
        return 2;
    }

    @Override
    public final void saveState(double[] state, int offset) {
        state[offset] = position;
        state[offset + 1] = velocity;
    }

    @Override
    public final void restoreState(double[] state, int offset) {
        position = state[offset];
        velocity = state[offset + 1];
        terminated = false;
    }

    @Override
    public final void observe(double[] observations, int offset) {
        observations[offset] = toFloat(position);
        observations[offset + 1] = toFloat(velocity);
    }

    @Override
    public final void restoreFromObservation(double[] observations, int offset) {
        restoreState(observations, offset);
    }
}
