package dev.strait.envs.classic;

import static dev.strait.envs.classic.Rounding.toFloat;

import dev.strait.envs.WorldBatch;
import java.util.random.RandomGenerator;

/** Many cart-poles as one array a coordinate; explicit Euler, positions with the old velocities. */
final class CartPoleBatch implements WorldBatch {

    private static final double GRAVITY = 9.8;
    private static final double CART_MASS = 1.0;
    private static final double POLE_MASS = 0.1;
    private static final double TOTAL_MASS = POLE_MASS + CART_MASS;
    private static final double HALF_LENGTH = 0.5;
    private static final double POLE_MOMENT = POLE_MASS * HALF_LENGTH;
    private static final double FORCE = 10.0;
    private static final double SECONDS = 0.02;

    private final double[] x;
    private final double[] xVelocity;
    private final double[] angle;
    private final double[] angleVelocity;

    CartPoleBatch(int count) {
        x = new double[count];
        xVelocity = new double[count];
        angle = new double[count];
        angleVelocity = new double[count];
    }

    @Override
    public void reset(int row, RandomGenerator random, double[] observations, int offset) {
        double spread = CartPole.START_SPREAD;
        x[row] = random.nextDouble(-spread, spread);
        xVelocity[row] = random.nextDouble(-spread, spread);
        angle[row] = random.nextDouble(-spread, spread);
        angleVelocity[row] = random.nextDouble(-spread, spread);
        observe(row, observations, offset);
    }

    @Override
    public void step(
            int from,
            int to,
            double[] actions,
            double[] observations,
            double[] rewards,
            boolean[] terminated) {
        if (small(from, to)) {
            advanceSmall(from, to, actions);
        } else {
            advanceAny(from, to, actions);
        }
        for (int i = from; i < to; i++) {
            rewards[i] = 1;
            terminated[i] =
                    Math.abs(x[i]) > CartPole.POSITION_LIMIT
                            | Math.abs(angle[i]) > CartPole.ANGLE_LIMIT;
            observe(i, observations, i * CartPole.STATE_SIZE);
        }
    }

    private boolean small(int from, int to) {
        boolean small = true;
        for (int i = from; i < to; i++) {
            small &= Math.abs(angle[i]) <= SmallAngles.LIMIT;
        }
        return small;
    }

    private void advanceSmall(int from, int to, double[] actions) {
        for (int i = from; i < to; i++) {
            double sin = SmallAngles.smallSin(angle[i]);
            double cos = SmallAngles.smallCos(angle[i]);
            advance(i, actions[i], sin, cos);
        }
    }

    private void advanceAny(int from, int to, double[] actions) {
        for (int i = from; i < to; i++) {
            advance(i, actions[i], SmallAngles.sin(angle[i]), SmallAngles.cos(angle[i]));
        }
    }

    private void advance(int i, double action, double sin, double cos) {
        double velocity = xVelocity[i];
        double spin = angleVelocity[i];
        double force = (2 * action - 1) * FORCE;
        double push = (force + POLE_MOMENT * (spin * spin) * sin) / TOTAL_MASS;
        double angleAcceleration =
                (GRAVITY * sin - cos * push)
                        / (HALF_LENGTH * (4.0 / 3.0 - POLE_MASS * (cos * cos) / TOTAL_MASS));
        double acceleration = push - POLE_MOMENT * angleAcceleration * cos / TOTAL_MASS;
        x[i] += SECONDS * velocity;
        xVelocity[i] = velocity + SECONDS * acceleration;
        angle[i] += SECONDS * spin;
        angleVelocity[i] = spin + SECONDS * angleAcceleration;
    }

    @Override
    public void saveState(int row, double[] state, int offset) {
        state[offset] = x[row];
        state[offset + 1] = xVelocity[row];
        state[offset + 2] = angle[row];
        state[offset + 3] = angleVelocity[row];
    }

    @Override
    public void restoreState(int row, double[] state, int offset) {
        x[row] = state[offset];
        xVelocity[row] = state[offset + 1];
        angle[row] = state[offset + 2];
        angleVelocity[row] = state[offset + 3];
    }

    @Override
    public void observe(int row, double[] observations, int offset) {
        observations[offset] = toFloat(x[row]);
        observations[offset + 1] = toFloat(xVelocity[row]);
        observations[offset + 2] = toFloat(angle[row]);
        observations[offset + 3] = toFloat(angleVelocity[row]);
    }
}
