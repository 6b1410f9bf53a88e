package dev.strait.envs.locomotion;

import static dev.strait.envs.locomotion.Clip.within;

import dev.strait.envs.physics.Simulation;

/**
 * Two poles on a cart that are to be kept upright: 10 − 0.01 x² − (z − 2)² − 0.001 θ̇₁² − 0.005
 * θ̇₂², with x and z of the tip of the upper pole. It ends when the tip is at 1 m or below; v4 pays
 * the 10 for that step, too.
 *
 * <p>Observation: x of the cart, sines of both angles, their cosines, velocities held to ±10 (3),
 * and the forces of the rail's ends held to ±10: of all three coordinates in v4, of the cart alone
 * in v5.
 *
 * <p>Constants of Gymnasium 1.3.0 {@code inverted_double_pendulum_v4.py} and {@code
 * inverted_double_pendulum_v5.py}.
 */
final class InvertedDoublePendulum extends LocomotionWorld {

    private static final double BONUS = 10;
    private static final double LIMIT = 10;
    private static final double LOWEST = 1;

    /** In the afterimage: the tip (3), then the forces. */
    private static final int TIP_X = 0;

    private static final int TIP_Z = 2;
    private static final int FORCES = 3;
    private static final int COORDINATES = 3;

    private final int tip;

    InvertedDoublePendulum(Simulation simulation, Edition edition) {
        super(
                simulation,
                edition,
                5,
                Noise.normal(0.1, 0.1),
                new Angles(simulation.positions(), simulation.velocities()),
                new Afterimage(
                        FORCES + COORDINATES,
                        FORCES,
                        FORCES + (edition == Edition.V4 ? COORDINATES : 1)));
        tip = simulation.model().site("tip");
    }

    @Override
    void rememberPlaces() {
        simulation.sitePosition(tip, afterimage.values, TIP_X);
        double[] forces = simulation.constraintForces();
        for (int i = 0; i < COORDINATES; i++) {
            afterimage.values[FORCES + i] = within(LIMIT, forces[i]);
        }
    }

    @Override
    double reward(double before, double effort) {
        double x = afterimage.values[TIP_X];
        double fallen = afterimage.values[TIP_Z] - 2;
        return edition.survival(BONUS, terminated())
                - 0.01 * x * x
                - fallen * fallen
                - 1e-3 * v[1] * v[1]
                - 5e-3 * v[2] * v[2];
    }

    @Override
    boolean ended() {
        return afterimage.values[TIP_Z] <= LOWEST;
    }

    /** The cart's place, the angles by sine and cosine, the velocities held to a limit. */
    private record Angles(double[] q, double[] v) implements Head {

        @Override
        public int size() {
            return 5 + COORDINATES;
        }

        @Override
        public void write(double[] observations, int offset) {
            observations[offset] = q[0];
            for (int i = 0; i < 2; i++) {
                observations[offset + 1 + i] = Math.sin(q[1 + i]);
                observations[offset + 3 + i] = Math.cos(q[1 + i]);
            }
            for (int i = 0; i < COORDINATES; i++) {
                observations[offset + 5 + i] = within(LIMIT, v[i]);
            }
        }

        @Override
        public void read(double[] observations, int offset) {
            q[0] = observations[offset];
            for (int i = 0; i < 2; i++) {
                q[1 + i] = Math.atan2(observations[offset + 1 + i], observations[offset + 3 + i]);
            }
            System.arraycopy(observations, offset + 5, v, 0, COORDINATES);
        }

        @Override
        public boolean tellsState(double[] observations, int offset) {
            for (int i = 0; i < COORDINATES; i++) {
                if (!(Math.abs(observations[offset + 5 + i]) < LIMIT)) {
                    return false;
                }
            }
            return true;
        }
    }
}
