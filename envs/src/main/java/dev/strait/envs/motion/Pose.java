package dev.strait.envs.motion;

import static dev.strait.envs.Require.require;

import java.util.EnumMap;
import java.util.Map;

/**
 * A humanoid at one moment: x forward, y up, z to its right, in metres and radians.
 *
 * @param x of the root
 * @param y of the root, its height above the ground
 * @param z of the root
 * @param root rotation of the root
 * @param balls rotation of every ball joint against its parent
 * @param hinges angle of every hinge
 */
public record Pose(
        double x,
        double y,
        double z,
        Quaternion root,
        Map<HumanoidJoint, Quaternion> balls,
        Map<HumanoidJoint, Double> hinges) {

    /** Root position, root rotation, then every joint: the length of a row. */
    static final int WIDTH = 43;

    /**
     * A recorded quaternion may be off its norm of 1 by this factor: people interpolate linearly,
     * and DeepMimic's own kick has one of 0.78.
     */
    private static final double MOST_NORM = 2;

    private static final double FARTHEST = 1e4;

    private static final double LARGEST_ANGLE = 4 * Math.PI;

    public Pose {
        balls = Map.copyOf(balls);
        hinges = Map.copyOf(hinges);
        for (HumanoidJoint joint : HumanoidJoint.values()) {
            Map<HumanoidJoint, ?> holds = joint.hinge() ? hinges : balls;
            require(holds.containsKey(joint), "a pose needs a rotation of the %s", joint);
        }
    }

    /** Refuses a root, the first three numbers, that is farther off than any recording goes. */
    static void requireNear(double[] place) {
        for (int i = 0; i < 3; i++) {
            require(Math.abs(place[i]) <= FARTHEST, "the root is at %s m", place[i]);
        }
    }

    /**
     * From numbers in the order of DeepMimic's clips.
     *
     * @param row (43) root position, root quaternion, then every joint in its order
     * @throws IllegalArgumentException where a number is not finite or no part of a motion
     */
    static Pose of(double... row) {
        require(row.length == WIDTH, "a pose has %s numbers, not %s", WIDTH, row.length);
        requireNear(row);
        Map<HumanoidJoint, Quaternion> balls = new EnumMap<>(HumanoidJoint.class);
        Map<HumanoidJoint, Double> hinges = new EnumMap<>(HumanoidJoint.class);
        int at = 7;
        for (HumanoidJoint joint : HumanoidJoint.values()) {
            if (joint.hinge()) {
                require(
                        Math.abs(row[at]) <= LARGEST_ANGLE,
                        "the %s is bent by %s rad",
                        joint,
                        row[at]);
                hinges.put(joint, row[at]);
            } else {
                balls.put(joint, quaternion(joint.toString(), row, at));
            }
            at += joint.width();
        }
        return new Pose(row[0], row[1], row[2], quaternion("root", row, 3), balls, hinges);
    }

    private static Quaternion quaternion(String of, double[] row, int at) {
        Quaternion q = new Quaternion(row[at], row[at + 1], row[at + 2], row[at + 3]);
        double norm = q.norm();
        require(
                norm <= MOST_NORM && norm >= 1 / MOST_NORM,
                "the quaternion of the %s has norm %s, which is too far from 1 to be a rotation",
                of,
                norm);
        return q.normalised();
    }

    /** The numbers that {@link #of} reads, (43). */
    double[] row() {
        double[] row = new double[WIDTH];
        row[0] = x;
        row[1] = y;
        row[2] = z;
        put(root, row, 3);
        int at = 7;
        for (HumanoidJoint joint : HumanoidJoint.values()) {
            if (joint.hinge()) {
                row[at] = hinges.get(joint);
            } else {
                put(balls.get(joint), row, at);
            }
            at += joint.width();
        }
        return row;
    }

    private static void put(Quaternion q, double[] row, int at) {
        row[at] = q.w();
        row[at + 1] = q.x();
        row[at + 2] = q.y();
        row[at + 3] = q.z();
    }

    /** Rotation of a joint against its parent, of a hinge, too. */
    Quaternion rotation(HumanoidJoint joint) {
        return joint.hinge() ? Quaternion.aboutZ(hinges.get(joint)) : balls.get(joint);
    }

    /** The same elsewhere. */
    Pose moved(double dx, double dz) {
        return new Pose(x + dx, y, z + dz, root, balls, hinges);
    }

    /** The whole turned about the vertical axis through the origin. */
    Pose turned(Quaternion about) {
        double[] to = about.rotate(x, y, z);
        return new Pose(to[0], to[1], to[2], about.times(root), balls, hinges);
    }

    /** The mirror image: left is right. */
    Pose mirrored() {
        Map<HumanoidJoint, Quaternion> otherBalls = new EnumMap<>(HumanoidJoint.class);
        balls.forEach((joint, q) -> otherBalls.put(joint.otherSide(), q.mirrored()));
        Map<HumanoidJoint, Double> otherHinges = new EnumMap<>(HumanoidJoint.class);
        hinges.forEach((joint, angle) -> otherHinges.put(joint.otherSide(), angle));
        return new Pose(x, y, -z, root.mirrored(), otherBalls, otherHinges);
    }

    /** On the way to another pose; 0 is here, 1 there. */
    Pose towards(Pose other, double share) {
        Map<HumanoidJoint, Quaternion> between = new EnumMap<>(HumanoidJoint.class);
        balls.forEach((joint, q) -> between.put(joint, q.towards(other.balls.get(joint), share)));
        Map<HumanoidJoint, Double> bent = new EnumMap<>(HumanoidJoint.class);
        hinges.forEach(
                (joint, angle) ->
                        bent.put(joint, angle + share * (other.hinges.get(joint) - angle)));
        return new Pose(
                x + share * (other.x - x),
                y + share * (other.y - y),
                z + share * (other.z - z),
                root.towards(other.root, share),
                between,
                bent);
    }
}
