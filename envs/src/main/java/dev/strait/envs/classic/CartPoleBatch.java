package dev.strait.envs.classic;

import static dev.strait.envs.classic.Rounding.toFloat;

import dev.strait.envs.WorldBatch;
import java.util.random.RandomGenerator;

/**
 * Many cart-poles as one array a coordinate; explicit Euler, positions with the old velocities.
 *
 * <p>Every quantity has a short loop of its own: HotSpot turns a loop into vector instructions only
 * while its body stays below {@code LoopUnrollLimit}, and the whole step in one loop does not. The
 * sines' loops have no branch for the same reason, so a batch that holds a steep pole (only a
 * restored state can) takes another.
 */
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
    private final double[] sin;
    private final double[] cos;
    private final double[] push;
    private final double[] angleAcceleration;

    CartPoleBatch(int count) {
        x = new double[count];
        xVelocity = new double[count];
        angle = new double[count];
        angleVelocity = new double[count];
        sin = new double[count];
        cos = new double[count];
        push = new double[count];
        angleAcceleration = new double[count];
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
        findSinesAndCosines(from, to);
        findPushes(from, to, actions);
        findAccelerations(from, to);
        advance(from, to);
        for (int i = from; i < to; i++) {
            rewards[i] = 1;
            terminated[i] =
                    Math.abs(x[i]) > CartPole.POSITION_LIMIT
                            | Math.abs(angle[i]) > CartPole.ANGLE_LIMIT;
            observe(i, observations, i * CartPole.STATE_SIZE);
        }
    }

    private void findSinesAndCosines(int from, int to) {
        if (!small(from, to)) {
            for (int i = from; i < to; i++) {
                sin[i] = SmallAngles.sin(angle[i]);
                cos[i] = SmallAngles.cos(angle[i]);
            }
            return;
        }
        for (int i = from; i < to; i++) {
            sin[i] = SmallAngles.smallSin(angle[i]);
        }
        for (int i = from; i < to; i++) {
            cos[i] = SmallAngles.smallCos(angle[i]);
        }
    }

    private boolean small(int from, int to) {
        boolean small = true;
        for (int i = from; i < to; i++) {
            small &= Math.abs(angle[i]) <= SmallAngles.LIMIT;
        }
        return small;
    }

    private void findPushes(int from, int to, double[] actions) {
        for (int i = from; i < to; i++) {
            double force = (2 * actions[i] - 1) * FORCE;
            double spin = angleVelocity[i];
            push[i] = (force + POLE_MOMENT * (spin * spin) * sin[i]) / TOTAL_MASS;
        }
    }

    private void findAccelerations(int from, int to) {
        for (int i = from; i < to; i++) {
            double inertia = HALF_LENGTH * (4.0 / 3.0 - POLE_MASS * (cos[i] * cos[i]) / TOTAL_MASS);
            angleAcceleration[i] = (GRAVITY * sin[i] - cos[i] * push[i]) / inertia;
        }
    }

    private void advance(int from, int to) {
        for (int i = from; i < to; i++) {
            double acceleration =
                    push[i] - POLE_MOMENT * angleAcceleration[i] * cos[i] / TOTAL_MASS;
            x[i] += SECONDS * xVelocity[i];
            xVelocity[i] += SECONDS * acceleration;
        }
        for (int i = from; i < to; i++) {
            angle[i] += SECONDS * angleVelocity[i];
            angleVelocity[i] += SECONDS * angleAcceleration[i];
        }
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
