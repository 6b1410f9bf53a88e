package dev.strait.envs.render;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.strait.envs.physics.BodySpec;
import dev.strait.envs.physics.GeomSpec;
import dev.strait.envs.physics.JointSpec;
import dev.strait.envs.physics.Model;
import dev.strait.envs.physics.ModelBuilder;
import dev.strait.envs.physics.ModelOptions;
import org.junit.jupiter.api.Test;

class MotionPlaneTest {

    private static final double EXACT = 1e-12;

    private static Model model(ModelOptions options, JointSpec... joints) {
        BodySpec body = BodySpec.named("body").geom(GeomSpec.capsule("rod", 0.05, 0.3));
        for (JointSpec joint : joints) {
            body.joint(joint);
        }
        return new ModelBuilder(options).body(body).build();
    }

    private static MotionPlane plane(Model model) {
        return MotionPlane.of(model).orElseThrow();
    }

    @Test
    void shouldSeeHingesAboutYFromTheSide() {
        for (double sign : new double[] {1, -1}) {
            MotionPlane plane =
                    plane(
                            model(
                                    ModelOptions.DEFAULTS,
                                    JointSpec.slide("x", 1, 0, 0),
                                    JointSpec.slide("z", 0, 0, 1),
                                    JointSpec.hinge("pitch", 0, sign, 0)));
            assertTrue(plane.side());
            assertArrayEquals(new double[] {1, 0, 0}, plane.right(), EXACT);
            assertArrayEquals(new double[] {0, 0, 1}, plane.up(), EXACT);
        }
    }

    @Test
    void shouldSeeHingesAboutZFromAbove() {
        MotionPlane plane = plane(model(ModelOptions.DEFAULTS, JointSpec.hinge("yaw", 0, 0, 1)));
        assertFalse(plane.side());
        assertArrayEquals(new double[] {1, 0, 0}, plane.right(), EXACT);
        assertArrayEquals(new double[] {0, 1, 0}, plane.up(), EXACT);
    }

    @Test
    void shouldSeeAPointInAMazeFromAbove() {
        ModelOptions weightless = ModelOptions.DEFAULTS.withGravity(0, 0, 0);
        Model maze =
                model(weightless, JointSpec.slide("x", 1, 0, 0), JointSpec.slide("y", 0, 1, 0));
        assertArrayEquals(new double[] {0, 1, 0}, plane(maze).up(), EXACT);
        assertInstanceOf(PlaneScene.class, BodyScenes.of(maze));
    }

    /** Where y itself is the normal, z is drawn upwards. */
    @Test
    void shouldSeeHingesAboutYWithoutGravity() {
        ModelOptions weightless = ModelOptions.DEFAULTS.withGravity(0, 0, 0);
        MotionPlane plane = plane(model(weightless, JointSpec.hinge("pitch", 0, 1, 0)));
        assertFalse(plane.side());
        assertArrayEquals(new double[] {1, 0, 0}, plane.right(), EXACT);
        assertArrayEquals(new double[] {0, 0, 1}, plane.up(), EXACT);
    }

    /** On a plane that leans by the 3-4-5 triangle, up is up the plane. */
    @Test
    void shouldSeeLeaningPlanesWithoutForeshortening() {
        MotionPlane plane = plane(model(ModelOptions.DEFAULTS, JointSpec.hinge("a", 0, 4, 3)));
        assertTrue(plane.side());
        assertArrayEquals(new double[] {1, 0, 0}, plane.right(), EXACT);
        assertArrayEquals(new double[] {0, -0.6, 0.8}, plane.up(), EXACT);
    }

    @Test
    void shouldFindNoPlaneInSpace() {
        Model free = model(ModelOptions.DEFAULTS, JointSpec.free("root"));
        assertTrue(MotionPlane.of(free).isEmpty());
        assertInstanceOf(LitScene.class, BodyScenes.of(free));
        Model skew =
                model(
                        ModelOptions.DEFAULTS,
                        JointSpec.hinge("roll", 1, 0, 0),
                        JointSpec.hinge("pitch", 0, 1, 0));
        assertTrue(MotionPlane.of(skew).isEmpty());
        Model away =
                model(
                        ModelOptions.DEFAULTS,
                        JointSpec.hinge("pitch", 0, 1, 0),
                        JointSpec.slide("y", 0, 1, 0));
        assertEquals(true, MotionPlane.of(away).isEmpty());
    }
}
