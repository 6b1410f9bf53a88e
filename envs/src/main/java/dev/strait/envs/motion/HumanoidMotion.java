package dev.strait.envs.motion;

import java.util.Arrays;
import java.util.List;

/**
 * A clip in the coordinates of DeepMimic's humanoid: q holds the root's position and quaternion and
 * then every joint in {@link #ORDER}, a quaternion or an angle (43); v the root's velocity in the
 * world, its angular velocity in its own frame, and every joint's, of a ball in the child's frame
 * (34). Tabulated at about 120 Hz and read in between, so that a simulation may ask at every step.
 */
public final class HumanoidMotion implements ReferenceMotion {

    /** The joints as a simulation numbers them: depth first, trunk before legs. */
    public static final List<HumanoidJoint> ORDER =
            List.of(
                    HumanoidJoint.CHEST,
                    HumanoidJoint.NECK,
                    HumanoidJoint.RIGHT_SHOULDER,
                    HumanoidJoint.RIGHT_ELBOW,
                    HumanoidJoint.LEFT_SHOULDER,
                    HumanoidJoint.LEFT_ELBOW,
                    HumanoidJoint.RIGHT_HIP,
                    HumanoidJoint.RIGHT_KNEE,
                    HumanoidJoint.RIGHT_ANKLE,
                    HumanoidJoint.LEFT_HIP,
                    HumanoidJoint.LEFT_KNEE,
                    HumanoidJoint.LEFT_ANKLE);

    /** Length of q. */
    public static final int POSITIONS = 43;

    /** Length of v. */
    public static final int VELOCITIES = 34;

    private static final double RATE = 120;

    /** Half the interval over which velocities are taken, in seconds. */
    private static final double HALF_INTERVAL = 0.01;

    private final boolean looping;
    private final double duration;
    private final double[][] positions;
    private final double[][] velocities;

    private HumanoidMotion(
            boolean looping, double duration, double[][] positions, double[][] velocities) {
        this.looping = looping;
        this.duration = duration;
        this.positions = positions;
        this.velocities = velocities;
    }

    /** The table of a clip. */
    public static HumanoidMotion of(MotionClip clip) {
        int rows = Math.max(2, (int) Math.ceil(clip.duration() * RATE)) + 1;
        double[][] positions = new double[rows][];
        double[][] velocities = new double[rows][];
        for (int i = 0; i < rows; i++) {
            double time = i * clip.duration() / (rows - 1);
            // A looping clip's end is its beginning, further on.
            Pose pose = i == rows - 1 ? clip.frame(clip.frames() - 1) : clip.at(time);
            positions[i] = position(pose, i == 0 ? null : positions[i - 1]);
            velocities[i] = velocity(clip, time);
        }
        return new HumanoidMotion(clip.looping(), clip.duration(), positions, velocities);
    }

    /** q of a pose, each quaternion of the sign that is nearer to the row before. */
    private static double[] position(Pose pose, double[] before) {
        double[] q = new double[POSITIONS];
        q[0] = pose.x();
        q[1] = pose.y();
        q[2] = pose.z();
        put(pose.root(), q, 3, before);
        int at = 7;
        for (HumanoidJoint joint : ORDER) {
            if (joint.hinge()) {
                q[at] = pose.hinges().get(joint);
            } else {
                put(pose.balls().get(joint), q, at, before);
            }
            at += joint.width();
        }
        return q;
    }

    private static void put(Quaternion rotation, double[] q, int at, double[] before) {
        q[at] = rotation.w();
        q[at + 1] = rotation.x();
        q[at + 2] = rotation.y();
        q[at + 3] = rotation.z();
        double dot = 0;
        for (int i = at; i < at + 4 && before != null; i++) {
            dot += q[i] * before[i];
        }
        for (int i = at; i < at + 4 && dot < 0; i++) {
            q[i] = -q[i];
        }
    }

    /** Within the clip, one-sided at its ends: beyond them another turn of the root begins. */
    private static double[] velocity(MotionClip clip, double time) {
        double from = Math.max(0, time - HALF_INTERVAL);
        double to = Math.min(clip.duration(), time + HALF_INTERVAL);
        double seconds = to - from;
        Pose earlier = clip.at(from);
        Pose later = to < clip.duration() ? clip.at(to) : clip.frame(clip.frames() - 1);
        double[] v = new double[VELOCITIES];
        v[0] = (later.x() - earlier.x()) / seconds;
        v[1] = (later.y() - earlier.y()) / seconds;
        v[2] = (later.z() - earlier.z()) / seconds;
        turn(earlier.root(), later.root(), seconds, v, 3);
        int at = 6;
        for (HumanoidJoint joint : ORDER) {
            if (joint.hinge()) {
                v[at] = (later.hinges().get(joint) - earlier.hinges().get(joint)) / seconds;
                at++;
            } else {
                turn(earlier.balls().get(joint), later.balls().get(joint), seconds, v, at);
                at += 3;
            }
        }
        return v;
    }

    /** Angular velocity in the turning frame. */
    private static void turn(
            Quaternion earlier, Quaternion later, double seconds, double[] v, int at) {
        double[] way = earlier.inverse().times(later).rotationVector();
        for (int i = 0; i < 3; i++) {
            v[at + i] = way[i] / seconds;
        }
    }

    @Override
    public boolean looping() {
        return looping;
    }

    @Override
    public double duration() {
        return duration;
    }

    @Override
    public double speed() {
        return way(0) / duration;
    }

    private double way(int coordinate) {
        return positions[positions.length - 1][coordinate] - positions[0][coordinate];
    }

    /** The least height of the root in the clip. */
    public double lowest() {
        double lowest = Double.POSITIVE_INFINITY;
        for (double[] row : positions) {
            lowest = Math.min(lowest, row[1]);
        }
        return lowest;
    }

    private double turns(double time) {
        return looping ? Math.floor(time / duration) : 0;
    }

    /** Where a time lies in the table: a row and the share of the way to the next. */
    private double row(double time) {
        double within = Math.min(duration, Math.max(0, time - turns(time) * duration));
        return within / duration * (positions.length - 1);
    }

    private static void between(double[][] rows, double row, double[] out) {
        int i = Math.min(rows.length - 2, (int) row);
        double share = row - i;
        for (int k = 0; k < out.length; k++) {
            out[k] = rows[i][k] + share * (rows[i + 1][k] - rows[i][k]);
        }
    }

    @Override
    public void position(double time, double[] position) {
        between(positions, row(time), position);
        position[0] += turns(time) * way(0);
        position[2] += turns(time) * way(2);
        normalise(position, 3);
        int at = 7;
        for (int j = 0; j < ORDER.size(); j++) {
            if (!ORDER.get(j).hinge()) {
                normalise(position, at);
            }
            at += ORDER.get(j).width();
        }
    }

    private static void normalise(double[] q, int at) {
        double squares = 0;
        for (int i = at; i < at + 4; i++) {
            squares += q[i] * q[i];
        }
        double norm = Math.sqrt(squares);
        for (int i = at; i < at + 4; i++) {
            q[i] /= norm;
        }
    }

    @Override
    public void velocity(double time, double[] velocity) {
        if (!looping && (time < 0 || time > duration)) {
            Arrays.fill(velocity, 0);
        } else {
            between(velocities, row(time), velocity);
        }
    }
}
