package dev.strait.envs.motion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClipNameTest {

    @TempDir Path folder;

    @ParameterizedTest
    @CsvSource({
        "walk, walk, false, false, walk",
        "/a/b.bvh+loop, /a/b.bvh, true, false, /a/b.bvh+loop",
        "run+mirror, run, false, true, run+mirror",
        "x+mirror+loop, x, true, true, x+loop+mirror",
        "x+looped, x+looped, false, false, x+looped"
    })
    void shouldReadWhatItWrites(
            String text, String source, boolean looped, boolean mirrored, String written) {
        ClipName name = ClipName.parse(text);

        assertEquals(new ClipName(source, looped, mirrored), name);
        assertEquals(written, name.toString());
        assertEquals(name, ClipName.parse(written));
    }

    @Test
    void shouldRefuseNothing() {
        assertThrows(IllegalArgumentException.class, () -> ClipName.parse("+loop"));
    }

    /** BVH cannot say that it loops. */
    @Test
    void shouldLoopARecordingThatCannotSaySo() throws IOException {
        Path file = folder.resolve("steps.bvh");
        double[] there = MotionFiles.bvhRow(0, 90, 0);
        there[2] = 50;
        Files.writeString(file, MotionFiles.bvh(MotionFiles.bvhRow(0, 90, 0), there));

        MotionClip once = ClipName.parse(file.toString()).read();
        MotionClip ever = ClipName.parse(file + "+loop").read();
        double way = once.at(once.duration()).x() - once.at(0).x();

        assertFalse(once.looping());
        assertTrue(ever.looping());
        assertTrue(way > 0.1, () -> way + " m");
        assertEquals(way, once.at(3 * once.duration()).x(), 1e-9);
        assertEquals(3 * way, ever.at(3 * once.duration()).x(), 1e-9);
    }

    @Test
    void shouldMirror() {
        MotionClip run = OwnClips.named("run");
        assertEquals(
                run.at(0.1).hinges().get(HumanoidJoint.RIGHT_KNEE),
                ClipName.parse("run+mirror").read().at(0.1).hinges().get(HumanoidJoint.LEFT_KNEE));
    }

    @Test
    void shouldNameAFileWhereverTheProgramRuns() {
        assertEquals("run+mirror", ClipName.parse("run+mirror").absolute().toString());
        assertEquals(
                Path.of("clips/x.bvh").toAbsolutePath() + "+loop",
                ClipName.parse("clips/../clips/x.bvh+loop").absolute().toString());
    }
}
