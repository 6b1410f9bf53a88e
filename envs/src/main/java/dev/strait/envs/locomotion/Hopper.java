package dev.strait.envs.locomotion;

import dev.strait.envs.physics.Simulation;

/**
 * One leg of three joints that is to hop forwards: ẋ + 1 − 0.001 Σ a². It ends when the torso sinks
 * to 0.7 m or leans by 0.2 rad, or when a velocity or a position other than the root's x and z
 * reaches 100.
 *
 * <p>Observation: positions without the root's x (5), velocities held to ±10 (6).
 *
 * <p>Constants of Gymnasium 1.3.0 {@code hopper_v4.py} and {@code hopper_v5.py}.
 */
final class Hopper extends LocomotionWorld {

    private static final double BONUS = 1;
    private static final double EFFORT_COST = 1e-3;
    private static final double LOWEST = 0.7;
    private static final double LARGEST_ANGLE = 0.2;
    private static final double LARGEST_COORDINATE = 100;

    Hopper(Simulation simulation, Edition edition) {
        super(
                simulation,
                edition,
                4,
                Noise.uniform(5e-3, 5e-3),
                new StateView(simulation, 1, 10),
                Afterimage.NONE);
    }

    @Override
    double reward(double before, double effort) {
        return (q[0] - before) / seconds
                + edition.survival(BONUS, terminated())
                - EFFORT_COST * effort;
    }

    @Override
    boolean ended() {
        return !(q[1] > LOWEST && Math.abs(q[2]) < LARGEST_ANGLE && bounded(q, 2) && bounded(v, 0));
    }

    private static boolean bounded(double[] values, int from) {
        for (int i = from; i < values.length; i++) {
            if (!(Math.abs(values[i]) < LARGEST_COORDINATE)) {
                return false;
            }
        }
        return true;
    }
}
