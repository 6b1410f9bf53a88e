package dev.strait.envs.motion;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class OwnClipsTest {

    static List<String> names() {
        return OwnClips.names();
    }

    private static SagittalMotion motion(String name) {
        return SagittalMotion.of(OwnClips.named(name));
    }

    @Test
    void shouldHaveFive() {
        assertEquals(List.of("flip", "hop", "jump", "run", "walk"), names());
    }

    @ParameterizedTest
    @CsvSource({"walk, 0.7, 1.2", "run, 2, 4", "hop, 0.5, 1.5", "jump, -0.1, 0.1", "flip, -1, 0"})
    void shouldGoAtAPlausibleSpeed(String name, double least, double most) {
        double speed = motion(name).speed();
        assertTrue(speed > least && speed < most, () -> name + " at " + speed + " m/s");
    }

    /** No foot goes into the ground, and in what has no flight one is always on it. */
    @ParameterizedTest
    @MethodSource("names")
    void shouldStandOnTheGround(String name) {
        for (double[] pose : motion(name).samples(500)) {
            double height = pose[1] + SagittalBody.lowest(pose);
            assertTrue(height > -0.004, () -> name + " at " + height);
            assertTrue(!name.equals("walk") || height < 0.01, () -> name + " at " + height);
        }
    }

    /** The centre of mass falls freely for as long as both feet are off the ground. */
    @Test
    void shouldFallFreelyInFlight() {
        SagittalMotion hop = motion("hop");
        double dt = 1.0 / 30;
        for (double share = 0.56; share < 0.9; share += 1 / 27.0) {
            double t = Math.rint(share * 27) / 27 * hop.duration();
            double second = centre(hop, t + dt) - 2 * centre(hop, t) + centre(hop, t - dt);
            assertEquals(-9.81, second / dt / dt, 1e-6);
        }
    }

    private static double centre(SagittalMotion motion, double time) {
        double[] pose = new double[9];
        motion.position(time, pose);
        return pose[1] + SagittalBody.centreOfMass(pose)[1];
    }

    @ParameterizedTest
    @MethodSource("names")
    void shouldEndAsItBegan(String name) {
        MotionClip clip = OwnClips.named(name);
        double[] first = new double[9];
        double[] next = new double[9];
        motion(name).position(0, first);
        motion(name).position(clip.duration(), next);
        next[0] = first[0];
        next[2] -= name.equals("flip") ? 2 * Math.PI : 0;
        assertArrayEquals(first, next, 1e-9);
    }

    /** Half a cycle later the other leg does the same. */
    @ParameterizedTest
    @CsvSource({"walk", "run"})
    void shouldAlternateItsLegs(String name) {
        SagittalMotion motion = motion(name);
        double[] now = new double[9];
        double[] later = new double[9];
        for (double[] t = {0}; t[0] < motion.duration(); t[0] += 0.1) {
            motion.position(t[0], now);
            motion.position(t[0] + motion.duration() / 2, later);
            for (int k = 3; k < 6; k++) {
                assertEquals(now[k], later[k + 3], 0.06);
            }
        }
    }

    @Test
    void shouldTurnOverBackwardInAFlip() {
        assertTrue(motion("flip").flips());
        assertTrue(names().stream().filter(n -> motion(n).flips()).count() == 1);
    }

    @Test
    void shouldNameAllWhereOneIsNotKnown() {
        String message =
                assertThrows(IllegalArgumentException.class, () -> OwnClips.named("dance"))
                        .getMessage();
        assertEquals(
                "no motion of Strait's own is called 'dance'; there are flip, hop, jump, run,"
                        + " walk",
                message);
    }

    @Test
    void shouldGoThroughItsKeysSmoothly() {
        KeyFrames curve = new KeyFrames(0, 1, 0.25, 3, 0.6, -1);

        assertEquals(1, curve.of(0), 1e-12);
        assertEquals(3, curve.of(0.25), 1e-12);
        assertEquals(-1, curve.of(1.6), 1e-12);
        for (double s : new double[] {0, 0.25, 0.6}) {
            double before = (curve.of(s) - curve.of(s - 1e-6)) / 1e-6;
            double after = (curve.of(s + 1e-6) - curve.of(s)) / 1e-6;
            assertEquals(before, after, 1e-3);
        }
    }

    /** Half a cycle of a walk is 18 frames; arms swing against the legs of their side. */
    @Test
    void shouldSwingItsArmsInTurn() {
        MotionClip walk = OwnClips.named("walk");
        for (int i = 0; i < 18; i++) {
            assertEquals(
                    walk.frame(i + 18).balls().get(HumanoidJoint.RIGHT_SHOULDER).twistAboutZ(),
                    walk.frame(i).balls().get(HumanoidJoint.LEFT_SHOULDER).twistAboutZ(),
                    1e-9);
        }
        for (int strike : new int[] {0, 18}) {
            Pose pose = walk.frame(strike);
            double leg = pose.balls().get(HumanoidJoint.RIGHT_HIP).twistAboutZ();
            double arm = pose.balls().get(HumanoidJoint.RIGHT_SHOULDER).twistAboutZ();
            assertTrue(leg * arm < 0, () -> "leg at " + leg + ", arm at " + arm);
        }
    }

    @ParameterizedTest
    @CsvSource({"walk, 15", "run, 85", "flip, 15"})
    void shouldBendBothElbowsForward(String name, double degrees) {
        Pose pose = OwnClips.named(name).frame(3);

        assertEquals(Math.toRadians(degrees), pose.hinges().get(HumanoidJoint.RIGHT_ELBOW), 1e-12);
        assertEquals(Math.toRadians(degrees), pose.hinges().get(HumanoidJoint.LEFT_ELBOW), 1e-12);
    }

    /**
     * Hips that move from 1.2 s to 2.4 s of 4 s move the root from 1.05 s to 2.55 s, and no more.
     */
    @Test
    void shouldSpreadAStepOverThreeTenthsOfASecond() {
        KeyFrames still = new KeyFrames(0, 0, 0.5, 0);
        KeyFrames hip =
                new KeyFrames(0, 0, 0.2, 0, 0.3, 0, 0.4, 0, 0.45, 12, 0.5, 0, 0.6, 0, 0.7, 0);
        SagittalMotion motion =
                SagittalMotion.of(
                        new Gait(4, 0, still, hip, still, still, still, 0, List.of(), 0)
                                .clip("twitch"));
        double[] v = new double[9];
        for (double time : new double[] {0.5, 0.9, 1, 2.65, 2.8, 3.5}) {
            motion.velocity(time, v);
            assertEquals(0, v[0], 1e-9, () -> "at " + time + " s");
        }
        motion.velocity(1.3, v);
        assertTrue(Math.abs(v[0]) > 1e-3, "it does not move at 1.3 s");
    }

    /** A smooth step over the flight, s² (3 − 2 s), and nothing before and after it. */
    @Test
    void shouldTurnInFlightAlone() {
        KeyFrames still = new KeyFrames(0, 0, 0.5, 0);
        List<Gait.Flight> flights = List.of(new Gait.Flight(0.25, 0.75));
        Gait gait = new Gait(1.6, 0, still, still, still, still, still, 0, flights, 1);
        SagittalMotion flip = SagittalMotion.of(gait.clip("turn"));
        double[] q = new double[9];
        for (int frame = 0; frame <= 47; frame++) {
            double s = Math.min(1, Math.max(0, (frame / 48.0 - 0.25) / 0.5));
            flip.position(frame * 1.6 / 48, q);
            assertEquals(2 * Math.PI * s * s * (3 - 2 * s), q[2], 1e-9, "frame " + frame);
        }
    }

    /** A curve whose keys are later by a share is later by it, before its first key, too. */
    @Test
    void shouldShiftWithItsKeys() {
        KeyFrames curve = new KeyFrames(0, 1, 0.25, 3, 0.6, -1);
        KeyFrames later = new KeyFrames(0.2, 1, 0.45, 3, 0.8, -1);
        for (double share = 0; share < 1; share += 0.05) {
            assertEquals(curve.of(share), later.of(share + 0.2), 1e-12);
        }
    }
}
