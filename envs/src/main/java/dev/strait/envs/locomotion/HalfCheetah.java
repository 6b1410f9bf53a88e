package dev.strait.envs.locomotion;

import dev.strait.envs.physics.Simulation;

/**
 * A back and two legs in a plane that are to run forwards: ẋ − 0.1 Σ a². It never ends.
 *
 * <p>Observation: positions without the root's x (8), velocities (9).
 *
 * <p>Constants of Gymnasium 1.3.0 {@code half_cheetah_v4.py} and {@code half_cheetah_v5.py}, which
 * behave alike.
 */
final class HalfCheetah extends LocomotionWorld {

    private static final double EFFORT_COST = 0.1;

    HalfCheetah(Simulation simulation, Edition edition) {
        super(
                simulation,
                edition,
                5,
                Noise.normal(0.1, 0.1),
                new StateView(simulation, 1),
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
