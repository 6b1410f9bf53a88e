package dev.strait.envs.motion;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A cyclic motion in the sagittal plane from key frames of its angles, and the way of the root that
 * follows from them: the lowest point of both feet is on the ground and, in the mean over 0.3 s,
 * stays where it is; in flight the centre of mass falls freely.
 *
 * @param period seconds of a cycle
 * @param leftLag by which share of a cycle the left leg follows the right one
 * @param pitch of the trunk, in degrees
 * @param hip of the right leg, in degrees, as all that follows
 * @param knee of the right leg
 * @param ankle of the right leg
 * @param shoulder of the right arm
 * @param elbow of both arms
 * @param flights shares of the cycle between leaving the ground and landing
 * @param flips whole turns of the trunk a cycle, backward, made in flight
 */
record Gait(
        double period,
        double leftLag,
        KeyFrames pitch,
        KeyFrames hip,
        KeyFrames knee,
        KeyFrames ankle,
        KeyFrames shoulder,
        double elbow,
        List<Flight> flights,
        int flips) {

    private static final double GRAVITY = 9.81;

    /** Seconds over which the speed of the root is averaged. */
    private static final double SMOOTHING = 0.3;

    /** Frames a second. */
    private static final double RATE = 30;

    /** Steps in which the way of the root is found, a frame. */
    private static final int FINER = 40;

    /**
     * A time without contact.
     *
     * @param from share of the cycle at which the feet leave the ground
     * @param to share at which they are back; above {@code from}
     */
    record Flight(double from, double to) {}

    /** The clip: one cycle. */
    MotionClip clip(String name) {
        double[][] poses = poses();
        double[] times = new double[frames() + 1];
        List<Pose> shown = new ArrayList<>();
        for (int i = 0; i < times.length; i++) {
            double share = (double) i / frames();
            times[i] = period * share;
            shown.add(pose(poses[FINER * i], share));
        }
        return new MotionClip(name, true, times, shown);
    }

    private int frames() {
        return (int) Math.round(period * RATE);
    }

    private int steps() {
        return FINER * frames();
    }

    /** (S + 1, 9) one cycle. */
    private double[][] poses() {
        double[][] poses = new double[steps() + 1][];
        for (int i = 0; i <= steps(); i++) {
            poses[i] = angles((double) i / steps());
            poses[i][1] = -SagittalBody.lowest(poses[i]);
        }
        double[] ways = ways(poses);
        for (int i = 1; i <= steps(); i++) {
            poses[i][0] = poses[i - 1][0] + smoothed(ways, i - 1);
        }
        for (Flight flight : flights) {
            fly(poses, flight);
        }
        return poses;
    }

    /** (S) how far the root goes in each step; in flight as before it. */
    private double[] ways(double[][] poses) {
        double[] ways = new double[steps()];
        double way = 0;
        for (int i = 0; i < steps(); i++) {
            way = flies((i + 0.5) / steps()) ? way : standing(poses, i + 1);
            ways[i] = way;
        }
        return ways;
    }

    /** The mean about a step: feet change in an instant, bodies do not. */
    private double smoothed(double[] ways, int at) {
        int reach = (int) Math.round(SMOOTHING / 2 / period * steps());
        double sum = 0;
        for (int i = at - reach; i <= at + reach; i++) {
            sum += ways[Math.floorMod(i, steps())];
        }
        return sum / (2 * reach + 1);
    }

    private double[] angles(double share) {
        double[] pose = new double[SagittalMotion.SIZE];
        pose[2] = Math.toRadians(pitch.of(share)) + 2 * Math.PI * flips * turned(share);
        for (int leg = 0; leg < 2; leg++) {
            double own = share - leg * leftLag;
            int at = SagittalMotion.LEGS + 3 * leg;
            pose[at] = Math.toRadians(hip.of(own));
            pose[at + 1] = Math.toRadians(knee.of(own));
            pose[at + 2] = Math.toRadians(ankle.of(own));
        }
        return pose;
    }

    /** Share of the turn that is made: a smooth step over the flight. */
    private double turned(double share) {
        Flight flight = flights.isEmpty() ? new Flight(0, 1) : flights.get(0);
        double s = Math.min(1, Math.max(0, (share - flight.from) / (flight.to - flight.from)));
        return s * s * (3 - 2 * s);
    }

    private boolean flies(double share) {
        return flights.stream().anyMatch(flight -> share >= flight.from && share < flight.to);
    }

    /** How far the root goes in one step about a foot end that stays where it is. */
    private static double standing(double[][] poses, int i) {
        double[] before = lowestEnd(poses[i - 1]);
        int leg = (int) before[2];
        int end = (int) before[3];
        return before[0] - SagittalBody.soles(poses[i], leg)[2 * end];
    }

    /** Forward, up, leg and end (0 for the heel) of the lowest of the four foot ends. */
    private static double[] lowestEnd(double... pose) {
        double[] lowest = {0, Double.POSITIVE_INFINITY, 0, 0};
        for (int leg = 0; leg < 2; leg++) {
            double[] soles = SagittalBody.soles(pose, leg);
            for (int end = 0; end < 2; end++) {
                if (soles[2 * end + 1] < lowest[1]) {
                    lowest = new double[] {soles[2 * end], soles[2 * end + 1], leg, end};
                }
            }
        }
        return lowest;
    }

    /** Lets the centre of mass fall freely from where it leaves the ground to where it is back. */
    private void fly(double[][] poses, Flight flight) {
        int from = (int) Math.round(flight.from * steps());
        int to = (int) Math.round(flight.to * steps());
        double seconds = period * (to - from) / steps();
        double start = poses[from][1] + SagittalBody.centreOfMass(poses[from])[1];
        double end = poses[to][1] + SagittalBody.centreOfMass(poses[to])[1];
        double rise = (end - start) / seconds + GRAVITY * seconds / 2;
        for (int i = from + 1; i < to; i++) {
            double t = seconds * (i - from) / (to - from);
            double centre = start + rise * t - GRAVITY * t * t / 2;
            poses[i][1] = centre - SagittalBody.centreOfMass(poses[i])[1];
        }
    }

    private Pose pose(double[] row, double share) {
        Map<HumanoidJoint, Quaternion> balls = new EnumMap<>(HumanoidJoint.class);
        Map<HumanoidJoint, Double> hinges = new EnumMap<>(HumanoidJoint.class);
        balls.put(HumanoidJoint.CHEST, Quaternion.IDENTITY);
        balls.put(HumanoidJoint.NECK, Quaternion.IDENTITY);
        balls.put(HumanoidJoint.RIGHT_HIP, Quaternion.aboutZ(row[3]));
        hinges.put(HumanoidJoint.RIGHT_KNEE, row[4]);
        balls.put(HumanoidJoint.RIGHT_ANKLE, Quaternion.aboutZ(row[5]));
        balls.put(HumanoidJoint.RIGHT_SHOULDER, arm(share));
        hinges.put(HumanoidJoint.RIGHT_ELBOW, Math.toRadians(elbow));
        balls.put(HumanoidJoint.LEFT_HIP, Quaternion.aboutZ(row[6]));
        hinges.put(HumanoidJoint.LEFT_KNEE, row[7]);
        balls.put(HumanoidJoint.LEFT_ANKLE, Quaternion.aboutZ(row[8]));
        balls.put(HumanoidJoint.LEFT_SHOULDER, arm(share - leftLag));
        hinges.put(HumanoidJoint.LEFT_ELBOW, Math.toRadians(elbow));
        return new Pose(row[0], row[1], 0, Quaternion.aboutZ(row[2]), balls, hinges);
    }

    private Quaternion arm(double share) {
        return Quaternion.aboutZ(Math.toRadians(shoulder.of(share)));
    }
}
