package dev.strait.envs.physics.mjcf;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which elements and attributes a model may have. Each line of the table is an element, the
 * elements that it may hold, the attributes that are used, those that are read over because they
 * change no motion, and those that may only have the value that changes none. An element is looked
 * up with the one around it in front ({@code fixed/joint}) and, failing that, alone. Everything
 * that is not here is refused.
 */
final class MjcfNames {

    private static final String FRAME = "pos quat euler axisangle xyaxes zaxis";
    private static final String TABLE =
            """
            mujoco | compiler option size statistic visual default custom asset worldbody contact \
                tendon actuator sensor keyframe | | model |
            compiler | | angle autolimits eulerseq inertiafromgeom settotalmass \
                | assetdir meshdir texturedir strippath usethread exactmeshinertia saveinertial \
                | coordinate=local boundmass=0 boundinertia=0 balanceinertia=false \
                discardvisual=false fusestatic=false alignfree=false
            option | flag | timestep gravity integrator density viscosity \
                | iterations tolerance ls_iterations ls_tolerance solver jacobian noslip_tolerance \
                mpr_iterations mpr_tolerance ccd_iterations ccd_tolerance magnetic apirate \
                | cone=pyramidal impratio=1 noslip_iterations=0 collision=all
            flag | | contact constraint gravity | energy sensor warmstart fwdinv invdiscrete \
                midphase nativeccd multiccd island equality frictionloss \
                | limit=enable passive=enable spring=enable damper=enable clampctrl=enable \
                filterparent=enable actuation=enable refsafe=enable eulerdamp=enable \
                override=disable
            default | default joint geom site camera light motor position tendon material mesh \
                | class | |
            worldbody | geom site camera light body | | |
            body | inertial joint freejoint geom site camera light body | name childclass FRAME \
                | user | mocap=false gravcomp=0
            inertial | | FRAME mass diaginertia fullinertia | |
            joint | | name class type pos axis ref springref stiffness damping armature limited \
                range margin solreflimit solimplimit | group user solreffriction solimpfriction \
                actuatorfrclimited | frictionloss=0 springdamper=0,0 actuatorfrcrange=0,0 \
                actuatorgravcomp=false
            freejoint | | name | group | align=false
            geom | | name class type FRAME fromto size mass density contype conaffinity condim \
                friction margin solref solimp solmix priority | rgba material group user fluidcoef \
                | gap=0 fluidshape=none shellinertia=false
            site | | name class pos | type size quat euler axisangle xyaxes zaxis rgba material \
                group user |
            camera | | | name class mode target FRAME fovy ipd resolution focal focalpixel \
                principal principalpixel sensorsize orthographic projection output user |
            light | | | name class mode target type directional castshadow active pos dir \
                attenuation cutoff exponent ambient diffuse specular bulbradius intensity range |
            contact | exclude | | |
            exclude | | name body1 body2 | |
            tendon | fixed | | |
            fixed | joint | | name class group user margin solreflimit solimplimit solreffriction \
                solimpfriction springlength | limited=false range=0,0 stiffness=0 damping=0 \
                frictionloss=0 armature=0 actuatorfrcrange=0,0
            fixed/joint | | | joint coef |
            default/tendon | | | group user width rgba material margin solreflimit solimplimit \
                solreffriction solimpfriction springlength | limited=false range=0,0 stiffness=0 \
                damping=0 frictionloss=0 armature=0
            actuator | motor position | | |
            motor | | name class joint gear ctrllimited ctrlrange forcelimited forcerange \
                | group user lengthrange | damping=0 armature=0 delay=0
            position | | name class joint gear ctrllimited ctrlrange forcelimited forcerange kp kv \
                | group user lengthrange | damping=0 armature=0 delay=0 dampratio=0 timeconst=0 \
                inheritrange=0
            size | | | memory njmax nconmax nstack nuserdata nkey nuser_body nuser_jnt nuser_geom \
                nuser_site nuser_cam nuser_tendon nuser_actuator nuser_sensor |
            statistic | | | center extent meaninertia meanmass meansize |
            custom | numeric text tuple | | |
            numeric | | | name size data |
            text | | | name data |
            tuple | element | | name |
            element | | | objtype objname prm |
            keyframe | key | | |
            key | | | name time qpos qvel act ctrl mpos mquat |
            asset | texture material | | |
            texture | | | name type builtin colorspace content_type file fileright fileleft fileup \
                filedown filefront fileback gridsize gridlayout rgb1 rgb2 mark markrgb random \
                width height hflip vflip nchannel |
            material | layer | | name class texture texrepeat texuniform emission specular \
                shininess reflectance metallic roughness rgba |
            layer | | | role texture |
            mesh | | | scale maxhullvert inertia |
            visual | global quality headlight map scale rgba | | |
            global | | | azimuth bvactive cameraid elevation ellipsoidinertia fovy glow ipd \
                linewidth offheight offwidth orthographic realtime |
            quality | | | numquads numslices numstacks offsamples shadowsize |
            headlight | | | active ambient diffuse specular |
            map | | | actuatortendon alpha fogend fogstart force haze shadowclip shadowscale \
                stiffness stiffnessrot torque zfar znear |
            scale | | | actuatorlength actuatorwidth camera com connect constraint contactheight \
                contactwidth forcewidth framelength framewidth frustum jointlength jointwidth \
                light selectpoint slidercrank |
            rgba | | | actuator actuatornegative actuatorpositive bv bvactive camera com connect \
                constraint contactforce contactfriction contactgap contactpoint contacttorque \
                crankbroken fog force frustum haze inertia joint light rangefinder selectpoint \
                slidercrank |
            sensor | SENSORS | | |
            """;

