package dev.strait.envs.motion;

import java.util.Arrays;

/**
 * A clip in the sagittal plane, as the planar biped can follow it: nine coordinates, x, height,
 * pitch, then hip, knee and ankle of the right and of the left leg. Each ball joint is taken for
 * its turn about z, 2 atan2(z, w); angles are continuous over the clip. A frame whose soles would
 * be below the ground, as legs that were spread are longer in the plane, is raised to stand on it.
 *
 * <p>Positive angles take x (forward) towards up: a positive pitch leans back, a positive hip lifts
 * the thigh forward, knees bend to negative angles, a positive ankle lifts the toes.
 */
public final class SagittalMotion implements ReferenceMotion {

    /** Coordinates of a pose. */
    public static final int SIZE = 9;

    /** Where the six leg angles begin. */
    public static final int LEGS = 3;

    private static final int HEIGHT = 1;
    private static final int PITCH = 2;

    /** Half the interval over which velocities are taken, in seconds. */
    private static final double HALF_INTERVAL = 0.01;

    private static final HumanoidJoint[] ANGLES = {
        HumanoidJoint.RIGHT_HIP,
        HumanoidJoint.RIGHT_KNEE,
        HumanoidJoint.RIGHT_ANKLE,
        HumanoidJoint.LEFT_HIP,
        HumanoidJoint.LEFT_KNEE,
        HumanoidJoint.LEFT_ANKLE
    };

    private final boolean looping;
    private final double[] times;
    private final double[][] rows;

    private SagittalMotion(boolean looping, double[] times, double[][] rows) {
        this.looping = looping;
        this.times = times;
        this.rows = rows;
    }

    /** The projection of a clip. */
    public static SagittalMotion of(MotionClip clip) {
        double[] times = new double[clip.frames()];
        double[][] rows = new double[clip.frames()][];
        for (int i = 0; i < rows.length; i++) {
            times[i] = clip.time(i);
            rows[i] = project(clip.frame(i));
            for (int k = PITCH; k < SIZE && i > 0; k++) {
                double turns = (rows[i][k] - rows[i - 1][k]) / (2 * Math.PI);
                rows[i][k] -= 2 * Math.PI * Math.rint(turns);
            }
            rows[i][HEIGHT] = Math.max(rows[i][HEIGHT], -SagittalBody.lowest(rows[i]));
        }
        return new SagittalMotion(clip.looping(), times, rows);
    }

    private static double[] project(Pose pose) {
        double[] row = new double[SIZE];
        row[0] = pose.x();
        row[HEIGHT] = pose.y();
        row[PITCH] = Math.IEEEremainder(pose.root().twistAboutZ(), 2 * Math.PI);
        for (int k = 0; k < ANGLES.length; k++) {
            double angle = pose.rotation(ANGLES[k]).twistAboutZ();
            row[LEGS + k] = Math.IEEEremainder(angle, 2 * Math.PI);
        }
        return row;
    }

    @Override
    public boolean looping() {
        return looping;
    }

    @Override
    public double duration() {
        return times[times.length - 1];
    }

    @Override
    public double speed() {
        return way(0) / duration();
    }

    /** Whether it turns over: its pitch does not come back to where it began. */
    public boolean flips() {
        return Math.abs(way(PITCH)) > Math.PI;
    }

    private double way(int coordinate) {
        return rows[rows.length - 1][coordinate] - rows[0][coordinate];
    }

    /** (6) means of the leg angles over the frames. */
    public double[] meanAngles() {
        double[] means = new double[SIZE - LEGS];
        for (double[] row : rows) {
            for (int k = 0; k < means.length; k++) {
                means[k] += row[LEGS + k] / rows.length;
            }
        }
        return means;
    }

    /**
     * Writes the pose at a time. A looping clip goes on by its way over the ground, and a flip by
     * its turns; at the ends of another one it stands.
     *
     * @param position (9) written
     */
    @Override
    public void position(double time, double[] position) {
        for (int k = 0; k < SIZE; k++) {
            position[k] = position(time, k);
        }
    }

    private double position(double time, int k) {
        double turns = turns(time);
        double value = within(time - turns * duration(), k);
        boolean goesOn = k == 0 || k == PITCH && flips();
        return goesOn ? value + turns * way(k) : value;
    }

    /** Whole cycles that are over. */
    private double turns(double time) {
        return looping ? Math.floor(time / duration()) : 0;
    }

    /** Of the cycle itself; at its ends it stands. */
    private double within(double time, int k) {
        double inside = Math.min(duration(), Math.max(0, time));
        int i = Interval.of(times, inside);
        double share = (inside - times[i]) / (times[i + 1] - times[i]);
        return rows[i][k] + share * (rows[i + 1][k] - rows[i][k]);
    }

    /**
     * Writes the velocity at a time: the difference quotient over ±0.01 s, one-sided at the ends of
     * a cycle, as a recorded one seldom ends in the pose in which it begins. Beyond the ends of a
     * clip that does not loop it stands.
     *
     * @param velocity (9) written
     */
    @Override
    public void velocity(double time, double[] velocity) {
        if (!looping && (time < 0 || time > duration())) {
            Arrays.fill(velocity, 0);
            return;
        }
        double inside = time - turns(time) * duration();
        double from = Math.max(0, inside - HALF_INTERVAL);
        double to = Math.min(duration(), inside + HALF_INTERVAL);
        for (int k = 0; k < SIZE; k++) {
            velocity[k] = (within(to, k) - within(from, k)) / (to - from);
        }
    }

    /** (9) of each of {@code count} poses at equal distances over the clip, its end left out. */
    public double[][] samples(int count) {
        double[][] samples = new double[count][SIZE];
        for (int i = 0; i < count; i++) {
            position(i * duration() / count, samples[i]);
        }
        return samples;
    }
}
