package dev.strait.envs.mimic;

import dev.strait.envs.Box;
import dev.strait.envs.StateFeatures;
import dev.strait.envs.StateFrames;
import dev.strait.envs.motion.SagittalBody;
import dev.strait.envs.motion.SagittalMotion;
import dev.strait.envs.physics.Model;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * A walker in the plane that is to move as a clip does.
 *
 * <p>Observation (18, and 2 with the phase): height, cos and sin of the pitch, 0.3 vx, 0.3 vz, 0.2
 * pitch rate, six leg angles, 0.1 of their rates, cos and sin of the phase. Action (6): the angles
 * that the legs' drives pull to until the next step, within 1.5 rad of the clip's mean.
 *
 * <p>The reward for following the clip is 0.6 e^(−2 p) + 0.1 e^(−0.05 r) + 0.15 e^(−20 a) + 0.15
 * e^(−10 h) with the squared errors p of pitch and angles, r of the angles' rates, a of the ankles
 * and h = dz² + 0.1 dvx².
 *
 * <p>An episode ends when trunk or head touch the ground, below a height of 0.5 m or beyond a pitch
 * of 1.2 rad, unless the clip itself does so.
 */
final class PlanarBiped extends MimicWorld {

    private static final int X = 0;
    private static final int Z = 1;
    private static final int PITCH = 2;
    private static final int LEGS = SagittalMotion.LEGS;
    private static final int ANGLES = 6;

    private static final double NOISE = 0.02;
    private static final double REACH = 1.5;

    private final int[] drives = new int[ANGLES];
    private final int chest;
    private final int head;
    private final PlanarFall fall;
    private final Box actionSpace;
    private final double[] ankles = new double[8];

    PlanarBiped(String clip, SagittalMotion motion, Model model, boolean phaseObserved) {
        super(clip, motion, model, PlanarFeatures.OBSERVED, phaseObserved);
        for (int i = 0; i < ANGLES; i++) {
            drives[i] = model.joint(PlanarBipedModel.DRIVEN[i]);
        }
        chest = model.geom("chest");
        head = model.geom("head");
        fall = PlanarFall.of(motion);
        actionSpace = about(motion.meanAngles());
    }

    private static Box about(double... angles) {
        double[] low = angles.clone();
        double[] high = angles.clone();
        for (int i = 0; i < angles.length; i++) {
            low[i] -= REACH;
            high[i] += REACH;
        }
        return Box.of(low, high);
    }

    @Override
    public Box actionSpace() {
        return actionSpace;
    }

    @Override
    public StateFeatures features() {
        return new PlanarFeatures();
    }

    @Override
    public Optional<StateFrames> frames() {
        return Optional.of(new PlanarFrames());
    }

    @Override
    void perturb(RandomGenerator random) {
        double[] q = simulation.positions();
        for (int i = PITCH; i < q.length; i++) {
            q[i] += NOISE * random.nextGaussian();
        }
    }

    @Override
    void place(double lift) {
        simulation.positions()[X] = 0;
        simulation.positions()[Z] += lift;
    }

    @Override
    void drive(double[] actions, int offset) {
        for (int i = 0; i < ANGLES; i++) {
            double target =
                    Math.min(
                            actionSpace.high(i), Math.max(actionSpace.low(i), actions[offset + i]));
            simulation.setPdTarget(drives[i], target);
        }
    }

    @Override
    boolean touchesBadly() {
        for (int i = 0; i < simulation.contactCount() && fall.byTouch(); i++) {
            int geom = Math.max(simulation.contactGeom1(i), simulation.contactGeom2(i));
            if (simulation.contactDistance(i) < 0 && (geom == chest || geom == head)) {
                return true;
            }
        }
        return false;
    }

    @Override
    boolean lies() {
        return fall.of(simulation.positions()[Z], simulation.positions()[PITCH]);
    }

    @Override
    double tracking() {
        double[] q = simulation.positions();
        double[] v = simulation.velocities();
        double pose = 2 * square(q[PITCH] - expected[PITCH]);
        double rates = 0;
        for (int i = LEGS; i < q.length; i++) {
            pose += square(q[i] - expected[i]);
            rates += square(v[i] - expectedRates[i]);
        }
        SagittalBody.ankles(q[PITCH], q, LEGS, ankles, 0);
        SagittalBody.ankles(expected[PITCH], expected, LEGS, ankles, 4);
        double feet = 0;
        for (int i = 0; i < 4; i++) {
            feet += square(ankles[i] - ankles[i + 4]);
        }
        double root = square(q[Z] - expected[Z]) + 0.1 * square(v[X] - expectedRates[X]);
        return 0.6 * Math.exp(-2 * pose)
                + 0.1 * Math.exp(-0.05 * rates)
                + 0.15 * Math.exp(-20 * feet)
                + 0.15 * Math.exp(-10 * root);
    }

    private static double square(double x) {
        return x * x;
    }

    @Override
    void observeBody(double[] observations, int offset) {
        double[] q = simulation.positions();
        double[] v = simulation.velocities();
        observations[offset] = q[Z];
        observations[offset + 1] = Math.cos(q[PITCH]);
        observations[offset + 2] = Math.sin(q[PITCH]);
        observations[offset + 3] = PlanarFeatures.OBSERVED_SPEED * v[X];
        observations[offset + 4] = PlanarFeatures.OBSERVED_SPEED * v[Z];
        observations[offset + 5] = 0.2 * v[PITCH];
        for (int i = 0; i < ANGLES; i++) {
            observations[offset + 6 + i] = q[LEGS + i];
            observations[offset + 12 + i] = 0.1 * v[LEGS + i];
        }
    }

    @Override
    void restoreBody(double[] observations, int offset) {
        double[] q = simulation.positions();
        double[] v = simulation.velocities();
        q[Z] = observations[offset];
        q[PITCH] = Math.atan2(observations[offset + 2], observations[offset + 1]);
        v[X] = observations[offset + 3] / PlanarFeatures.OBSERVED_SPEED;
        v[Z] = observations[offset + 4] / PlanarFeatures.OBSERVED_SPEED;
        v[PITCH] = observations[offset + 5] / 0.2;
        for (int i = 0; i < ANGLES; i++) {
            q[LEGS + i] = observations[offset + 6 + i];
            v[LEGS + i] = observations[offset + 12 + i] / 0.1;
        }
    }

    /** e(q, r) = √(Σ (qᵢ − rᵢ)² / 7) over pitch and legs, whole turns of the pitch left out. */
    @Override
    public double rotationError(double[] pose, double[] other) {
        double sum = square(Math.IEEEremainder(pose[PITCH] - other[PITCH], 2 * Math.PI));
        for (int i = LEGS; i < SagittalMotion.SIZE; i++) {
            sum += square(pose[i] - other[i]);
        }
        return Math.sqrt(sum / (1 + ANGLES));
    }

    @Override
    public double forward() {
        return simulation.positions()[X];
    }
}
