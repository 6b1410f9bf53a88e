package dev.strait.envs.classic;

import static dev.strait.envs.classic.Rounding.clip;
import static dev.strait.envs.classic.Rounding.toFloat;

import dev.strait.envs.Box;
import dev.strait.envs.Space;
import dev.strait.envs.World;
import java.util.random.RandomGenerator;

/**
 * A rod on a motor too weak to lift it at once; it never terminates. The cost of a step, (angle
 * from upright in [−π, π))² + 0.1 θ̇² + 0.001 u², is of the state before it and of the torque after
 * clipping.
 *
 * <p>State: θ (rad, 0 upright, not wrapped) and θ̇ (rad/s). Observation: cos θ, sin θ, θ̇ rounded
 * to float32. Action: torque u in N·m, clipped to ±2.
 *
 * <p>Constants of Gymnasium 0.29.1 {@code pendulum.py}.
 */
public final class Pendulum implements World {

    /** Largest torque (N·m). */
    public static final double MAX_TORQUE = 2;

    private static final double MAX_SPEED = 8;
    private static final double SECONDS = 0.05;
    private static final double GRAVITY = 10;
    private static final double MASS = 1;
    private static final double LENGTH = 1;
    private static final double GRAVITY_GAIN = 3 * GRAVITY / (2 * LENGTH);
    private static final double TORQUE_GAIN = 3 / (MASS * (LENGTH * LENGTH));
    private static final double START_ANGLE = Math.PI;
    private static final double START_SPEED = 1;

    private static final Box OBSERVATIONS = Rounding.symmetricBox(1, 1, MAX_SPEED);
    private static final Box ACTIONS = Rounding.symmetricBox(MAX_TORQUE);

    private double angle;
    private double velocity;
    private double sin;

    @Override
    public Box observationSpace() {
        return OBSERVATIONS;
    }

    @Override
    public Space actionSpace() {
        return ACTIONS;
    }

    @Override
    public void reset(RandomGenerator random, double[] observations, int offset) {
        double start = random.nextDouble(-START_ANGLE, START_ANGLE);
        set(start, random.nextDouble(-START_SPEED, START_SPEED));
        observe(observations, offset);
    }

    @Override
    public double step(
            double[] actions, int actionOffset, double[] observations, int observationOffset) {
        double torque = clip(actions[actionOffset], -MAX_TORQUE, MAX_TORQUE);
        double lean = wrap(angle);
        double cost = lean * lean + 0.1 * (velocity * velocity) + 0.001 * (torque * torque);
        double faster = velocity + (GRAVITY_GAIN * sin + TORQUE_GAIN * torque) * SECONDS;
        double bounded = clip(faster, -MAX_SPEED, MAX_SPEED);
        set(angle + bounded * SECONDS, bounded);
        observe(observations, observationOffset);
        return -cost;
    }

    private void set(double angle, double velocity) {
        this.angle = angle;
        this.velocity = velocity;
        sin = Math.sin(angle);
    }

    /** The angle modulo 2π in [−π, π): Python's remainder, which has the divisor's sign. */
    private static double wrap(double angle) {
        double turn = 2 * Math.PI;
        double remainder = (angle + Math.PI) % turn;
        return (remainder < 0 ? remainder + turn : remainder) - Math.PI;
    }

    @Override
    public boolean terminated() {
        return false;
    }

    @Override
    public int stateSize() {
        return 2;
    }

    @Override
    public void saveState(double[] state, int offset) {
        state[offset] = angle;
        state[offset + 1] = velocity;
    }

    @Override
    public void restoreState(double[] state, int offset) {
        set(state[offset], state[offset + 1]);
    }

    @Override
    public void observe(double[] observations, int offset) {
        observations[offset] = toFloat(Math.cos(angle));
        observations[offset + 1] = toFloat(sin);
        observations[offset + 2] = toFloat(velocity);
    }

    @Override
    public void restoreFromObservation(double[] observations, int offset) {
        set(Math.atan2(observations[offset + 1], observations[offset]), observations[offset + 2]);
    }
}
