package dev.strait.envs.physics.mjcf;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.strait.envs.file.Refusals;
import dev.strait.envs.physics.Integrator;
import dev.strait.envs.physics.MarginRule;
import dev.strait.envs.physics.Model;
import dev.strait.envs.physics.Simulation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MjcfReaderTest {

    @TempDir Path folder;

    private Model read(String content) {
        try {
            Path file = Files.writeString(folder.resolve("model.xml"), content);
            return MjcfReader.read(file);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private Model inside(String content) {
        return read("<mujoco>" + content + "</mujoco>");
    }

    private static final String ARM =
            "<worldbody><geom type='plane' size='1 1 1'/><body pos='0 0 1'>"
                    + "<joint name='j' range='-90 90'/><geom size='0.1' pos='1 0 0'/>"
                    + "</body></worldbody>";

    @Test
    void shouldReadAModelOfNothing() {
        Model nothing = read("<mujoco/>");

        assertEquals(1, nothing.bodyCount());
        assertEquals(0, nothing.dofCount());
        assertEquals(0.002, nothing.timestep());
        assertEquals(Integrator.EULER, nothing.options().integrator());
    }

    @Test
    void shouldTakeTheMarginRuleFromTheCaller() {
        String hopper = "/dev/strait/envs/locomotion/hopper.xml";

        Model old = MjcfReader.resource(MjcfReader.class, hopper, MarginRule.MAX);

        assertEquals(MarginRule.MAX, old.options().marginRule());
        assertEquals(MarginRule.SUM, read("<mujoco/>").options().marginRule());
    }

    @Test
    void shouldSayWhichModelIsNotBundled() {
        IllegalArgumentException refusal =
                assertThrows(
                        IllegalArgumentException.class,
                        () -> MjcfReader.resource(MjcfReader.class, "no.xml", MarginRule.SUM));

        assertTrue(refusal.getMessage().startsWith("there is no model no.xml"));
    }

    @Test
    void shouldReadOptions() {
        Model model =
                inside(
                        "<option timestep='0.01' gravity='1 2 3' integrator='RK4' density='4000'"
                                + " viscosity='0.1' solver='PGS' iterations='3' impratio='1.0'/>");

        assertEquals(0.01, model.timestep());
        assertEquals(Integrator.RK4, model.options().integrator());
        assertEquals(2, model.options().gravityY());
        assertEquals(4000, model.options().density());
        assertEquals(0.1, model.options().viscosity());
    }

    @Test
    void shouldLetLaterSectionsOverruleEarlierOnes() {
        Model model =
                inside("<option timestep='0.01'/><option timestep='0.02'/><option density='1'/>");

        assertEquals(0.02, model.timestep());
    }

    @Test
    void shouldSwitchOffWhatFlagsSwitchOff() {
        Model flying = inside("<option><flag contact='disable' gravity='disable'/></option>" + ARM);

        assertEquals(0, flying.options().gravityZ());
        assertFalse(flying.geomTouches(1));
        assertTrue(inside(ARM).geomTouches(1));
    }

    @Test
    void shouldKeepExcludedBodiesApart() {
        String balls =
                "<worldbody><geom name='post' size='1'/>"
                        + "<body name='a'><freejoint/><geom size='1'/></body>"
                        + "<body name='b'><freejoint/><geom name='g' size='1'/></body></worldbody>";
        String apart =
                "<contact><exclude body1='b' body2='a'/><exclude body1='world' body2='b'/></contact>";

        assertTrue(inside(balls).geomTouches(2));
        Model model = inside(balls + apart);
        assertFalse(model.geomTouches(2));
        assertTrue(model.geomTouches(1));
    }

    /** Pairs of geoms times exclusions would be minutes. */
    @Test
    void shouldTakeAsManyExclusionsAsAFileMayHold() {
        StringBuilder text = new StringBuilder("<worldbody>");
        for (int i = 0; i < 300; i++) {
            text.append("<body name='b%d'><joint/>".formatted(i))
                    .append("<geom size='1'/>".repeat(5))
                    .append("</body>");
        }
        text.append("</worldbody><contact>");
        for (int i = 0; i < 16_000; i++) {
            text.append("<exclude body1='b%d' body2='b%d'/>".formatted(i % 299, 299));
        }
        Model model = assertTimeout(Duration.ofSeconds(15), () -> inside(text + "</contact>"));

        assertFalse(model.geomTouches(299 * 5));
        assertTrue(model.geomTouches(0));
    }

    /** What draws, sizes, records or measures; a tendon that acts on nothing. */
    @Test
    void shouldReadOverWhatChangesNoMotion() {
        String inert =
                "<size njmax='100' nkey='5'/><statistic extent='2' center='0 0 1'/>"
                        + "<visual><map znear='0.02'/><quality shadowsize='4096'/>"
                        + "<headlight ambient='.4 .4 .4'/><rgba fog='1 1 1 1'/></visual>"
                        + "<asset><texture name='t' builtin='checker' width='9' height='9'/>"
                        + "<material name='m' texture='t'/></asset>"
                        + "<custom><numeric name='n' data='1 2'/><text name='x' data='y'/></custom>"
                        + "<default><camera fovy='45'/><site size='1'/><tendon width='0.1'/></default>"
                        + "<sensor><jointpos joint='j'/><clock/></sensor>"
                        + "<keyframe><key qpos='1'/></keyframe>"
                        + "<tendon><fixed name='f'><joint joint='j' coef='2'/></fixed></tendon>";
        Model plain = inside(ARM);

        Model dressed = inside(inert + ARM);

        assertEquals(plain.dofCount(), dressed.dofCount());
        assertArrayEquals(plain.referencePositions(), dressed.referencePositions());
        assertEquals(plain.totalMass(), dressed.totalMass());
    }

    @Test
    void shouldWeighByInertialsOrShapesAsAsked() {
        String body =
                "<worldbody><body><freejoint/><inertial mass='7' pos='0 0 0' diaginertia='1 1 1'/>"
                        + "<geom size='0.1' mass='2'/></body></worldbody>";

        assertEquals(7, inside(body).totalMass());
        assertEquals(7, inside("<compiler inertiafromgeom='false'/>" + body).totalMass());
        assertEquals(2, inside("<compiler inertiafromgeom='true'/>" + body).totalMass());
    }

    @Test
    void shouldNumberWhatIsReadInTheOrderOfTheFile() {
        Model model =
                inside(
                        "<worldbody><body name='a'><body name='b'/></body>"
                                + "<geom name='late' size='1'/></worldbody>"
                                + "<worldbody><body name='c'><geom name='g' size='1'/></body>"
                                + "</worldbody>");

        assertEquals(List.of("world", "a", "b", "c"), model.bodyNames());
        assertEquals(List.of("late", "g"), model.geomNames());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "inverted_pendulum", "inverted_double_pendulum", "reacher", "hopper", "walker2d",
                "walker2d_v5", "half_cheetah", "ant", "humanoid", "swimmer"
            })
    void shouldBundle(String name) {
        Model model =
                MjcfReader.resource(
                        MjcfReader.class,
                        "/dev/strait/envs/locomotion/" + name + ".xml",
                        MarginRule.SUM);

        assertTrue(model.controlCount() > 0);
        for (int i = 0; i < model.controlCount(); i++) {
            assertTrue(Double.isFinite(model.controlHigh(i)));
        }
    }

    /** Models of Gymnasium, dm_control and MimicKit: the first compile but for those named. */
    @Test
    void shouldCompileOrRefuseInOneLineWhatOthersHave() throws IOException {
        Path models = Path.of(System.getProperty("shared.data", "missing"), "mujoco-xml");
        Assumptions.assumeTrue(Files.isDirectory(models), () -> "skipped: there is no " + models);
        Set<String> compiled = new TreeSet<>();
        Set<String> refused = new TreeSet<>();
        List<Path> files;
        try (Stream<Path> walk = Files.walk(models)) {
            files = walk.filter(file -> file.toString().endsWith(".xml")).toList();
        }
        for (Path file : files) {
            String name = file.getParent().getFileName() + "/" + file.getFileName();
            try {
                MjcfReader.read(file);
                compiled.add(name);
            } catch (MjcfException refusal) {
                refused.add(name);
                Refusals.checkMessage(file, refusal);
                assertTrue(
                        refusal.getMessage().matches(".*: line [0-9]+, <.*"), refusal.getMessage());
            }
        }
        assertTrue(compiled.contains("gymnasium-robotics/point.xml"));
        assertEquals(
                Set.of("gymnasium/pusher.xml", "gymnasium/pusher_v5.xml"),
                new TreeSet<>(refused.stream().filter(n -> n.startsWith("gymnasium")).toList()));
    }

    /** What a settings switches off for all constraints it switches off for contacts. */
    @Test
    void shouldHaveNoContactsWithoutConstraints() {
        assertFalse(inside("<option><flag constraint='disable'/></option>" + ARM).geomTouches(1));
    }

    private static String weighed(String setting) {
        return "<compiler inertiafromgeom='%s' settotalmass='-1'/>".formatted(setting)
                + "<worldbody><body><joint/><inertial mass='5' pos='0 0 0' diaginertia='1 1 1'/>"
                + "<geom size='0.1' mass='2' contype='0' conaffinity='0'/></body></worldbody>";
    }

    @Test
    void shouldWeighBodiesByWhatTheCompilerIsTold() {
        assertEquals(5, inside(weighed("auto")).totalMass());
        assertEquals(5, inside(weighed("false")).totalMass());
        assertEquals(2, inside(weighed("true")).totalMass());
        String half = weighed("auto").replace("settotalmass='-1'", "settotalmass='0.5'");
        assertEquals(0.5, inside(half).totalMass(), 1e-12);
        String bare = weighed("false").replaceFirst("<inertial[^>]*>", "");
        assertThrows(MjcfException.class, () -> inside(bare), "its geoms do not weigh it");
    }

    @Test
    void shouldPreferAnElementsOwnClass() {
        Model model =
                inside(
                        "<default><default class='a'><geom size='1'/></default>"
                                + "<default class='b'><geom size='2'/></default></default>"
                                + "<worldbody><body childclass='a'><geom class='b'/><geom/></body>"
                                + "</worldbody>");
        assertEquals(2, model.geomSize(0, 0));
        assertEquals(1, model.geomSize(1, 0));
    }

    /** Angles are degrees; a slide's lengths are none. */
    @Test
    void shouldTurnDegreesOfHingesAlone() {
        String joints =
                "<joint type='%s' stiffness='2' springref='90' ref='45' axis='0 1 0'"
                        + " range='-90 90'/><geom size='0.1' pos='1 0 0'/>";
        Simulation hinge = swinging(joints.formatted("hinge"));
        Simulation slide = swinging(joints.formatted("slide"));

        // Half of 2 times the square of 45° or of 45 m, from the reference to the spring's rest.
        assertEquals(Math.pow(Math.PI / 4, 2), hinge.potentialEnergy(), 1e-12);
        assertEquals(45 * 45, slide.potentialEnergy(), 1e-9);
        slide.positions()[0] = 89;
        slide.forward();
        assertEquals(0, slide.constraintForces()[0], "within its range");
        hinge.positions()[0] = 1.6;
        hinge.forward();
        assertTrue(hinge.constraintForces()[0] < 0, "beyond 90°");
    }

    private Simulation swinging(String content) {
        return new Simulation(
                inside(
                        "<option gravity='0 0 0'/><worldbody><body>"
                                + content
                                + "</body></worldbody>"));
    }

    @Test
    void shouldTurnAFrameByDegreesAboutAnAxis() {
        Simulation turned =
                swinging(
                        "<body axisangle='0 0 2 90'><geom name='g' size='0.1' pos='1 0 0'/></body>");
        double[] place = new double[3];
        turned.forward();
        turned.geomPosition(0, place, 0);

        assertArrayEquals(new double[] {0, 1, 0}, place, 1e-12);
    }

    /** kp (u − q) − kv v, held to the range of forces and not to one of controls. */
    @Test
    void shouldReadAServo() {
        Simulation servo =
                new Simulation(
                        inside(
                                "<option gravity='0 0 0'/><worldbody><body><joint name='j'/>"
                                        + "<geom size='0.1' pos='1 0 0'/></body></worldbody>"
                                        + "<actuator><position joint='j' kp='10' kv='3'"
                                        + " forcerange='-7 7'/></actuator>"));
        servo.velocities()[0] = 0.5;
        servo.controls()[0] = 0.4;
        servo.forward();
        assertEquals(10 * 0.4 - 3 * 0.5, servo.actuatorForces()[0], 1e-12);
        servo.controls()[0] = 50;
        servo.forward();
        assertEquals(7, servo.actuatorForces()[0]);
    }
}
