package dev.strait.envs.locomotion;

import dev.strait.envs.physics.Simulation;
import java.util.random.RandomGenerator;

/**
 * An arm of two joints in a plane that is to reach a target and stay there: −|d| − Σ a², with d
 * from the target to the fingertip. v4 takes d before the step, v5 after it. It never ends.
 *
 * <p>Observation: cosines of both angles, their sines, the target's place (2), both angular
 * velocities, and d: three numbers in v4, two in v5.
 *
 * <p>The target is drawn uniformly from the disc of radius 0.2 m and stands still.
 *
 * <p>Constants of Gymnasium 1.3.0 {@code reacher_v4.py} and {@code reacher_v5.py}.
 */
final class Reacher extends LocomotionWorld {

    private static final double RADIUS = 0.2;

    /** Where the target begins among positions and velocities. */
    private static final int TARGET = 2;

    private final int fingertip;
    private final int target;
    private final double[] place = new double[3];

    Reacher(Simulation simulation, Edition edition) {
        super(
                simulation,
                edition,
                2,
                Noise.uniform(0.1, 5e-3),
                new Angles(simulation.positions(), simulation.velocities()),
                new Afterimage(3, 0, edition == Edition.V4 ? 3 : 2));
        fingertip = simulation.model().body("fingertip");
        target = simulation.model().body("target");
    }

    @Override
    void draw(Noise noise, RandomGenerator random) {
        noise.shiftPositions(q, random);
        do {
            q[TARGET] = random.nextDouble(-RADIUS, RADIUS);
            q[TARGET + 1] = random.nextDouble(-RADIUS, RADIUS);
        } while (!(Math.hypot(q[TARGET], q[TARGET + 1]) < RADIUS));
        noise.drawVelocities(v, random);
        v[TARGET] = 0;
        v[TARGET + 1] = 0;
    }

    @Override
    void rememberPlaces() {
        simulation.bodyPosition(fingertip, afterimage.values, 0);
        simulation.bodyPosition(target, place, 0);
        for (int i = 0; i < place.length; i++) {
            afterimage.values[i] -= place[i];
        }
    }

    @Override
    double mark() {
        return distance();
    }

    private double distance() {
        double sum = 0;
        for (double value : afterimage.values) {
            sum += value * value;
        }
        return Math.sqrt(sum);
    }

    @Override
    double reward(double before, double effort) {
        return -(edition == Edition.V4 ? before : distance()) - effort;
    }

    @Override
    boolean ended() {
        return false;
    }

    /** Angles by cosine and sine, the target, and the angles' velocities. */
    private record Angles(double[] q, double[] v) implements Head {

        @Override
        public int size() {
            return 8;
        }

        @Override
        public void write(double[] observations, int offset) {
            for (int i = 0; i < 2; i++) {
                observations[offset + i] = Math.cos(q[i]);
                observations[offset + 2 + i] = Math.sin(q[i]);
                observations[offset + 4 + i] = q[TARGET + i];
                observations[offset + 6 + i] = v[i];
            }
        }

        @Override
        public void read(double[] observations, int offset) {
            for (int i = 0; i < 2; i++) {
                q[i] = Math.atan2(observations[offset + 2 + i], observations[offset + i]);
                q[TARGET + i] = observations[offset + 4 + i];
                v[i] = observations[offset + 6 + i];
                v[TARGET + i] = 0;
            }
        }

        @Override
        public boolean tellsState(double[] observations, int offset) {
            return true;
        }
    }
}
