package dev.strait.envs.mimic;

import dev.strait.envs.Box;
import dev.strait.envs.motion.HumanoidJoint;
import dev.strait.envs.motion.HumanoidMotion;
import dev.strait.envs.physics.Model;
import java.util.random.RandomGenerator;

/**
 * DeepMimic's humanoid that is to move as a clip does.
 *
 * <p>Observation (89, and 2 with the phase), in the frame that turns with the root about the
 * vertical: height of the root, its forward and upward axes (6), 0.3 of its velocity (3), 0.2 of
 * its angular velocity in its own frame (3), every joint's rotation, a quaternion of w ≥ 0 or an
 * angle (36), 0.1 of the joints' velocities (28), and twice where hands and ankles are from the
 * root (12). Action (28): what the joints' drives pull to, a rotation vector or an angle, within
 * their reach.
 *
 * <p>The reward for following the clip is 0.65 e^(−2 p) + 0.1 e^(−0.1 r) + 0.15 e^(−40 l) + 0.1
 * e^(−10 h) with the squared errors p of rotations, r of the joints' velocities, l of hands and
 * ankles and h = dy² + 0.1 |dv|² of the root (after Peng et al. 2018, whose h is of the centre of
 * mass).
 *
 * <p>An observation leaves out where it faces, and pyramidal friction is not the same all round, so
 * that no state can be restored from one.
 *
 * <p>An episode ends when root, chest or head touch the ground or the root is below 0.3 m, unless
 * the clip itself goes down.
 */
final class Humanoid3d extends MimicWorld {

    /** Numbers of an observation without the phase. */
    static final int OBSERVED = 89;

    private static final int Y = 1;
    private static final int ROOT = 3;
    private static final int FIRST_JOINT = 7;
    private static final int FIRST_RATE = 6;
    private static final int RATES = 28;
    private static final double LOW = 0.3;
    private static final double NOISE = 0.02;

    /** A clip whose root comes below this goes down. */
    private static final double UPRIGHT = 0.5;

    private final int[] drives;
    private final boolean[] hinges;
    private final Box actionSpace;
    private final int[] trunk;
    private final boolean staysUp;
    private final HumanoidLimbs limbs = new HumanoidLimbs();
    private final double[] ends = new double[HumanoidLimbs.SIZE];
    private final double[] expectedEnds = new double[HumanoidLimbs.SIZE];
    private final double[] scratch = new double[4];
    private final double[] turned = new double[4];
    private final double[] axis = new double[3];

    Humanoid3d(String clip, HumanoidMotion motion, Model model, boolean phaseObserved) {
        super(clip, motion, model, OBSERVED, phaseObserved);
        int joints = HumanoidMotion.ORDER.size();
        drives = new int[joints];
        hinges = new boolean[joints];
        double[] low = new double[RATES];
        double[] high = new double[RATES];
        int at = 0;
        for (int j = 0; j < joints; j++) {
            HumanoidJoint joint = HumanoidMotion.ORDER.get(j);
            String name = joint.toString();
            drives[j] = model.joint(name);
            hinges[j] = joint.hinge();
            for (int k = 0; k < (hinges[j] ? 1 : 3); k++, at++) {
                boolean knee = hinges[j] && name.endsWith("knee");
                boolean elbow = hinges[j] && !knee;
                low[at] = elbow ? 0 : -HumanoidModel.reach(name);
                high[at] = knee ? 0 : HumanoidModel.reach(name);
            }
        }
        actionSpace = Box.of(low, high);
        trunk = new int[] {model.geom("root"), model.geom("chest"), model.geom("neck")};
        staysUp = motion.lowest() > UPRIGHT;
    }

    @Override
    public Box actionSpace() {
        return actionSpace;
    }

    @Override
    void perturb(RandomGenerator random) {
        double[] q = simulation.positions();
        turnALittle(q, ROOT, random);
        int at = FIRST_JOINT;
        for (boolean hinge : hinges) {
            if (hinge) {
                q[at++] += NOISE * random.nextGaussian();
            } else {
                turnALittle(q, at, random);
                at += 4;
            }
        }
    }

    private void turnALittle(double[] q, int at, RandomGenerator random) {
        Rotations.ofVector(
                NOISE * random.nextGaussian(),
                NOISE * random.nextGaussian(),
                NOISE * random.nextGaussian(),
                scratch,
                0);
        Rotations.times(q, at, scratch, 0, turned, 0);
        System.arraycopy(turned, 0, q, at, 4);
    }

    @Override
    void place(double lift) {
        simulation.positions()[0] = 0;
        simulation.positions()[Y] += lift;
        simulation.positions()[2] = 0;
    }

