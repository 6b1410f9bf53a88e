package dev.strait.envs.mimic;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.strait.envs.motion.HumanoidJoint;
import dev.strait.envs.motion.MotionClip;
import dev.strait.envs.motion.OwnClips;
import dev.strait.envs.motion.Pose;
import dev.strait.envs.motion.Quaternion;
import dev.strait.envs.motion.SagittalMotion;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A fall, to the last digit, by a clip that stays up, one that lies down and one that flips. */
class PlanarFallTest {

    @ParameterizedTest
    @CsvSource({
        "0.9, 0, false, false, false",
        "0.5, 1.2, false, false, false",
        "0.499, 0, true, false, false",
        "0.9, 1.201, true, false, false",
        "0.9, -1.2, false, false, false",
        "0.9, -1.201, true, false, false",
        "0.25, 0, true, false, false",
        "0.249, 0, true, true, false",
        "0.249, 3, true, true, false"
    })
    void shouldCountWhatTheClipDoesNotDoItself(
            double height, double pitch, boolean upright, boolean clear, boolean lying) {
        assertEquals(upright, new PlanarFall(true, true).of(height, pitch));
        assertEquals(clear, new PlanarFall(false, true).of(height, pitch));
        assertEquals(lying, new PlanarFall(false, false).of(height, pitch));
    }

    /** Trunk and head are balls of 0.1 m, of which the lower ends are 0.07 and 0.62 m up. */
    @ParameterizedTest
    @CsvSource({
        "0.9, 0, true, true",
        "0.59, 0, false, true",
        "0.9, 1.11, false, true",
        "0.9, -1.11, false, true",
        "0.75, 3.14, false, false",
        "0.95, 3.14, false, true"
    })
    void shouldAllowWhatTheClipDoesItself(
            double height, double pitch, boolean byPose, boolean byTouch) {
        SagittalMotion motion = SagittalMotion.of(sitting(height, pitch));

        assertEquals(new PlanarFall(byPose, byTouch), PlanarFall.of(motion));
    }

    /** Legs that would be in the ground would raise the clip: they are pulled up. */
    private static MotionClip sitting(double height, double pitch) {
        Pose standing = OwnClips.named("walk").at(0);
        Map<HumanoidJoint, Quaternion> balls = new EnumMap<>(standing.balls());
        Map<HumanoidJoint, Double> hinges = new EnumMap<>(standing.hinges());
        balls.put(HumanoidJoint.RIGHT_HIP, Quaternion.aboutZ(Math.PI / 2));
        balls.put(HumanoidJoint.LEFT_HIP, Quaternion.aboutZ(Math.PI / 2));
        hinges.put(HumanoidJoint.RIGHT_KNEE, -Math.PI / 2);
        hinges.put(HumanoidJoint.LEFT_KNEE, -Math.PI / 2);
        Pose pose = new Pose(0, height, 0, Quaternion.aboutZ(pitch), balls, hinges);
        return new MotionClip("sitting", true, new double[] {0, 1}, List.of(pose, pose));
    }
}
