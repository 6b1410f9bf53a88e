package dev.strait.envs.classic;

import static dev.strait.envs.classic.Rounding.toFloat;

import dev.strait.envs.Box;
import dev.strait.envs.Space;

/**
 * The mountain car with a continuous force: 100 for arriving at 0.45 or beyond, less 0.1 a² a step.
 * The force is clipped to ±1, the action that is charged for is not.
 *
 * <p>State and observation: position and velocity. After every step the state itself is rounded to
 * float32; the first step of an episode starts from the unrounded draw.
 *
 * <p>Constants of Gymnasium 0.29.1 {@code continuous_mountain_car.py}.
 */
public final class MountainCarContinuous extends Hill {

    private static final double POWER = 0.0015;
    private static final double MAX_FORCE = 1;
    private static final Box ACTIONS = Rounding.symmetricBox(MAX_FORCE);

    @Override
    public double goal() {
        return 0.45;
    }

    @Override
    public Space actionSpace() {
        return ACTIONS;
    }

    @Override
    public double step(
            double[] actions, int actionOffset, double[] observations, int observationOffset) {
        double action = actions[actionOffset];
        double force = Rounding.clip(action, -MAX_FORCE, MAX_FORCE);
        move(velocity + (force * POWER - GRAVITY * Math.cos(3 * position)));
        position = toFloat(position);
        velocity = toFloat(velocity);
        observe(observations, observationOffset);
        return (terminated ? 100 : 0) - action * action * 0.1;
    }
}
