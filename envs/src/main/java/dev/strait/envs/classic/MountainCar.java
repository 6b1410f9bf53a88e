package dev.strait.envs.classic;

import dev.strait.envs.Discrete;
import dev.strait.envs.Space;

/**
 * A car too weak to climb the hill at once: push left (0), coast (1) or push right (2), −1 a step
 * until it stands at 0.5 or beyond, moving forward.
 *
 * <p>State and observation: position and velocity; the observation is rounded to float32.
 *
 * <p>Constants of Gymnasium 0.29.1 {@code mountain_car.py}.
 */
public final class MountainCar extends Hill {

    private static final double FORCE = 0.001;
    private static final Space ACTIONS = new Discrete(3);

    @Override
    public double goal() {
        return 0.5;
    }

    @Override
    public Space actionSpace() {
        return ACTIONS;
    }

    @Override
    public double step(
            double[] actions, int actionOffset, double[] observations, int observationOffset) {
        double push = (actions[actionOffset] - 1) * FORCE;
        move(velocity + (push + Math.cos(3 * position) * -GRAVITY));
        observe(observations, observationOffset);
        return -1;
    }
}
