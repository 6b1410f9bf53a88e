package dev.strait.envs.motion;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class MotionClipTest {

    private static final double EPS = 1e-9;

    private static MotionClip clip(boolean looping) {
        return new MotionClip(
                "test",
                looping,
                new double[] {0, 0.1, 0.3},
                List.of(pose(1, 0.5, 0), pose(2, 0.6, -0.2), pose(4, 0.9, -0.6)));
    }

    private static Pose pose(double x, double z, double knee) {
        double[] row = new double[43];
        System.arraycopy(MotionFiles.row(1, x), 1, row, 0, 43);
        row[2] = z;
        row[19] = knee;
        return Pose.of(row);
    }

    private static Pose drawn(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] row = random.doubles(43, -0.5, 0.5).toArray();
        for (int at : new int[] {3, 7, 11, 15, 20, 24, 29, 34, 38}) {
            row[at] = 1;
        }
        return Pose.of(row);
    }

    @Test
    void shouldGoOnByTheWayOfACycle() {
        MotionClip clip = clip(true);

        assertEquals(1.5, clip.at(0.05).x(), EPS);
        assertEquals(3, clip.at(0.2).x(), EPS);
        assertEquals(1.5 + 3, clip.at(0.35).x(), EPS);
        assertEquals(0.55 + 0.4, clip.at(0.35).z(), EPS);
        assertEquals(1.5 - 3, clip.at(-0.25).x(), EPS);
        assertEquals(-0.1, clip.at(0.35).hinges().get(HumanoidJoint.RIGHT_KNEE), EPS);
    }

    @Test
    void shouldStandAtTheEndsWhereItDoesNotLoop() {
        MotionClip clip = clip(false);

        assertEquals(1, clip.at(-5).x(), EPS);
        assertEquals(4, clip.at(0.3).x(), EPS);
        assertEquals(4, clip.at(9).x(), EPS);
    }

    @Test
    void shouldKeepItsEndsWhenResampled() {
        MotionClip finer = clip(true).resampled(100);

        assertEquals(31, finer.frames());
        assertEquals(0.3, finer.duration(), EPS);
        assertEquals(1, finer.frame(0).x(), EPS);
        assertEquals(4, finer.frame(30).x(), EPS);
        for (double t = 0; t < 0.6; t += 0.01) {
            assertEquals(clip(true).at(t).x(), finer.at(t).x(), EPS);
        }
        assertThrows(IllegalArgumentException.class, () -> clip(true).resampled(Double.NaN));
    }

    @Test
    void shouldBeItselfWhenMirroredTwice() {
        Pose pose = drawn(1);

        assertArrayEquals(pose.row(), pose.mirrored().mirrored().row(), EPS);
    }

    @Test
    void shouldSwapSidesWhenMirrored() {
        Pose pose = drawn(2);
        Pose mirrored = pose.mirrored();

        assertEquals(-pose.z(), mirrored.z());
        assertEquals(pose.x(), mirrored.x());
        assertEquals(
                pose.hinges().get(HumanoidJoint.RIGHT_KNEE),
                mirrored.hinges().get(HumanoidJoint.LEFT_KNEE));
        double[] right = pose.balls().get(HumanoidJoint.RIGHT_HIP).rotate(0.1, 0.2, 0.3);
        double[] left = mirrored.balls().get(HumanoidJoint.LEFT_HIP).rotate(0.1, 0.2, -0.3);
        assertArrayEquals(new double[] {right[0], right[1], -right[2]}, left, EPS);
    }

    /** In the sagittal plane a mirrored walk is the walk with its legs exchanged. */
    @Test
    void shouldExchangeTheLegsOfAWalk() {
        MotionClip walk = OwnClips.named("walk");
        double[] own = new double[9];
        double[] other = new double[9];
        for (double t = 0; t < 1; t += 0.07) {
            SagittalMotion.of(walk).position(t, own);
            SagittalMotion.of(walk.mirrored()).position(t, other);
            for (int k = 0; k < 3; k++) {
                assertEquals(own[k], other[k], EPS);
                assertEquals(own[3 + k], other[6 + k], EPS);
                assertEquals(own[6 + k], other[3 + k], EPS);
            }
        }
    }

    @Test
    void shouldBeginAtTheOriginFacingForward() {
        MotionClip aside =
                new MotionClip(
                        "aside",
                        false,
                        new double[] {0, 1},
                        List.of(
                                pose(3, 4, 0).turned(Quaternion.aboutY(0.7)),
                                pose(5, 4, 0).turned(Quaternion.aboutY(0.7))));

        MotionClip forward = aside.facingForward();

        assertEquals(0, forward.frame(0).root().angle(), 1e-7);
        assertEquals(2, forward.frame(1).x(), EPS);
        assertEquals(0, forward.frame(1).z(), EPS);
    }

    @Test
    void shouldRefuseTimesThatDoNotAscend() {
        Pose pose = pose(0, 0, 0);
        for (double second : new double[] {0, -1, Double.NaN}) {
            assertThrows(
                    IllegalArgumentException.class,
                    () -> new MotionClip("x", true, new double[] {0, second}, List.of(pose, pose)));
        }
    }

    @Test
    void shouldTellItsSpeedAndItsLeastHeight() {
        Pose low = Pose.of(with(MotionFiles.row(1, 1.5), 2, 0.4));
        MotionClip clip =
                new MotionClip(
                        "low",
                        false,
                        new double[] {0, 0.2, 0.5},
                        List.of(pose(1, 0, 0), low, pose(3, 0, 0)));

        assertEquals(2 / 0.5, clip.speed(), EPS);
        assertEquals(0.4, clip.lowestRoot(), EPS);
    }

    /** A row of 44 without its duration, one number changed. */
    private static double[] with(double[] timed, int number, double value) {
        double[] row = new double[43];
        System.arraycopy(timed, 1, row, 0, 43);
        row[number - 1] = value;
        return row;
    }

    /** 2.7 steps of 0.3 s become 3. */
    @Test
    void shouldRoundTheRateToWholeSteps() {
        assertEquals(4, clip(true).resampled(9).frames());
        assertEquals(2, clip(true).resampled(0.1).frames());
    }

    @Test
    void shouldKeepWhatItWasMadeOf() {
        double[] times = {0, 1};
        List<Pose> poses = new ArrayList<>(List.of(pose(0, 0, 0), pose(2, 0, 0)));
        MotionClip clip = new MotionClip("kept", false, times, poses);
        times[1] = 5;
        poses.set(1, pose(9, 0, 0));

        assertEquals(1, clip.duration());
        assertEquals(1, clip.at(0.5).x(), EPS);
    }

    @Test
    void shouldBeginAtZeroAndLastBetweenAControlStepAndAnHour() {
        List<Pose> two = List.of(pose(0, 0, 0), pose(1, 0, 0));

        assertEquals(
                1.0 / 30, new MotionClip("x", true, new double[] {0, 1.0 / 30}, two).duration());
        assertEquals(3600, new MotionClip("x", true, new double[] {0, 3600}, two).duration());
        for (double[] times : new double[][] {{0.5, 1}, {0, 0.033}, {0, 3601}, {0, 1, 2}}) {
            assertThrows(
                    IllegalArgumentException.class, () -> new MotionClip("x", true, times, two));
        }
    }

    @Test
    void shouldTurnTheFacingWithTheWay() {
        Quaternion tilted = Quaternion.aboutX(0.6);
        Pose pose = pose(1, 0, 0);
        Pose aside =
                new Pose(1, 0.9, 0, tilted, pose.balls(), pose.hinges())
                        .turned(Quaternion.aboutY(0.7));

        Quaternion expected = Quaternion.aboutY(0.7).times(tilted);
        assertEquals(0, expected.inverse().times(aside.root()).angle(), 1e-7);
        assertEquals(Math.cos(0.7), aside.x(), EPS);
        assertEquals(-Math.sin(0.7), aside.z(), EPS);
    }

    @Test
    void shouldRefuseAPoseWithoutAJoint() {
        Pose pose = pose(0, 0, 0);
        Map<HumanoidJoint, Double> hinges = new EnumMap<>(pose.hinges());
        hinges.remove(HumanoidJoint.LEFT_ELBOW);

        String message =
                assertThrows(
                                IllegalArgumentException.class,
                                () -> new Pose(0, 1, 0, pose.root(), pose.balls(), hinges))
                        .getMessage();
        assertEquals("a pose needs a rotation of the left elbow", message);
    }
}
