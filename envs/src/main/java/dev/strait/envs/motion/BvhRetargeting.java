package dev.strait.envs.motion;

import static dev.strait.envs.Require.require;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Puts a BVH motion onto the humanoid, joint by joint of the same meaning.
 *
 * <p>The rest poses differ: the humanoid's limbs hang, while a file's may be stretched out. So a
 * limb's rotation is that of the file after the shortest turn A from hanging to the file's rest
 * direction, H = G A, and the hinges take the part that is about their axis: the rest of a knee's
 * or an elbow's rotation is lost. Lengths are scaled by the length of the legs. The clip begins at
 * the origin and faces forward.
 */
final class BvhRetargeting {

    /** Thigh and shank of the humanoid, in metres. */
    private static final double LEG = HumanoidLengths.THIGH + HumanoidLengths.SHANK;

    private static final double[] HANGING = {0, -1, 0};

    private final BvhMotion motion;
    private final int root;
    private final Map<HumanoidJoint, Integer> joints = new EnumMap<>(HumanoidJoint.class);
    private final Map<HumanoidJoint, Quaternion> fromHanging = new EnumMap<>(HumanoidJoint.class);
    private final double[][] axes;
    private final double scale;

    /**
     * A retargeting of a motion.
     *
     * @throws IllegalArgumentException where its skeleton lacks a joint, or is no body
     */
    BvhRetargeting(BvhMotion motion) {
        this.motion = motion;
        JointNames names = new JointNames(motion.joints());
        root = names.root();
        require(
                root == 0,
                "its root should be the hips, but is '%s'",
                motion.joints().get(0).name());
        for (HumanoidJoint joint : HumanoidJoint.values()) {
            joints.put(joint, names.of(joint));
        }
        double[][] rest = motion.restPositions();
        axes = axes(rest);
        double leg =
                Vectors.length(bone(rest, HumanoidJoint.RIGHT_HIP))
                        + Vectors.length(bone(rest, HumanoidJoint.RIGHT_KNEE));
        require(leg > 0, "its right leg has length %s", leg);
        scale = LEG / leg;
        for (HumanoidJoint joint : HumanoidJoint.values()) {
            fromHanging.put(joint, fromHanging(joint, rest));
        }
    }

    /** Rows forward, up and right, in the file's axes, as the rest pose shows them. */
    private double[][] axes(double[][] rest) {
        double[] spine = Vectors.minus(rest[joints.get(HumanoidJoint.NECK)], rest[root]);
        int highest = 0;
        for (int i = 1; i < 3; i++) {
            highest = Math.abs(spine[i]) > Math.abs(spine[highest]) ? i : highest;
        }
        double[] up = new double[3];
        up[highest] = Math.signum(spine[highest]);
        double[] across =
                Vectors.minus(
                        rest[joints.get(HumanoidJoint.RIGHT_HIP)],
                        rest[joints.get(HumanoidJoint.LEFT_HIP)]);
        double[] level = Vectors.minus(across, Vectors.scaled(Vectors.dot(across, up), up));
        require(
                up[highest] != 0 && Vectors.length(level) > 0,
                "its rest pose does not show what is up and what is right");
        double[] right = Vectors.unit(level);
        return new double[][] {Vectors.cross(up, right), up, right};
    }

    private double[] canonical(double... v) {
        return new double[] {
            Vectors.dot(axes[0], v), Vectors.dot(axes[1], v), Vectors.dot(axes[2], v)
        };
    }

    private Quaternion canonical(Quaternion q) {
        double[] v = canonical(q.x(), q.y(), q.z());
        return new Quaternion(q.w(), v[0], v[1], v[2]);
    }

    /** (3) from a joint to the next one of its limb. */
    private double[] bone(double[][] rest, HumanoidJoint joint) {
        int own = joints.get(joint);
        return Vectors.minus(rest[end(joint, own)], rest[own]);
    }

    private int end(HumanoidJoint joint, int own) {
        for (HumanoidJoint next : HumanoidJoint.values()) {
            if (next.parent() == joint) {
                return joints.get(next);
            }
        }
        for (int i = own + 1; i < motion.joints().size(); i++) {
            if (motion.joints().get(i).parent() == own) {
                return i;
            }
        }
        return own;
    }

    /** A: trunk and feet are taken to rest as the humanoid's do. */
    private Quaternion fromHanging(HumanoidJoint joint, double[][] rest) {
        return switch (joint) {
            case CHEST, NECK, RIGHT_ANKLE, LEFT_ANKLE -> Quaternion.IDENTITY;
            default -> {
                double[] bone = bone(rest, joint);
                require(Vectors.length(bone) > 0, "the bone below its %s has length 0", joint);
                yield Quaternion.between(HANGING, Vectors.unit(canonical(bone)));
            }
        };
    }

    MotionClip clip(String name) {
        int frames = motion.rows().size();
        double[] times = new double[frames];
        List<Pose> poses = new ArrayList<>(frames);
        for (int i = 0; i < frames; i++) {
            times[i] = i * motion.frameTime();
            poses.add(pose(i));
        }
        return new MotionClip(name, false, times, poses).facingForward();
    }

    private Pose pose(int frame) {
        Quaternion[] recorded = motion.rotations(frame);
        Map<HumanoidJoint, Quaternion> turned = new EnumMap<>(HumanoidJoint.class);
        for (HumanoidJoint joint : HumanoidJoint.values()) {
            Quaternion global = canonical(recorded[joints.get(joint)]);
            turned.put(joint, global.times(fromHanging.get(joint)));
        }
        Quaternion rootTurned = canonical(recorded[root]);
        Map<HumanoidJoint, Quaternion> balls = new EnumMap<>(HumanoidJoint.class);
        Map<HumanoidJoint, Double> hinges = new EnumMap<>(HumanoidJoint.class);
        for (HumanoidJoint joint : HumanoidJoint.values()) {
            Quaternion on = joint.parent() == null ? rootTurned : turned.get(joint.parent());
            Quaternion local = on.inverse().times(turned.get(joint));
            if (joint.hinge()) {
                hinges.put(joint, Math.IEEEremainder(local.twistAboutZ(), 2 * Math.PI));
            } else {
                balls.put(joint, local.normalised());
            }
        }
        double[] at = Vectors.scaled(scale, canonical(motion.rootPosition(frame)));
        Pose.requireNear(at);
        return new Pose(at[0], at[1], at[2], rootTurned, balls, hinges);
    }
}
