package dev.strait.envs.motion;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SagittalMotionTest {

    private static final double EPS = 1e-9;

    /** Turns by 2π a second about z and goes forward by 3 m/s. */
    private static MotionClip turning() {
        List<Pose> poses = new ArrayList<>();
        double[] times = new double[21];
        for (int i = 0; i <= 20; i++) {
            times[i] = 0.05 * i;
            double[] row = new double[43];
            System.arraycopy(MotionFiles.row(1, 3 * times[i]), 1, row, 0, 43);
            row[19] = -0.5 * times[i];
            Pose pose = Pose.of(row);
            poses.add(
                    new Pose(
                            pose.x(),
                            pose.y(),
                            pose.z(),
                            Quaternion.aboutZ(2 * Math.PI * times[i]),
                            pose.balls(),
                            pose.hinges()));
        }
        return new MotionClip("turning", true, times, poses);
    }

    @Test
    void shouldFollowAWholeTurn() {
        SagittalMotion motion = SagittalMotion.of(turning());
        double[] q = new double[9];

        assertTrue(motion.flips());
        motion.position(0.75, q);
        assertEquals(1.5 * Math.PI, q[2], EPS);
        motion.position(1.75, q);
        assertEquals(3.5 * Math.PI, q[2], EPS);
        assertEquals(5.25, q[0], EPS);
        assertEquals(-0.375, q[4], EPS);
    }

    @Test
    void shouldTellVelocities() {
        SagittalMotion motion = SagittalMotion.of(turning());
        double[] v = new double[9];
        for (double t : new double[] {0, 0.3, 0.52}) {
            motion.velocity(t, v);
            assertArrayEquals(new double[] {3, 0, 2 * Math.PI, 0, -0.5, 0, 0, 0, 0}, v, EPS);
        }
        assertEquals(3, motion.speed(), EPS);
    }

    @Test
    void shouldStandAtTheEndOfAClipThatDoesNotLoop() {
        MotionClip once =
                new MotionClip(
                        "once",
                        false,
                        new double[] {0, 1},
                        List.of(turning().frame(0), turning().frame(5)));
        SagittalMotion motion = SagittalMotion.of(once);
        double[] q = new double[9];
        double[] v = new double[9];

        motion.position(4, q);
        motion.velocity(4, v);

        assertEquals(0.75, q[0], EPS);
        assertArrayEquals(new double[9], v);
        assertFalse(motion.flips());
    }

    /** What flies when its clip ends does not stand yet. */
    @Test
    void shouldBeAsFastAtTheEndAsBeforeIt() {
        SagittalMotion once = SagittalMotion.of(turning().looped(false));
        double[] v = new double[9];
        for (double t : new double[] {0.985, 0.995, 1}) {
            once.velocity(t, v);
            assertArrayEquals(new double[] {3, 0, 2 * Math.PI, 0, -0.5, 0, 0, 0, 0}, v, EPS);
        }
        once.velocity(1.001, v);
        assertArrayEquals(new double[9], v);
    }

    /** The knee of this clip jumps by half a radian from the end of a cycle to the next one. */
    @Test
    void shouldTakeNoJumpBetweenCyclesForAVelocity() {
        SagittalMotion motion = SagittalMotion.of(turning());
        double[] v = new double[9];
        for (double t : new double[] {0.985, 0.995, 0.9999, 1, 1.005, 1.015, 2.999, 3.001}) {
            motion.velocity(t, v);
            assertArrayEquals(new double[] {3, 0, 2 * Math.PI, 0, -0.5, 0, 0, 0, 0}, v, EPS);
        }
    }

    /** What hovers is left as it is: a flight is one of the clip's own. */
    @Test
    void shouldRaiseWhatWouldStandInTheGround() {
        double[] q = new double[9];
        for (double height : new double[] {0.3, 0.8, 0.9, 1.4}) {
            double[] row = new double[43];
            System.arraycopy(MotionFiles.row(1, 0), 1, row, 0, 43);
            row[1] = height;
            Pose pose = Pose.of(row);
            MotionClip clip =
                    new MotionClip("still", true, new double[] {0, 1}, List.of(pose, pose));
            SagittalMotion.of(clip).position(0.4, q);
            double clear = height + SagittalBody.lowest(q);
            assertEquals(Math.max(0, clear), q[1] + SagittalBody.lowest(q), EPS);
            assertEquals(clear > 0, q[1] == height);
        }
    }

    @Test
    void shouldTellMeanAngles() {
        double[] means = SagittalMotion.of(turning()).meanAngles();

        assertArrayEquals(new double[] {0, -0.25, 0, 0, 0, 0}, means, EPS);
    }

    @Test
    void shouldPlaceTheAnklesOfAStraightAndABentLeg() {
        double[] ankles = new double[4];
        double half = Math.PI / 2;
        SagittalBody.ankles(0, new double[] {0, 0, 0, half, -half, 0}, 0, ankles, 0);

        assertArrayEquals(new double[] {0, -0.421546 - 0.40987, 0.421546, -0.40987}, ankles, EPS);
    }

    /** A pitch turns the whole body about the hips. */
    @Test
    void shouldTurnFeetAndCentreOfMassWithThePitch() {
        double[] upright = {0, 0, 0, 0.4, -0.7, 0.2, -0.3, -0.1, 0.1};
        double[] leaning = upright.clone();
        leaning[2] = 0.6;

        double[] expected = turned(SagittalBody.centreOfMass(upright), 0.6);
        assertArrayEquals(expected, SagittalBody.centreOfMass(leaning), EPS);
        for (int leg = 0; leg < 2; leg++) {
            double[] heel = SagittalBody.soles(upright, leg);
            heel[1] += SagittalBody.SOLE_RADIUS;
            double[] there = SagittalBody.soles(leaning, leg);
            there[1] += SagittalBody.SOLE_RADIUS;
            assertArrayEquals(
                    turned(new double[] {heel[0], heel[1]}, 0.6),
                    new double[] {there[0], there[1]},
                    EPS);
        }
    }

    private static double[] turned(double[] v, double angle) {
        double cos = Math.cos(angle);
        double sin = Math.sin(angle);
        return new double[] {cos * v[0] - sin * v[1], sin * v[0] + cos * v[1]};
    }

    /** By hand: (28·0.2857 − 9·0.21 − 6·0.6215 − 2·0.8534) / 45. */
    @Test
    void shouldWeighTheLinks() {
        double[] centre = SagittalBody.centreOfMass(new double[9]);

        double moment =
                28 * 0.285714286
                        - 9 * 0.21
                        - 6 * (0.421546 + 0.2)
                        - 2 * (0.421546 + 0.40987 + 0.022);
        assertEquals(moment / 45, centre[1], EPS);
        assertEquals(2 * 0.045 / 45, centre[0], EPS);
    }

    @Test
    void shouldKnowAFlipForward() {
        List<Pose> forward = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            Pose pose = turning().frame(0);
            Quaternion root = Quaternion.aboutZ(-i * Math.PI / 4);
            forward.add(new Pose(0, 1, 0, root, pose.balls(), pose.hinges()));
        }
        double[] times = {0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8};
        SagittalMotion motion = SagittalMotion.of(new MotionClip("forward", true, times, forward));
        double[] q = new double[9];
        motion.position(0.8 + 0.2, q);

        assertTrue(motion.flips());
        assertEquals(-2.5 * Math.PI, q[2], EPS);
    }

    /** Whoever leans a little more at the end of a cycle must not lean more and more. */
    @Test
    void shouldComeBackToThePitchOfTheBeginning() {
        Pose pose = turning().frame(0);
        Pose leaning = new Pose(1, 1, 0, Quaternion.aboutZ(0.2), pose.balls(), pose.hinges());
        SagittalMotion motion =
                SagittalMotion.of(
                        new MotionClip("lean", true, new double[] {0, 1}, List.of(pose, leaning)));
        double[] q = new double[9];

        motion.position(7.5, q);

        assertEquals(0.1, q[2], EPS);
        assertEquals(7.5, q[0], EPS);
    }

    @Test
    void shouldSampleEvenlyWithoutTheEnd() {
        double[][] samples = SagittalMotion.of(turning()).samples(4);
        for (int i = 0; i < 4; i++) {
            assertEquals(0.75 * i, samples[i][0], EPS);
        }
    }
}
