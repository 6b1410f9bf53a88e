package dev.strait.envs.physics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.strait.envs.physics.mjcf.MjcfReader;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Small models that use each feature of the language, against the arrays that MuJoCo 3.14.0
 * compiled of them (files beside them, written with {@code mujoco.MjModel.from_xml_path} and 17
 * digits).
 */
class CompiledModelsTest {

    private static Path file(String name) throws URISyntaxException {
        URL found = CompiledModelsTest.class.getResource(name);
        return Path.of(found.toURI());
    }

    @ParameterizedTest
    @ValueSource(strings = {"frames", "classes", "inertias", "joints", "sliders"})
    void shouldCompileToTheArraysOfMujoco(String name) throws URISyntaxException {
        CompiledArrays expected = new CompiledArrays(file(name + ".txt"));

        Model model = MjcfReader.read(file(name + ".xml"));

        assertEquals(List.of(), expected.differences(model, 1e-12));
    }

    @Test
    void shouldReadActuatorsAsTheirClassesSay() throws URISyntaxException {
        Model model = MjcfReader.read(file("classes.xml"));

        assertArrayEquals(new double[] {0, 40, 7}, model.actuatorKp);
        assertArrayEquals(new double[] {0, 0, 0.5}, model.actuatorKv);
        assertArrayEquals(new double[] {3, 9, 3}, model.actuatorGear);
        assertArrayEquals(new boolean[] {true, false, true}, model.actuatorCtrlLimited);
        assertArrayEquals(new boolean[] {false, true, false}, model.actuatorForceLimited);
        assertArrayEquals(new double[] {0, 0, -5, 6, 0, 0}, model.actuatorForceRange);
    }

    @Test
    void shouldPlaceSites() throws URISyntaxException {
        Model model = MjcfReader.read(file("frames.xml"));

        int end = model.site("end");
        assertEquals(4, model.siteBody[end]);
        assertArrayEquals(new double[] {0, 0, 0.3}, model.sitePos);
    }
}
