package dev.strait.envs.locomotion;

import dev.strait.envs.physics.Simulation;

/**
 * Three links in a viscous fluid that are to swim along x: ẋ − 0.0001 Σ a². It never ends.
 *
 * <p>Observation: positions without the root's x and y (3), velocities (5).
 *
 * <p>Constants of Gymnasium 1.3.0 {@code swimmer_v4.py} and {@code swimmer_v5.py}, which behave
 * alike.
 */
final class Swimmer extends LocomotionWorld {

    private static final double EFFORT_COST = 1e-4;

    Swimmer(Simulation simulation, Edition edition) {
        super(
                simulation,
                edition,
                4,
                Noise.uniform(0.1, 0.1),
                new StateView(simulation, 2),
                Afterimage.NONE);
    }

    @Override
    double reward(double before, double effort) {
        return (q[0] - before) / seconds - EFFORT_COST * effort;
    }

    @Override
    boolean ended() {
        return false;
    }
}
