package dev.strait.envs.motion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HumanoidMotionTest {

    private static final double EPS = 1e-9;

    /** Turns by 3 rad/s about the vertical for a second, rises and bends a knee: no end meets. */
    private static MotionClip spinning(boolean looping) {
        List<Pose> poses = new ArrayList<>();
        double[] times = new double[21];
        for (int i = 0; i <= 20; i++) {
            times[i] = 0.05 * i;
            double[] row = new double[43];
            System.arraycopy(MotionFiles.row(1, 2 * times[i]), 1, row, 0, 43);
            row[1] = 0.9 + 0.4 * times[i];
            row[19] = -0.5 * times[i];
            Pose pose = Pose.of(row);
            poses.add(
                    new Pose(
                            pose.x(),
                            pose.y(),
                            pose.z(),
                            Quaternion.aboutY(3 * times[i]),
                            pose.balls(),
                            pose.hinges()));
        }
        return new MotionClip("spinning", looping, times, poses);
    }

    /** Over the seam the root would turn back by 3 rad and the body fall by 0.4 m. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void shouldTakeVelocitiesWithinTheClip(boolean looping) {
        HumanoidMotion motion = HumanoidMotion.of(spinning(looping));
        double[] v = new double[HumanoidMotion.VELOCITIES];
        for (double t : new double[] {0, 0.004, 0.5, 0.985, 0.995, 1 - 1e-12}) {
            motion.velocity(t, v);
            assertEquals(2, v[0], EPS);
            assertEquals(0.4, v[1], EPS);
            assertEquals(3, v[4], EPS);
            assertEquals(-0.5, v[23], EPS);
        }
    }

    /** Of the published spin the root turned by 17.9 rad/s at the seam. */
    @Test
    void shouldNotHurryOverTheSeamOfAPublishedSpin() {
        Path path =
                Path.of(
                        System.getProperty("shared.data", "missing"),
                        "mocap/deepmimic/motions/humanoid3d_spin.txt");
        Assumptions.assumeTrue(Files.exists(path), () -> "skipped: there is no " + path);
        HumanoidMotion spin = HumanoidMotion.of(MotionFile.read(path));
        double inside = 0;
        double end = 0;
        double[] v = new double[HumanoidMotion.VELOCITIES];
        for (int i = 0; i <= 1000; i++) {
            double t = i * spin.duration() / 1000;
            spin.velocity(t, v);
            double rate = Vectors.length(v[3], v[4], v[5]);
            boolean seam = t > spin.duration() - 0.02;
            inside = seam ? inside : Math.max(inside, rate);
            end = seam ? Math.max(end, rate) : end;
        }
        double most = inside;
        double atEnd = end;
        assertTrue(atEnd <= most, () -> atEnd + " rad/s at the seam, " + most + " inside");
    }

    /** q(t) = q₀ exp(ω t / 2): angular velocities are those in the body's own frame. */
    @Test
    void shouldTellAngularVelocityInTheFrameOfTheBody() {
        Quaternion start = Quaternion.aboutX(0.7).times(Quaternion.aboutZ(-0.4));
        double[] v = new double[HumanoidMotion.VELOCITIES];

        HumanoidMotion.of(turning(start, new double[] {0.5, -1, 2}, false)).velocity(0.4, v);

        assertEquals(0.5, v[3], EPS);
        assertEquals(-1, v[4], EPS);
        assertEquals(2, v[5], EPS);
        assertEquals(0.5, v[6], EPS, "the chest turns likewise");
    }

    /** q and −q are one rotation: a recording that changes sign must not pass through 0. */
    @Test
    void shouldNotDependOnTheSignsOfRecordedQuaternions() {
        double[] rate = {0.5, -1, 2};
        HumanoidMotion even = HumanoidMotion.of(turning(Quaternion.IDENTITY, rate, false));
        HumanoidMotion signs = HumanoidMotion.of(turning(Quaternion.IDENTITY, rate, true));
        double[] expected = new double[HumanoidMotion.POSITIONS];
        double[] q = new double[HumanoidMotion.POSITIONS];
        for (double t = 0; t < 1; t += 0.0137) {
            even.position(t, expected);
            signs.position(t, q);
            double dot = 0;
            for (int i = 3; i < 7; i++) {
                dot += expected[i] * q[i];
            }
            assertEquals(1, Math.abs(dot), EPS);
        }
    }

    /** Root and chest turn at a rate; every second pose may be told by the other sign. */
    private static MotionClip turning(Quaternion start, double[] rate, boolean signs) {
        List<Pose> poses = new ArrayList<>();
        double[] times = new double[11];
        Pose still = spinning(false).frame(0);
        for (int i = 0; i <= 10; i++) {
            times[i] = 0.1 * i;
            Quaternion q = start.times(Quaternion.ofRotationVector(Vectors.scaled(times[i], rate)));
            double sign = signs && i % 2 == 1 ? -1 : 1;
            Quaternion told =
                    new Quaternion(sign * q.w(), sign * q.x(), sign * q.y(), sign * q.z());
            Map<HumanoidJoint, Quaternion> balls = new EnumMap<>(still.balls());
            balls.put(HumanoidJoint.CHEST, told);
            poses.add(new Pose(0, 1, 0, told, balls, still.hinges()));
        }
        return new MotionClip("turning", false, times, poses);
    }

    @Test
    void shouldGoOnAsideByTheWayOfACycle() {
        Pose still = spinning(true).frame(0);
        MotionClip clip =
                new MotionClip(
                        "aside", true, new double[] {0, 1}, List.of(still, still.moved(2, -0.5)));
        double[] q = new double[HumanoidMotion.POSITIONS];

        HumanoidMotion.of(clip).position(3.5, q);

        assertEquals(3.5 * 2, q[0], EPS);
        assertEquals(3.5 * -0.5, q[2], EPS);
        assertEquals(2, HumanoidMotion.of(clip).speed(), EPS);
    }

    /** At 120 Hz a clip of 1/30 s has 4 intervals: its middle pose is a row, not between two. */
    @Test
    void shouldTabulateAt120Hertz() {
        Pose still = spinning(true).frame(0);
        double[] times = {0, 1.0 / 120, 2.0 / 120, 3.0 / 120, 4.0 / 120};
        List<Pose> zigzag =
                IntStream.rangeClosed(0, 4).mapToObj(i -> still.moved(i % 2, 0)).toList();
        double[] q = new double[HumanoidMotion.POSITIONS];

        HumanoidMotion motion = HumanoidMotion.of(new MotionClip("fast", false, times, zigzag));

        for (int i = 0; i <= 4; i++) {
            motion.position(times[i], q);
            assertEquals(i % 2, q[0], 1e-9);
        }
    }
}
