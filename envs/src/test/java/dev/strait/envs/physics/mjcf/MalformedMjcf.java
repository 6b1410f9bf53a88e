package dev.strait.envs.physics.mjcf;

import dev.strait.envs.file.Recipes;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** Models that must be refused, each with what its refusal must say. */
final class MalformedMjcf extends Recipes {

    private final Map<String, String> expected = new LinkedHashMap<>();

    MalformedMjcf() {
        files();
        syntax();
        entities();
        names();
        values();
        classes();
        bodies();
        joints();
        actuators();
        sizes();
    }

    String expected(String name) {
        return expected.get(name);
    }

    private void model(String name, String says, String content) {
        text(name, content);
        expected.put(name, says);
    }

    /** The content stands on line 2. */
    private void inside(String name, String says, String content) {
        model(name, says, "<mujoco>\n" + content + "\n</mujoco>");
    }

    /** A body with a joint on line 2; the content follows on line 3. */
    private void inBody(String name, String says, String content) {
        inside(
                name,
                says,
                "<worldbody><body name=\"b\"><joint name=\"j\"/>\n"
                        + content
                        + "</body></worldbody>");
    }

    private void raw(String name, String says, byte[] content) {
        bytes(name, content);
        expected.put(name, says);
    }

    private void files() {
        add("missing", folder -> folder.resolve("missing.xml"));
        expected.put("missing", "there is no such file");
        add("folder", folder -> Files.createDirectory(folder.resolve("file")));
        expected.put("folder", "it is a folder");
        raw("empty", "it is empty", new byte[0]);
        raw("binary", "line 1: it is not well-formed", new byte[] {0, 1, 2, 3, (byte) 0x89, 'P'});
        raw(
                "bytes that are not text",
                "line ",
                "<mujoco model=\"\u00e9\"/>".getBytes(StandardCharsets.ISO_8859_1));
        byte[] large = new byte[MjcfXml.MOST_BYTES + 1];
        Arrays.fill(large, (byte) ' ');
        raw("huge", "it is larger than 4 MB", large);
        raw("text", "line 1: it is not well-formed", "a model\n".getBytes(StandardCharsets.UTF_8));
    }

    private void syntax() {
        model("truncated", "line 3: it is not well-formed", "<mujoco>\n<worldbody>\n<body na");
        model("not closed", "line 2: it is not well-formed", "<mujoco>\n<worldbody></mujoco>");
        model("two roots", "line 2: it is not well-formed", "<mujoco/>\n<mujoco/>");
        inside("attribute twice", "line 2", "<option timestep=\"1\" timestep=\"2\"/>");
        model("another root", "line 1, <robot>: a model begins with <mujoco>", "<robot/>");
        inside("text in an element", "line 1, <mujoco>: it has text, \"and\"", "and");
        inside("namespace", "line 2, <x:body>: it is not supported", "<x:body xmlns:x=\"y\"/>");
        model(
                "deep",
                "line 1, <body>: elements may be 100 deep",
                "<mujoco><worldbody>" + "<body>".repeat(10_000));
        model(
                "many elements",
                "line 1, <site>: a model may have 20000 elements",
                "<mujoco><worldbody>" + "<site/>".repeat(30_000) + "</worldbody></mujoco>");
    }

    private void entities() {
        model(
                "DOCTYPE",
                "line 1: a DOCTYPE is not allowed",
                "<!DOCTYPE mujoco><mujoco><worldbody/></mujoco>");
        model(
                "external entity",
                "line 1: a DOCTYPE is not allowed",
                "<!DOCTYPE m [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>\n"
                        + "<mujoco model=\"a\">&x;</mujoco>");
        model(
                "external DTD",
                "line 1: a DOCTYPE is not allowed",
                "<!DOCTYPE m SYSTEM \"http://127.0.0.1:9/m.dtd\"><mujoco/>");
        model(
                "parameter entity",
                "line 1: a DOCTYPE is not allowed",
                "<!DOCTYPE m [<!ENTITY % x SYSTEM \"http://127.0.0.1:9/\"> %x;]><mujoco/>");
        StringBuilder laughs = new StringBuilder("<!DOCTYPE m [<!ENTITY l0 \"ha\">");
        for (int i = 1; i < 30; i++) {
            laughs.append("<!ENTITY l%d \"&l%d;&l%d;\">".formatted(i, i - 1, i - 1));
        }
        model(
                "billion laughs",
                "line 1: a DOCTYPE is not allowed",
                laughs + "]>\n<mujoco model=\"&l29;\"/>");
        inside("undefined entity", "line 2: it is not well-formed", "<size memory=\"&x;\"/>");
        inside(
                "include",
                "line 2, <include>: a model is one file",
                "<include file=\"/etc/hostname\"/>");
        inside(
                "XInclude",
                "line 2, <xi:include>: it is not supported inside <mujoco>",
                "<xi:include xmlns:xi=\"http://www.w3.org/2001/XInclude\" href=\"other.xml\"/>");
        inside(
                "mesh",
                "line 2, <mesh>: it is not supported inside <asset>",
                "<asset><mesh file=\"/etc/hostname\"/></asset>");
    }

