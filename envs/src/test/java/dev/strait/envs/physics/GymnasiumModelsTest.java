package dev.strait.envs.physics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.strait.envs.physics.mjcf.MjcfReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What this compiler makes of Gymnasium's model files and of ours, against what MuJoCo 3.14 made of
 * Gymnasium's (shared.data; skipped without it).
 */
class GymnasiumModelsTest {

    private static final double ROUNDING = 1e-12;

    private static Path shared(String name) {
        Path path = Path.of(System.getProperty("shared.data", "missing"), name);
        Assumptions.assumeTrue(Files.exists(path), () -> "skipped: there is no " + path);
        return path;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "inverted_pendulum",
                "inverted_double_pendulum",
                "reacher",
                "hopper",
                "walker2d_v5",
                "half_cheetah",
                "ant",
                "humanoid",
                "swimmer"
            })
    void shouldCompileToTheArraysOfMujoco(String name) {
        CompiledArrays expected = new CompiledArrays(shared("physics/" + name + "_model.txt"));
        Model theirs = MjcfReader.read(shared("mujoco-xml/gymnasium/" + name + ".xml"));

        assertEquals(List.of(), expected.differences(theirs, ROUNDING));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "inverted_pendulum",
                "inverted_double_pendulum",
                "reacher",
                "hopper",
                "walker2d_v5",
                "half_cheetah",
                "ant",
                "humanoid",
                "swimmer"
            })
    void shouldBundleModelsThatCompileToTheSame(String name) {
        CompiledArrays expected = new CompiledArrays(shared("physics/" + name + "_model.txt"));
        Model ours = bundled(name + ".xml");

        assertEquals(List.of(), expected.differences(ours, ROUNDING));
    }

    private static Model bundled(String name) {
        return MjcfReader.resource(
                MarginRule.class, "/dev/strait/envs/locomotion/" + name, MarginRule.SUM);
    }

    /** There is no dump of the older walker; the file of Gymnasium compiles to the same. */
    @Test
    void shouldBundleTheOlderWalker() {
        Model theirs = MjcfReader.read(shared("mujoco-xml/gymnasium/walker2d.xml"));

        assertEquals(
                List.of(), CompiledArrays.differences(bundled("walker2d.xml"), theirs, ROUNDING));
    }

    /** The one number in which v4 and v5 differ: physics-equations.md 7.2. */
    @Test
    void shouldTellTheWalkersApartByFriction() {
        Model older = bundled("walker2d.xml");
        Model newer = bundled("walker2d_v5.xml");

        assertEquals(List.of("geom_friction"), CompiledArrays.differences(older, newer, ROUNDING));
        assertEquals(0.9, older.geomFriction[3 * older.geom("foot")]);
        assertEquals(1.9, newer.geomFriction[3 * newer.geom("foot")]);
    }

    @ParameterizedTest
    @ValueSource(strings = {"hopper", "humanoid"})
    void shouldNoticeAnotherModel(String name) {
        CompiledArrays other = new CompiledArrays(shared("physics/walker2d_v5_model.txt"));
        Model theirs = MjcfReader.read(shared("mujoco-xml/gymnasium/" + name + ".xml"));

        assertTrue(other.worst(theirs) > 1);
    }
}