    @Override
    void drive(double[] actions, int offset) {
        int at = 0;
        for (int j = 0; j < drives.length; j++) {
            if (hinges[j]) {
                simulation.setPdTarget(drives[j], target(actions, offset, at));
                at++;
            } else {
                Rotations.ofVector(
                        target(actions, offset, at),
                        target(actions, offset, at + 1),
                        target(actions, offset, at + 2),
                        scratch,
                        0);
                simulation.setPdTarget(drives[j], scratch, 0);
                at += 3;
            }
        }
    }

    private double target(double[] actions, int offset, int at) {
        return Math.min(actionSpace.high(at), Math.max(actionSpace.low(at), actions[offset + at]));
    }

    @Override
    boolean touchesBadly() {
        for (int i = 0; i < simulation.contactCount() && staysUp; i++) {
            int geom = Math.max(simulation.contactGeom1(i), simulation.contactGeom2(i));
            boolean ofTrunk = geom == trunk[0] || geom == trunk[1] || geom == trunk[2];
            if (ofTrunk && simulation.contactDistance(i) < 0) {
                return true;
            }
        }
        return false;
    }

    @Override
    boolean lies() {
        return staysUp && simulation.positions()[Y] < LOW;
    }

    @Override
    double tracking() {
        double[] q = simulation.positions();
        double[] v = simulation.velocities();
        double rates = 0;
        for (int i = FIRST_RATE; i < v.length; i++) {
            rates += square(v[i] - expectedRates[i]);
        }
        limbs.write(q, ends);
        limbs.write(expected, expectedEnds);
        double apart = 0;
        for (int i = 0; i < ends.length; i++) {
            apart += square(ends[i] - expectedEnds[i]);
        }
        double root = square(q[Y] - expected[Y]);
        for (int i = 0; i < 3; i++) {
            root += 0.1 * square(v[i] - expectedRates[i]);
        }
        return 0.65 * Math.exp(-2 * squaredAngles(q, expected))
                + 0.1 * Math.exp(-0.1 * rates)
                + 0.15 * Math.exp(-40 * apart)
                + 0.1 * Math.exp(-10 * root);
    }

    private static double square(double x) {
        return x * x;
    }

    /** Over the root and the joints. */
    private double squaredAngles(double[] pose, double[] other) {
        double sum = square(Rotations.angle(pose, ROOT, other, ROOT));
        int at = FIRST_JOINT;
        for (boolean hinge : hinges) {
            sum += square(hinge ? pose[at] - other[at] : Rotations.angle(pose, at, other, at));
            at += hinge ? 1 : 4;
        }
        return sum;
    }

    /** Over the root and the twelve joints: √(Σ angle² / 13). */
    @Override
    public double rotationError(double[] pose, double[] other) {
        return Math.sqrt(squaredAngles(pose, other) / (1 + hinges.length));
    }

    @Override
    public double forward() {
        return simulation.positions()[0];
    }

    @Override
    void observeBody(double[] observations, int offset) {
        double[] q = simulation.positions();
        double[] v = simulation.velocities();
        rotated(q, 1, 0);
        double level = Math.hypot(axis[0], axis[2]);
        double cos = level < 1e-9 ? 1 : axis[0] / level;
        double sin = level < 1e-9 ? 0 : axis[2] / level;
        int at = offset;
        observations[at++] = q[Y];
        at = level(axis, 0, 1, cos, sin, observations, at);
        rotated(q, 0, 1);
        at = level(axis, 0, 1, cos, sin, observations, at);
        at = level(v, 0, 0.3, cos, sin, observations, at);
        for (int i = 0; i < 3; i++) {
            observations[at++] = 0.2 * v[3 + i];
        }
        for (int i = FIRST_JOINT, j = 0; j < hinges.length; j++) {
            int width = hinges[j] ? 1 : 4;
            double sign = !hinges[j] && q[i] < 0 ? -1 : 1;
            for (int k = 0; k < width; k++) {
                observations[at++] = sign * q[i++];
            }
        }
        for (int i = FIRST_RATE; i < v.length; i++) {
            observations[at++] = 0.1 * v[i];
        }
        limbs.write(q, ends);
        for (int end = 0; end < ends.length; end += 3) {
            at = level(ends, end, 2, cos, sin, observations, at);
        }
    }

    /** Sets {@link #axis} to where the root has its forward (1, 0) or upward (0, 1) axis. */
    private void rotated(double[] q, double x, double y) {
        axis[0] = 0;
        axis[1] = 0;
        axis[2] = 0;
        Rotations.addRotated(q, ROOT, x, y, 0, axis, 0);
    }

    /** Writes a scaled vector as seen by whoever faces (cos, sin) in the plane of x and z. */
    private static int level(
            double[] v, int i, double scale, double cos, double sin, double[] out, int at) {
        out[at] = scale * (cos * v[i] + sin * v[i + 2]);
        out[at + 1] = scale * v[i + 1];
        out[at + 2] = scale * (cos * v[i + 2] - sin * v[i]);
        return at + 3;
    }
}
