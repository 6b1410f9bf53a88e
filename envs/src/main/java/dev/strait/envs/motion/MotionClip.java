package dev.strait.envs.motion;

import static dev.strait.envs.Require.require;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * A recorded motion of a humanoid: poses at ascending times from 0 on.
 *
 * <p>A looping clip goes on for ever: its last pose is its first one further on, by the way that
 * the root went over the ground. A clip that does not loop stands at its ends.
 */
public final class MotionClip {

    private static final int MOST_FRAMES = 100_000;
    private static final double LONGEST_SECONDS = 3600;

    /** A control step of the characters: of less, none would see anything. */
    private static final double SHORTEST_SECONDS = 1.0 / 30;

    private final String name;
    private final boolean looping;
    private final double[] times;
    private final List<Pose> poses;

    /**
     * A clip.
     *
     * @param name for people
     * @param times (N) seconds, ascending from 0
     * @param poses at least 2
     */
    public MotionClip(String name, boolean looping, double[] times, List<Pose> poses) {
        require(poses.size() >= 2, "a motion needs at least 2 frames, but has %s", poses.size());
        require(
                poses.size() <= MOST_FRAMES,
                "a motion may have %s frames, but has %s",
                MOST_FRAMES,
                poses.size());
        require(
                times.length == poses.size(),
                "%s times cannot be of %s poses",
                times.length,
                poses.size());
        require(times[0] == 0, "a motion begins at time 0, not %s", times[0]);
        for (int i = 1; i < times.length; i++) {
            require(times[i] > times[i - 1], "frame %s lasts %s s", i - 1, times[i] - times[i - 1]);
        }
        double duration = times[times.length - 1];
        require(duration <= LONGEST_SECONDS, "a motion of %s s is too long", duration);
        require(
                duration >= SHORTEST_SECONDS,
                "a motion lasts at least a control step, 1/30 s, but this one %s s",
                duration);
        this.name = name;
        this.looping = looping;
        this.times = times.clone();
        this.poses = List.copyOf(poses);
    }

    /** What people call it. */
    public String name() {
        return name;
    }

    /** Whether it goes on for ever. */
    public boolean looping() {
        return looping;
    }

    /** Number of poses. */
    public int frames() {
        return times.length;
    }

    /** T, the time of the last pose, in seconds. */
    public double duration() {
        return times[times.length - 1];
    }

    /** The least height of the root over the frames, in metres. */
    public double lowestRoot() {
        return poses.stream().mapToDouble(Pose::y).min().orElseThrow();
    }

    /** Metres a second forward, over the whole clip. */
    public double speed() {
        return (poses.get(poses.size() - 1).x() - poses.get(0).x()) / duration();
    }

    Pose frame(int i) {
        return poses.get(i);
    }

    double time(int i) {
        return times[i];
    }

    /** The pose at a time, which may lie beyond the ends. */
    public Pose at(double time) {
        double turns = looping ? Math.floor(time / duration()) : 0;
        double within = Math.min(duration(), Math.max(0, time - turns * duration()));
        int i = Interval.of(times, within);
        double share = (within - times[i]) / (times[i + 1] - times[i]);
        Pose pose = poses.get(i).towards(poses.get(i + 1), share);
        Pose first = poses.get(0);
        Pose last = poses.get(poses.size() - 1);
        return pose.moved(turns * (last.x() - first.x()), turns * (last.z() - first.z()));
    }

    /**
     * The same motion at equally spaced times.
     *
     * @param rate frames a second, rounded so that they divide the duration
     */
    public MotionClip resampled(double rate) {
        require(rate > 0, "rate must be positive, but was %s", rate);
        int steps = Math.max(1, (int) Math.round(Math.min(1e9, duration() * rate)));
        require(steps < MOST_FRAMES, "%s frames a second are too many", rate);
        double[] spaced =
                IntStream.rangeClosed(0, steps).mapToDouble(i -> i * duration() / steps).toArray();
        // The last one is not looked up: a looping clip would begin anew there.
        List<Pose> sampled =
                IntStream.rangeClosed(0, steps)
                        .mapToObj(i -> i == steps ? poses.get(poses.size() - 1) : at(spaced[i]))
                        .toList();
        return new MotionClip(name, looping, spaced, sampled);
    }

    /**
     * The same poses, to be gone on with for ever or not: for recordings whose file does not say
     * so. Of one that loops the last pose should be the first one, further on.
     */
    public MotionClip looped(boolean loops) {
        return new MotionClip(name, loops, times, poses);
    }

    /** The mirror image: left is right. */
    public MotionClip mirrored() {
        return with(Pose::mirrored);
    }

    /** The same motion begun at the origin, facing forward (x). */
    MotionClip facingForward() {
        Pose first = poses.get(0);
        double[] facing = first.root().rotate(1, 0, 0);
        Quaternion back = Quaternion.aboutY(Math.atan2(facing[2], facing[0]));
        return with(pose -> pose.moved(-first.x(), -first.z()).turned(back));
    }

    private MotionClip with(UnaryOperator<Pose> change) {
        return new MotionClip(name, looping, times, poses.stream().map(change).toList());
    }
}
