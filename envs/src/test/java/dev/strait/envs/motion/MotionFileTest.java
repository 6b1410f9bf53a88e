package dev.strait.envs.motion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.strait.envs.file.Recipes;
import dev.strait.envs.file.Refusals;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MotionFileTest {

    @TempDir Path folder;

    @TestFactory
    Stream<DynamicTest> shouldRefuseInOneLine() {
        Map<String, Recipes.Recipe> recipes = new MalformedMotions().recipes();
        assertTrue(recipes.size() >= 50, () -> recipes.size() + " files");
        int[] count = {0};
        return recipes.entrySet().stream()
                .map(
                        recipe ->
                                dynamicTest(
                                        recipe.getKey(),
                                        () -> {
                                            Path own = folder.resolve("case" + count[0]++);
                                            Files.createDirectories(own);
                                            refused(recipe.getKey(), recipe.getValue().make(own));
                                        }));
    }

    private static String refused(String name, Path path) {
        return Refusals.refused(MotionException.class, name, path, () -> MotionFile.read(path));
    }

    private String refusal(String name) throws IOException {
        return refused(name, new MalformedMotions().recipes().get(name).make(folder));
    }

    @Test
    void shouldSayWhatIsWrongAndWhere() throws IOException {
        assertEquals("file: number 1 of frame 1 is NaN", refusal("a NaN"));
        assertEquals("file: a motion needs at least 2 frames, but has 1", refusal("one frame"));
        assertTrue(refusal("a row of 43 numbers").startsWith("file: frame 1 has 43 numbers, but"));
        assertEquals("file: frame 0 lasts 0.0 s; it must be above 0", refusal("durations of zero"));
        assertEquals(
                "file: a motion lasts at least a control step, 1/30 s, but this one 1.0E-12 s",
                refusal("a clip of no time"));
        String knee = refusal("a skeleton without a knee");
        assertTrue(
                knee.startsWith(
                        "file: its skeleton has no joint for the right knee (such as rightleg, "),
                knee);
    }

    private static MotionClip shared(String clip) {
        Path path =
                Path.of(
                        System.getProperty("shared.data", "missing"),
                        "mocap/deepmimic/motions/humanoid3d_" + clip + ".txt");
        Assumptions.assumeTrue(Files.exists(path), () -> "skipped: there is no " + path);
        return MotionFile.read(path);
    }

    /** Figures of physics-equations.md, measured there by another program. */
    @ParameterizedTest
    @CsvSource({"walk, 39, 1.267, 0.978", "run, 25, 0.800, 3.557", "backflip, 29, 1.750, -0.616"})
    void shouldReadPublishedClips(String name, int frames, double duration, double speed) {
        MotionClip clip = shared(name);

        assertEquals(frames, clip.frames());
        assertTrue(clip.looping());
        assertEquals(duration, clip.duration(), 1e-3);
        assertEquals(speed, SagittalMotion.of(clip).speed(), 5e-4);
    }

    @Test
    void shouldProjectPublishedClipsAsAnotherProgramDid() {
        SagittalMotion flip = SagittalMotion.of(shared("backflip"));
        double[] first = new double[9];
        double[] last = new double[9];
        flip.position(0, first);
        flip.position(flip.duration() - 1e-9, last);
        assertTrue(flip.flips());
        assertEquals(6.283, last[2] - first[2], 1e-3);

        double[] least = {9, 9, 9, 9, 9, 9};
        double[] most = {-9, -9, -9, -9, -9, -9};
        for (double[] pose : SagittalMotion.of(shared("walk")).samples(2000)) {
            for (int k = 0; k < 6; k++) {
                least[k] = Math.min(least[k], pose[3 + k]);
                most[k] = Math.max(most[k], pose[3 + k]);
            }
        }
        assertEquals(-0.157, Math.min(least[0], least[3]), 2e-3);
        assertEquals(0.594, Math.max(most[0], most[3]), 2e-3);
        assertEquals(-1.358, Math.min(least[1], least[4]), 2e-3);
        assertEquals(-0.059, Math.max(most[1], most[4]), 2e-3);
    }

    /** One of them holds a quaternion of norm 0.78. */
    @Test
    void shouldReadEveryPublishedClip() throws IOException {
        shared("walk");
        Path motions = Path.of(System.getProperty("shared.data"), "mocap/deepmimic/motions");
        try (Stream<Path> clips = Files.list(motions)) {
            for (Path clip : clips.toList()) {
                MotionFile.read(clip);
            }
        }
    }

    /** Some editors begin a text with U+FEFF. */
    @Test
    void shouldReadPastAByteOrderMark() throws IOException {
        double[] standing = MotionFiles.bvhRow(0, 90, 0);
        String json = MotionFiles.json(MotionFiles.row(0.1, 0), MotionFiles.row(0, 1));
        Path file = folder.resolve("marked");
        for (String text : new String[] {json, MotionFiles.bvh(standing, standing)}) {
            Files.writeString(file, "\uFEFF\n " + text);
            assertTrue(MotionFile.holds(file));
            assertEquals(2, MotionFile.read(file).frames());
        }
        Files.writeString(file, "a,b\n1,2");
        assertFalse(MotionFile.holds(file));
        assertFalse(MotionFile.holds(folder));
        Files.writeString(file, "{\"data_format\": \"hdf5\"}");
        assertFalse(MotionFile.holds(file));
    }

    @Test
    void shouldTakeAMissingLoopForNone() throws IOException {
        String text = MotionFiles.json(MotionFiles.row(0.1, 0), MotionFiles.row(0, 1));
        Path file = folder.resolve("once.txt");
        Files.writeString(file, text.replace("\"Loop\": \"wrap\", ", ""));

        MotionClip clip = MotionFile.read(file);

        assertEquals(false, clip.looping());
        assertEquals("once", clip.name());
        assertEquals(0.1, clip.duration());
    }

    @Test
    void shouldNameAClipByItsFileWithoutTheEnding() throws IOException {
        Path file = folder.resolve("walk.v2.json");
        Files.writeString(file, MotionFiles.json(MotionFiles.row(0.1, 0), MotionFiles.row(0, 1)));

        assertEquals("walk.v2", MotionFile.read(file).name());
    }
}
