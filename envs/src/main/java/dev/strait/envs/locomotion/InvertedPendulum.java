package dev.strait.envs.locomotion;

import dev.strait.envs.physics.Simulation;

/**
 * A pole on a cart on a rail of ±1 m that is to be kept upright: 1 a step. It ends when the pole
 * leans by more than 0.2 rad; v4 pays for that step, too.
 *
 * <p>Observation: positions (2), velocities (2).
 *
 * <p>Constants of Gymnasium 1.3.0 {@code inverted_pendulum_v4.py} and {@code
 * inverted_pendulum_v5.py}.
 */
final class InvertedPendulum extends LocomotionWorld {

    private static final double BONUS = 1;
    private static final double LARGEST_ANGLE = 0.2;

    InvertedPendulum(Simulation simulation, Edition edition) {
        super(
                simulation,
                edition,
                2,
                Noise.uniform(0.01, 0.01),
                new StateView(simulation, 0),
                Afterimage.NONE);
    }

    @Override
    double reward(double before, double effort) {
        return edition.survival(BONUS, terminated());
    }

    @Override
    boolean ended() {
        return Math.abs(q[1]) > LARGEST_ANGLE;
    }
}
