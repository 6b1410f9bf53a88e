package dev.strait.envs.classic;

import static dev.strait.envs.classic.Rounding.clip;
import static dev.strait.envs.classic.Rounding.toFloat;

import dev.strait.envs.Box;
import dev.strait.envs.Discrete;
import dev.strait.envs.Space;
import dev.strait.envs.World;
import java.util.random.RandomGenerator;

/**
 * Two links that hang from a pivot, with a motor (−1, 0 or +1 N·m) at the elbow only; it ends when
 * the tip swings one link's length above the pivot. Every step is worth −1, the last one 0.
 *
 * <p>State: θ₁ (from straight down) and θ₂ (relative to the first link) in [−π, π], their
 * velocities. Observation: cos θ₁, sin θ₁, cos θ₂, sin θ₂, θ̇₁, θ̇₂ rounded to float32. The motion
 * is chaotic: two implementations agree step by step, not over an episode.
 *
 * <p>Source: Sutton, "Generalization in reinforcement learning: successful examples using sparse
 * coarse coding", 1996; the equations are those of Sutton and Barto's book, as Gymnasium 0.29.1
 * {@code acrobot.py} has them by default.
 */
public final class Acrobot implements World {

    private static final double SECONDS = 0.2;
    private static final double START_SPREAD = 0.1;
    private static final double MAX_VELOCITY_1 = 4 * Math.PI;
    private static final double MAX_VELOCITY_2 = 9 * Math.PI;

    private static final Box OBSERVATIONS =
            Rounding.symmetricBox(1, 1, 1, 1, MAX_VELOCITY_1, MAX_VELOCITY_2);
    private static final Space ACTIONS = new Discrete(3);

    private final AcrobotDynamics dynamics = new AcrobotDynamics(SECONDS);
    private final double[] state = new double[AcrobotDynamics.STATE_SIZE];
    private boolean terminated;

    @Override
    public Box observationSpace() {
        return OBSERVATIONS;
    }

    @Override
    public Space actionSpace() {
        return ACTIONS;
    }

    /** Uniform within ±0.1 in every coordinate, rounded to float32 as Gymnasium's array is. */
    @Override
    public void reset(RandomGenerator random, double[] observations, int offset) {
        for (int i = 0; i < state.length; i++) {
            state[i] = toFloat(random.nextDouble(-START_SPREAD, START_SPREAD));
        }
        terminated = false;
        observe(observations, offset);
    }

    @Override
    public double step(
            double[] actions, int actionOffset, double[] observations, int observationOffset) {
        dynamics.advance(state, actions[actionOffset] - 1);
        state[0] = wrap(state[0]);
        state[1] = wrap(state[1]);
        state[2] = clip(state[2], -MAX_VELOCITY_1, MAX_VELOCITY_1);
        state[3] = clip(state[3], -MAX_VELOCITY_2, MAX_VELOCITY_2);
        terminated = -Math.cos(state[0]) - Math.cos(state[1] + state[0]) > 1;
        observe(observations, observationOffset);
        return terminated ? 0 : -1;
    }

    private static double wrap(double angle) {
        double wrapped = angle;
        while (wrapped > Math.PI) {
            wrapped -= 2 * Math.PI;
        }
        while (wrapped < -Math.PI) {
            wrapped += 2 * Math.PI;
        }
        return wrapped;
    }

    @Override
    public boolean terminated() {
        return terminated;
    }

    @Override
    public int stateSize() {
        return AcrobotDynamics.STATE_SIZE;
    }

    @Override
    public void saveState(double[] target, int offset) {
        System.arraycopy(state, 0, target, offset, state.length);
    }

    @Override
    public void restoreState(double[] source, int offset) {
        System.arraycopy(source, offset, state, 0, state.length);
        terminated = false;
    }

    @Override
    public void observe(double[] observations, int offset) {
        observations[offset] = toFloat(Math.cos(state[0]));
        observations[offset + 1] = toFloat(Math.sin(state[0]));
        observations[offset + 2] = toFloat(Math.cos(state[1]));
        observations[offset + 3] = toFloat(Math.sin(state[1]));
        observations[offset + 4] = toFloat(state[2]);
        observations[offset + 5] = toFloat(state[3]);
    }

    @Override
    public void restoreFromObservation(double[] observations, int offset) {
        state[0] = Math.atan2(observations[offset + 1], observations[offset]);
        state[1] = Math.atan2(observations[offset + 3], observations[offset + 2]);
        state[2] = observations[offset + 4];
        state[3] = observations[offset + 5];
        terminated = false;
    }
}
