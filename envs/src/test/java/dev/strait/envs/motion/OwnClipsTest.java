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
}