    private void names() {
        inside("unknown section", "line 2, <equality>: it is not", "<equality/>");
        inside("unknown element", "line 2, <muscle>: it is not", "<actuator><muscle/></actuator>");
        inside(
                "unknown option",
                "line 2, <option>, speed: this attribute",
                "<option speed=\"1\"/>");
        inBody(
                "unknown attribute",
                "line 3, <geom name=\"g\">, radius: this attribute is not supported",
                "<geom name=\"g\" radius=\"1\"/>");
        inside(
                "misplaced element",
                "line 2, <joint>: it is not supported inside <worldbody>",
                "<worldbody><joint/></worldbody>");
        inside("long name", "line 2, <aaaaaaaaaa", "<" + "a".repeat(1000) + "/>");
        inside(
                "elliptic cones",
                "line 2, <option>, cone: only \"pyramidal\" is supported, but it was \"elliptic\"",
                "<option cone=\"elliptic\"/>");
        inside(
                "another integrator",
                "line 2, <option>, integrator: must be one of Euler, RK4",
                "<option integrator=\"implicit\"/>");
        inside(
                "limits off",
                "line 2, <flag>, limit: only \"enable\"",
                "<option><flag limit=\"disable\"/></option>");
        inBody(
                "dry friction",
                "line 3, <joint>, frictionloss: only",
                "<joint frictionloss=\"1\"/>");
        inside(
                "a tendon that pulls",
                "line 2, <fixed>, stiffness: only \"0\"",
                "<tendon><fixed stiffness=\"3\"/></tendon>");
    }

    private void values() {
        inBody("NaN", "line 3, <geom>, mass: must be a number", "<geom size=\"1\" mass=\"nan\"/>");
        inBody("infinity", "line 3, <geom>, size: must be", "<geom size=\"Infinity\"/>");
        inBody("overflow", "line 3, <geom>, size: must be", "<geom size=\"1e999\"/>");
        inBody("hexadecimal", "line 3, <geom>, size: must be", "<geom size=\"0x1p3\"/>");
        inBody("a word", "line 3, <geom>, pos: must be", "<geom size=\"1\" pos=\"0 0 up\"/>");
        inBody(
                "too few numbers",
                "line 3, <geom>, pos: needs 3 numbers, but has 2",
                "<geom size=\"1\" pos=\"0 0\"/>");
        inBody(
                "too many numbers",
                "line 3, <geom>, pos: needs 3 numbers, but has more",
                "<geom size=\"1\" pos=\"" + "1 ".repeat(100_000) + "\"/>");
        inBody("no numbers", "line 3, <geom>, size: needs 1 to 3 numbers", "<geom size=\" \"/>");
        inBody("absurd size", "line 3, <geom>: radius must be in", "<geom size=\"1e9\"/>");
        inBody("no size", "line 3, <geom>: radius must be in", "<geom/>");
        inBody(
                "half a capsule",
                "line 3, <geom>: half length must be in",
                "<geom type=\"capsule\" size=\"1\"/>");
        inBody(
                "a capsule of one point",
                "line 3, <geom>: half length must be in",
                "<geom type=\"capsule\" size=\"1\" fromto=\"1 1 1 1 1 1\"/>");
        inBody(
                "two ways to turn",
                "line 3, <geom>: euler and zaxis both say how it is turned",
                "<geom size=\"1\" euler=\"1 2 3\" zaxis=\"0 1 0\"/>");
        inBody(
                "no axis",
                "line 3, <geom>: an axis must have a direction",
                "<geom size=\"1\" zaxis=\"0 0 0\"/>");
        inBody(
                "no quaternion",
                "line 3, <geom>: a quaternion must have a direction",
                "<geom size=\"1\" quat=\"0 0 0 0\"/>");
        inBody("negative mass", "line 3, <geom>: mass must", "<geom size=\"1\" mass=\"-1\"/>");
        inBody(
                "half a bit",
                "line 3, <geom>, contype: must be a whole number",
                "<geom size=\"1\" contype=\"0.5\"/>");
        inBody(
                "rolling contacts",
                "line 3, <geom>: condim must be 1 or 3, but was 6",
                "<geom size=\"1\" condim=\"6\"/>");
        inBody(
                "mixed solref",
                "line 3, <geom>: solref must be two positive",
                "<geom size=\"1\" solref=\"-100 1\"/>");
        inBody(
                "impedance above one",
                "line 3, <geom>: solimp's impedances",
                "<geom size=\"1\" solimp=\"1.5\"/>");
        inside("no time", "line 2, <option>: the timestep must be", "<option timestep=\"0\"/>");
        inside("euler of b", "line 2, <compiler>: eulerseq", "<compiler eulerseq=\"abc\"/>");
        inside("grades", "line 2, <compiler>, angle: must be one of", "<compiler angle=\"grad\"/>");
        inside("all mass", "line 2, <compiler>", "<compiler settotalmass=\"1e99\"/>");
    }

