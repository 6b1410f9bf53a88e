package dev.strait.envs.locomotion;

import dev.strait.envs.physics.Simulation;

/**
 * Two legs of three joints in a plane that are to walk forwards: ẋ + 1 − 0.001 Σ a². It ends when
 * the torso leaves 0.8 to 2 m of height or leans by 1 rad.
 *
 * <p>Observation: positions without the root's x (8), velocities held to ±10 (9). In v4 the right
 * foot has friction 0.9 and the left 1.9, in v5 both have 1.9.
 *
 * <p>Constants of Gymnasium 1.3.0 {@code walker2d_v4.py} and {@code walker2d_v5.py}.
 */
final class Walker2d extends LocomotionWorld {

    private static final double BONUS = 1;
    private static final double EFFORT_COST = 1e-3;
    private static final double LOWEST = 0.8;
    private static final double HIGHEST = 2;
    private static final double LARGEST_ANGLE = 1;

    Walker2d(Simulation simulation, Edition edition) {
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
        return !(LOWEST < q[1] && q[1] < HIGHEST && Math.abs(q[2]) < LARGEST_ANGLE);
    }
}
