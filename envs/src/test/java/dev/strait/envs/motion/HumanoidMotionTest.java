package dev.strait.envs.motion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
}