    private void classes() {
        String known = "<default><default class=\"a\"><geom size=\"1\"/></default></default>\n";
        inside(
                "unknown class",
                "line 3, <geom>, class: there is no default class \"b\"",
                known + "<worldbody><geom class=\"b\"/></worldbody>");
        inside(
                "unknown childclass",
                "line 3, <body>, childclass: there is no default class \"b\"",
                known + "<worldbody><body childclass=\"b\"/></worldbody>");
        inside(
                "a class in itself",
                "line 3, <default>: the class \"a\" is defined twice",
                "<default><default class=\"a\">\n<default class=\"a\"/></default></default>");
        inside(
                "a class twice",
                "line 3, <default>: the class \"a\" is defined twice",
                known + "<default><default class=\"a\"/></default>");
        inside(
                "a class without name",
                "line 2, <default>: a nested default needs a class",
                "<default><default/></default>");
        inside(
                "a wrong default",
                "line 2, <geom>, size: must be a number",
                "<default><geom size=\"x\"/></default>\n<worldbody><geom/></worldbody>");
        inside(
                "a default of a joint in a geom",
                "line 2, <geom>, damping: this attribute",
                "<default><geom damping=\"1\"/></default>");
    }

    private void bodies() {
        inBody("no mass", "line 2, <body name=\"b\">: it moves, so it needs mass", "");
        inBody(
                "zero density",
                "line 2, <body name=\"b\">: it moves",
                "<geom size=\"1\" density=\"0\"/>");
        inBody(
                "zero inertial",
                "line 3, <inertial>: an inertial's mass must be above 0",
                "<inertial pos=\"0 0 0\" mass=\"0\" diaginertia=\"1 1 1\"/>");
        inBody(
                "impossible inertia",
                "line 3, <inertial>: a moment of inertia must not exceed",
                "<inertial pos=\"0 0 0\" mass=\"1\" diaginertia=\"1 1 3\"/>");
        inBody(
                "negative inertia",
                "line 3, <inertial>: inertia must be in",
                "<inertial pos=\"0 0 0\" mass=\"1\" fullinertia=\"1 1 1 5 0 0\"/>");
        inBody(
                "half an inertial",
                "line 3, <inertial>: it needs either diaginertia or fullinertia",
                "<inertial pos=\"0 0 0\" mass=\"1\"/>");
        inside(
                "a body twice",
                "line 3, <body name=\"b\">: another body has this name",
                "<worldbody><body name=\"b\"/>\n<body name=\"b\"/></worldbody>");
        inside(
                "a geom twice",
                "line 3, <geom name=\"g\">: another geom has this name",
                "<worldbody><geom name=\"g\" size=\"1\"/>\n<geom name=\"g\" size=\"1\"/></worldbody>");
        inBody(
                "a moving plane",
                "line 3, <geom>: a plane",
                "<geom size=\"1 1 1\" type=\"plane\"/>");
        inBody(
                "a shape without contacts",
                "line 3, <geom>, type: must be one of sphere, plane, capsule",
                "<geom size=\"1 1 1\" type=\"ellipsoid\"/>");
        inside(
                "boxes that touch",
                "line 3, <geom name=\"c\">: geoms \"a\" and \"c\" may touch",
                "<worldbody><geom name=\"a\" type=\"box\" size=\"1 1 1\"/><body><freejoint/>\n"
                        + "<geom name=\"c\" type=\"box\" size=\"1 1 1\"/></body></worldbody>");
    }

