package dev.strait.envs.physics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.strait.envs.physics.mjcf.MjcfReader;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelBuilderTest {

    private static GeomSpec hopperGeom(String name, double radius, double[] from, double[] to) {
        return GeomSpec.capsule(name, radius, from, to)
                .condim(1)
                .friction(0.9)
                .margin(0.001)
                .solimp(0.8, 0.8, 0.01, 0.5, 2);
    }

    private static JointSpec hopperHinge(String name, double lower, double upper) {
        return JointSpec.hinge(name, 0, -1, 0)
                .armature(1)
                .damping(1)
                .range(Math.toRadians(lower), Math.toRadians(upper));
    }

    private static double[] xz(double x, double z) {
        return new double[] {x, 0, z};
    }

    private static Model hopper() {
        BodySpec foot =
                BodySpec.named("foot")
                        .at(0.13, 0, -0.35)
                        .joint(hopperHinge("foot_joint", -45, 45).at(-0.13, 0, 0.1))
                        .geom(hopperGeom("foot", 0.06, xz(-0.26, 0.1), xz(0.13, 0.1)).friction(2));
        BodySpec leg =
                BodySpec.named("leg")
                        .at(0, 0, -0.7)
                        .joint(hopperHinge("leg_joint", -150, 0).at(0, 0, 0.25))
                        .geom(hopperGeom("leg", 0.04, xz(0, 0.25), xz(0, -0.25)))
                        .body(foot);
        BodySpec thigh =
                BodySpec.named("thigh")
                        .at(0, 0, -0.2)
                        .joint(hopperHinge("thigh_joint", -150, 0))
                        .geom(hopperGeom("thigh", 0.05, xz(0, 0), xz(0, -0.45)))
                        .body(leg);
        BodySpec torso =
                BodySpec.named("torso")
                        .at(0, 0, 1.25)
                        .joint(JointSpec.slide("rootx", 1, 0, 0).at(0, 0, -1.25))
                        .joint(JointSpec.slide("rootz", 0, 0, 1).at(0, 0, -1.25).reference(1.25))
                        .joint(JointSpec.hinge("rooty", 0, 1, 0))
                        .geom(hopperGeom("torso", 0.05, xz(0, 0.2), xz(0, -0.2)))
                        .body(thigh);
        ModelBuilder builder =
                new ModelBuilder(ModelOptions.DEFAULTS.withIntegrator(Integrator.RK4))
                        .geom(
                                GeomSpec.plane("floor", 20, 20, 0.125)
                                        .margin(0.001)
                                        .solimp(0.8, 0.8, 0.01, 0.5, 2))
                        .body(torso);
        for (String name : new String[] {"thigh", "leg", "foot"}) {
            builder.actuator(
                    ActuatorSpec.motor(name, name + "_joint").gear(200).controlRange(-1, 1));
        }
        return builder.build();
    }

    /** One compiler behind both ways in. */
    @Test
    void shouldBuildInCodeWhatAFileGives() {
        Model code = hopper();
        Model file =
                MjcfReader.resource(
                        Model.class, "/dev/strait/envs/locomotion/hopper.xml", MarginRule.SUM);

        assertEquals(file.bodyNames(), code.bodyNames());
        assertEquals(file.jointNames(), code.jointNames());
        assertEquals(file.geomNames(), code.geomNames());
        assertEquals(file.options(), code.options());
        assertArrayEquals(file.bodyMass, code.bodyMass);
        assertArrayEquals(file.bodyInertia, code.bodyInertia);
        assertArrayEquals(file.bodyIquat, code.bodyIquat);
        assertArrayEquals(file.bodyInvweight, code.bodyInvweight);
        assertArrayEquals(file.dofInvweight, code.dofInvweight);
        assertArrayEquals(file.jointRange, code.jointRange, 1e-15);
        assertArrayEquals(file.geomFriction, code.geomFriction);
        assertArrayEquals(file.qpos0, code.qpos0);
        assertArrayEquals(file.actuatorGear, code.actuatorGear);
        assertArrayEquals(file.pairs.margin, code.pairs.margin);
    }

    /** A unit cube of water and a ball of the same stuff inside it would weigh 1000 (1 + π/6). */
    @Test
    void shouldWeighShapes() {
        Model model =
                new ModelBuilder(ModelOptions.DEFAULTS)
                        .body(
                                BodySpec.named("cube")
                                        .joint(JointSpec.free("root"))
                                        .geom(box("cube", 0.5, 0.5, 0.5))
                                        .geom(GeomSpec.sphere("ball", 0.5)))
                        .build();

        double ball = 1000 * Math.PI / 6;
        assertEquals(1000 + ball, model.bodyMass(1), 1e-9);
        double moment = 1000.0 / 6 + 0.1 * ball;
        assertArrayEquals(
                new double[] {moment, moment, moment},
                Arrays.copyOfRange(model.bodyInertia, 3, 6),
                1e-9);
    }

    private static GeomSpec box(String name, double x, double y, double z) {
        return GeomSpec.box(name, x, y, z).contype(0).conaffinity(0);
    }

    /** A capsule's moment across its axis, by slices of height dz: ∫ (m(z)/4 r² + m(z) z²) dz. */
    @Test
    void shouldKnowTheMomentsOfCapsules() {
        double r = 0.3;
        double l = 0.7;
        double across = 0;
        double along = 0;
        double mass = 0;
        int slices = 200_000;
        double dz = 2 * (l + r) / slices;
        for (int i = 0; i < slices; i++) {
            double z = -l - r + (i + 0.5) * dz;
            double cap = Math.max(0, Math.abs(z) - l);
            double square = r * r - cap * cap;
            double slice = 1000 * Math.PI * square * dz;
            mass += slice;
            along += slice * square / 2;
            across += slice * (square / 4 + z * z);
        }

        BodySpec.Inertial capsule =
                BodyInertia.of(BodySpec.named("").geom(GeomSpec.capsule("", r, l)));

        assertEquals(mass, capsule.mass(), 1e-6);
        assertArrayEquals(new double[] {across, across, along}, capsule.moments(), 1e-6);
    }

    @Test
    void shouldScaleMassesBeforeTheInverseWeights() {
        ModelBuilder builder =
                new ModelBuilder(ModelOptions.DEFAULTS)
                        .body(
                                BodySpec.named("ball")
                                        .joint(JointSpec.free("root"))
                                        .geom(GeomSpec.sphere("ball", 0.1)))
                        .totalMass(5);

        Model model = builder.build();

        assertEquals(5, model.totalMass(), 1e-12);
        assertEquals(1.0 / 5, model.bodyInvweight[2], 1e-12);
        assertEquals(1 / (0.4 * 5 * 0.01), model.bodyInvweight[3], 1e-9);
    }

    @Test
    void shouldNumberBodiesDepthFirst() {
        Model model =
                new ModelBuilder(ModelOptions.DEFAULTS)
                        .body(BodySpec.named("a").body(BodySpec.named("b")))
                        .body(BodySpec.named("c"))
                        .build();

        assertEquals(java.util.List.of("world", "a", "b", "c"), model.bodyNames());
        assertEquals(1, model.bodyParent(2));
        assertEquals(0, model.bodyParent(3));
    }

    @Test
    void shouldDriveByPd() {
        Model model =
                new ModelBuilder(ModelOptions.DEFAULTS.withIntegrator(Integrator.IMPLICIT_PD))
                        .body(
                                BodySpec.named("arm")
                                        .joint(JointSpec.ball("shoulder").pd(400, 40, 100))
                                        .geom(GeomSpec.capsule("arm", 0.05, 0.2)))
                        .build();

        assertArrayEquals(new double[] {400}, model.jointPdStiffness);
        assertArrayEquals(new double[] {40}, model.jointPdDamping);
        assertArrayEquals(new double[] {100}, model.jointPdLimit);
    }

    private static ModelException refused(ModelBuilder builder) {
        return assertThrows(ModelException.class, builder::build);
    }

    private static ModelBuilder empty() {
        return new ModelBuilder(ModelOptions.DEFAULTS);
    }

    @Test
    void shouldNameTheBodyThatMovesWithoutMass() {
        BodySpec ghost = BodySpec.named("ghost").joint(JointSpec.hinge("h", 0, 0, 1));

        ModelException refusal = refused(empty().body(ghost));

        assertSame(ghost, refusal.part());
        assertTrue(refusal.getMessage().startsWith("body \"ghost\": it moves"));
    }

    @Test
    void shouldLetWeldedBodiesGiveTheMass() {
        BodySpec moving =
                BodySpec.named("hub")
                        .joint(JointSpec.hinge("h", 0, 0, 1))
                        .body(
                                BodySpec.named("rim")
                                        .at(1, 0, 0)
                                        .geom(GeomSpec.sphere("rim", 0.1).mass(2)));

        Model model = empty().body(moving).build();

        assertEquals(1 / (2 + 0.4 * 2 * 0.01), model.dofInvweight[0], 1e-12);
    }

    @Test
    void shouldNameTheJointThatNothingResists() {
        JointSpec second = JointSpec.slide("second", 1, 0, 0);
        BodySpec body =
                BodySpec.named("b")
                        .joint(JointSpec.slide("first", 1, 0, 0))
                        .joint(second)
                        .geom(GeomSpec.sphere("g", 0.1));

        assertSame(second, refused(empty().body(body)).part());
    }

    @Test
    void shouldRefuseWhatHangsOnItself() {
        BodySpec snake = BodySpec.named("");
        snake.body(snake);

        assertTrue(refused(empty().body(snake)).getMessage().contains("200 deep"));
    }

    @Test
    void shouldRefuseNamesGivenTwice() {
        ModelBuilder twice =
                empty().geom(GeomSpec.sphere("g", 1).contype(0)).geom(GeomSpec.sphere("g", 1));

        assertEquals("sphere \"g\": another geom has this name", refused(twice).getMessage());
    }

    @Test
    void shouldRefuseADriveOfNothing() {
        ModelBuilder idle = empty().actuator(ActuatorSpec.motor("m", "elbow"));

        assertEquals(
                "actuator \"m\": there is no joint \"elbow\" to drive", refused(idle).getMessage());
    }

    @Test
    void shouldRefuseBoxesThatWouldTouch() {
        GeomSpec second = GeomSpec.box("second", 1, 1, 1);
        ModelBuilder boxes =
                empty().geom(GeomSpec.box("first", 1, 1, 1))
                        .body(BodySpec.named("b").joint(JointSpec.free("f")).geom(second));

        ModelException refusal = refused(boxes);

        assertSame(second, refusal.part());
        assertTrue(refusal.problem().contains("\"first\" and \"second\" may touch"));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY, 1e300})
    void shouldRefuseLengthsThatAreNone(double metres) {
        assertThrows(IllegalArgumentException.class, () -> GeomSpec.sphere("s", metres));
        assertThrows(IllegalArgumentException.class, () -> GeomSpec.capsule("c", 1, metres));
        assertThrows(IllegalArgumentException.class, () -> GeomSpec.box("b", 1, 1, metres));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, Double.NaN, Double.POSITIVE_INFINITY})
    void shouldRefuseAmountsThatAreNone(double amount) {
        JointSpec joint = JointSpec.hinge("h", 0, 0, 1);
        GeomSpec geom = GeomSpec.sphere("s", 1);

        assertThrows(IllegalArgumentException.class, () -> joint.damping(amount));
        assertThrows(IllegalArgumentException.class, () -> joint.armature(amount));
        assertThrows(IllegalArgumentException.class, () -> joint.spring(amount, 0));
        assertThrows(IllegalArgumentException.class, () -> geom.mass(amount));
        assertThrows(IllegalArgumentException.class, () -> geom.density(amount));
        assertThrows(IllegalArgumentException.class, () -> geom.friction(amount));
        assertThrows(IllegalArgumentException.class, () -> geom.margin(amount));
    }

    /** The ends that count and those that do not, for what is no plain amount. */
    @Test
    void shouldRefuseNumbersThatMakeNoSense() {
        JointSpec hinge = JointSpec.hinge("h", 0, 0, 1);
        hinge.range(0, 1e-9).pd(0, 0, 1e-9).solref(0, -1).solimp(0, 1, 0, 1, 1);
        GeomSpec.sphere("s", 1).solref(1e-9, 1e-9);

        assertThrows(IllegalArgumentException.class, () -> hinge.range(1, 1));
        assertThrows(IllegalArgumentException.class, () -> hinge.pd(1, 1, 0));
        assertThrows(IllegalArgumentException.class, () -> hinge.solref(0.02, -1));
        assertThrows(IllegalArgumentException.class, () -> hinge.solref(-100, 1));
        assertThrows(
                IllegalArgumentException.class, () -> hinge.solimp(0.9, 0.9, 0.001, 0.5, 0.99));
        assertThrows(IllegalArgumentException.class, () -> JointSpec.ball("b").range(-1, 1));
        assertThrows(
                IllegalArgumentException.class, () -> ActuatorSpec.position("servo", "h", 0, 1));
    }
}