    /** They measure and are not asked. */
    private static final String SENSORS =
            "touch accelerometer velocimeter gyro force torque magnetometer camprojection"
                    + " rangefinder jointpos jointvel tendonpos tendonvel actuatorpos actuatorvel"
                    + " actuatorfrc jointactuatorfrc tendonactuatorfrc ballquat ballangvel"
                    + " jointlimitpos jointlimitvel jointlimitfrc tendonlimitpos tendonlimitvel"
                    + " tendonlimitfrc framepos framequat framexaxis frameyaxis framezaxis"
                    + " framelinvel frameangvel framelinacc frameangacc subtreecom subtreelinvel"
                    + " subtreeangmom insidesite distance normal fromto e_potential e_kinetic"
                    + " clock user";

    private static final String SENSOR_ATTRIBUTES =
            "name site joint tendon actuator camera body body1 body2 geom1 geom2 objtype objname"
                    + " reftype refname cutoff noise user dim datatype needstage delay interp"
                    + " interval nsample";

    private record Rule(
            Set<String> children, Set<String> allowed, Map<String, String> withOneValue) {}

    private static final Map<String, Rule> RULES = rules();

    private MjcfNames() {}

    private static Map<String, Rule> rules() {
        Map<String, Rule> rules = new HashMap<>();
        String table = TABLE.replace("FRAME", FRAME).replace("SENSORS", SENSORS);
        for (String line : table.split("\n")) {
            String[] columns = line.split("\\|", -1);
            Map<String, String> withOneValue = new HashMap<>();
            for (String pair : words(columns[4])) {
                withOneValue.put(
                        pair.substring(0, pair.indexOf('=')),
                        pair.substring(pair.indexOf('=') + 1).replace(',', ' '));
            }
            Set<String> allowed = new TreeSet<>(words(columns[2]));
            allowed.addAll(words(columns[3]));
            rules.put(
                    columns[0].strip(),
                    new Rule(Set.copyOf(words(columns[1])), allowed, withOneValue));
        }
        Rule sensor = new Rule(Set.of(), Set.copyOf(words(SENSOR_ATTRIBUTES)), Map.of());
        words(SENSORS).forEach(name -> rules.put("sensor/" + name, sensor));
        return rules;
    }

    private static List<String> words(String text) {
        return text.isBlank() ? List.of() : Arrays.asList(text.strip().split("\\s+"));
    }

    /**
     * Refuses the first element or attribute that a model may not have.
     *
     * @throws IllegalArgumentException naming it and its line
     */
    static void check(MjcfElement root) {
        if (!root.tag().equals("mujoco")) {
            throw root.refusal("a model begins with <mujoco>");
        }
        check("", root);
    }

    private static void check(String around, MjcfElement element) {
        Rule special = RULES.get(around + "/" + element.tag());
        Rule rule = special == null ? RULES.get(element.tag()) : special;
        element.attributes().forEach((name, value) -> check(rule, element, name, value));
        for (MjcfElement child : element.children()) {
            if (child.tag().equals("include")) {
                throw child.refusal("a model is one file; put the text of the other in its place");
            }
            if (!rule.children().contains(child.tag())) {
                throw child.refusal("it is not supported inside <%s>", element.tag());
            }
            check(element.tag(), child);
        }
    }

    private static void check(Rule rule, MjcfElement element, String name, String value) {
        if (rule.allowed().contains(name)) {
            return;
        }
        String harmless = rule.withOneValue().get(name);
        if (harmless == null) {
            throw element.refusalOf(MjcfElement.shortened(name), "this attribute is not supported");
        }
        if (!same(harmless, value)) {
            throw element.refusalOf(
                    name,
                    "only \"%s\" is supported, but it was \"%s\"",
                    harmless,
                    MjcfElement.shortened(value));
        }
    }

    /** Equal words or equal numbers. */
    private static boolean same(String harmless, String value) {
        List<String> expected = words(harmless);
        List<String> given = words(value);
        boolean same = expected.size() == given.size();
        for (int i = 0; same && i < given.size(); i++) {
            boolean zero = expected.get(i).equals("0") && given.get(i).matches("[+-]?0*\\.?0*");
            boolean one = expected.get(i).equals("1") && given.get(i).matches("\\+?0*1(\\.0*)?");
            same = zero || one || expected.get(i).equals(given.get(i));
        }
        return same;
    }
}