    private void joints() {
        String geom = "<geom size=\"0.1\"/>";
        inBody(
                "a joint twice",
                "line 3, <joint name=\"j\">: another joint has this name",
                geom + "<joint name=\"j\"/>");
        inBody(
                "a free joint in a child",
                "line 3, <freejoint>: a free joint must be the only joint of a body of the world",
                geom + "<body>" + geom + "<freejoint/></body>");
        inBody("a free joint beside another", "line 3, <freejoint>: a free", geom + "<freejoint/>");
        inBody(
                "an axis of nothing",
                "line 3, <joint>: an axis must have a direction",
                geom + "<joint axis=\"0 0 0\"/>");
        inBody(
                "a falling range",
                "line 3, <joint>: range must have its smaller number first",
                geom + "<joint type=\"slide\" range=\"2 1\"/>");
        inBody(
                "limits without range",
                "line 3, <joint>, limited: it is true, so range is needed",
                geom + "<joint limited=\"true\"/>");
        inBody(
                "perhaps limited",
                "line 3, <joint>, limited: must be one of",
                geom + "<joint limited=\"maybe\"/>");
        inBody(
                "a joint that nothing resists",
                "line 3, <joint name=\"k\">: the mass matrix is singular here",
                geom + "<joint name=\"k\"/>");
        inBody(
                "a spring on a ball",
                "line 3, <joint>: springs are for slides and hinges",
                geom + "<joint type=\"ball\" stiffness=\"1\"/>");
        inBody(
                "a rotation after a ball",
                "line 3, <joint>: a ball must be the last rotation",
                geom + "<joint type=\"ball\"/><joint/>");
    }

    private void actuators() {
        String body =
                "<worldbody><body><joint name=\"j\"/><geom size=\"1\"/></body>"
                        + "<body><freejoint name=\"f\"/><geom size=\"1\"/></body></worldbody>\n";
        inside(
                "a motor on a missing joint",
                "line 3, <motor name=\"m\">: there is no joint \"k\" to drive",
                body + "<actuator><motor name=\"m\" joint=\"k\"/></actuator>");
        inside(
                "a motor on nothing",
                "line 3, <motor>: it needs a joint to drive",
                body + "<actuator><motor/></actuator>");
        inside(
                "a motor on a free joint",
                "line 3, <motor>: it drives a free joint",
                body + "<actuator><motor joint=\"f\"/></actuator>");
        inside(
                "a motor on a tendon",
                "line 3, <motor>, tendon: this attribute is not supported",
                body + "<actuator><motor tendon=\"t\"/></actuator>");
        inside(
                "a motor twice",
                "line 4, <motor name=\"m\">: another actuator has this name",
                body
                        + "<actuator><motor name=\"m\" joint=\"j\"/>\n"
                        + "<motor name=\"m\" joint=\"j\"/></actuator>");
        inside(
                "a negative servo",
                "line 3, <position>: kp must be in",
                body + "<actuator><position joint=\"j\" kp=\"-1\"/></actuator>");
        inside(
                "a servo without stiffness",
                "line 3, <position>: kp must be above 0",
                body + "<actuator><position joint=\"j\" kp=\"0\" kv=\"1\"/></actuator>");
    }

    private void sizes() {
        inside(
                "many bodies",
                "line 2, <body>: a model may have 1000 bodies",
                "<worldbody>" + "<body/>".repeat(2000) + "</worldbody>");
        inside(
                "many geoms",
                "a model may have 2000 geoms",
                "<worldbody>" + "<geom size=\"1\"/>".repeat(3000) + "</worldbody>");
        inside(
                "many defaults",
                "line 2, <geom>: a model may have 1000 elements in its defaults",
                "<default>" + "<geom/>".repeat(3000) + "</default>");
        inside(
                "many joints",
                "a model may have 400 degrees of freedom",
                "<worldbody>"
                        + "<body><freejoint/><geom size=\"1\"/></body>".repeat(100)
                        + "</worldbody>");
    }
}
