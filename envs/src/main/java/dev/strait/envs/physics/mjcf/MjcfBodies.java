package dev.strait.envs.physics.mjcf;

import dev.strait.envs.physics.BodySpec;
import dev.strait.envs.physics.GeomSpec;
import dev.strait.envs.physics.JointSpec;
import dev.strait.envs.physics.ModelBuilder;
import dev.strait.envs.physics.SiteSpec;
import java.util.Map;

/** The tree of bodies, with their joints, geoms and sites. */
final class MjcfBodies {

    private final MjcfSettings settings;
    private final MjcfDefaults defaults;
    private final Map<Object, MjcfElement> origins;
    private final MjcfFrames frames;

    MjcfBodies(MjcfSettings settings, MjcfDefaults defaults, Map<Object, MjcfElement> origins) {
        this.settings = settings;
        this.defaults = defaults;
        this.origins = origins;
        frames = new MjcfFrames(settings);
    }

    void into(ModelBuilder builder, MjcfElement root) {
        for (MjcfElement section : root.children()) {
            if (!section.tag().equals("worldbody")) {
                continue;
            }
            for (MjcfElement child : section.children()) {
                child.contain(
                        () -> {
                            switch (child.tag()) {
                                case "geom" -> builder.geom(geom(child, ""));
                                case "site" -> builder.site(site(child, ""));
                                case "body" -> builder.body(body(child, ""));
                                default -> {}
                            }
                            return builder;
                        });
            }
        }
    }

    private BodySpec body(MjcfElement element, String outerClass) {
        defaults.requireClass(element, "childclass");
        String own = element.attribute("childclass");
        String childClass = own.isEmpty() ? outerClass : own;
        MjcfAttributes attributes = new MjcfAttributes(element);
        BodySpec body = origin(BodySpec.named(attributes.name()), element);
        double[] pos = attributes.vector("pos", 0, 0, 0);
        body.at(pos[0], pos[1], pos[2]).turned(frames.of(attributes));
        for (MjcfElement child : element.children()) {
            child.contain(
                    () -> {
                        switch (child.tag()) {
                            case "inertial" -> inertial(body, child);
                            case "joint" -> body.joint(joint(child, childClass));
                            case "freejoint" ->
                                    body.joint(
                                            origin(JointSpec.free(child.attribute("name")), child));
                            case "geom" -> body.geom(geom(child, childClass));
                            case "site" -> body.site(site(child, childClass));
                            case "body" -> body.body(body(child, childClass));
                            default -> {}
                        }
                        return body;
                    });
        }
        return body;
    }

    private void inertial(BodySpec body, MjcfElement element) {
        MjcfAttributes attributes = new MjcfAttributes(element);
        for (String needed : new String[] {"mass", "pos"}) {
            if (!attributes.has(needed)) {
                throw element.refusal("it needs %s", needed);
            }
        }
        if (attributes.has("diaginertia") == attributes.has("fullinertia")) {
            throw element.refusal("it needs either diaginertia or fullinertia");
        }
        if (!settings.takesInertials()) {
            return;
        }
        double mass = attributes.number("mass", 0);
        double[] pos = attributes.vector("pos", 0, 0, 0);
        if (attributes.has("diaginertia")) {
            body.inertial(
                    mass, pos, frames.of(attributes), attributes.vector("diaginertia", 0, 0, 0));
        } else {
            body.inertial(mass, pos, attributes.vector("fullinertia", 0, 0, 0, 0, 0, 0));
        }
    }

    private JointSpec joint(MjcfElement element, String childClass) {
        MjcfAttributes attributes = defaults.of(element, childClass, "joint");
        String name = attributes.name();
        int type = attributes.choice("type", 3, "free", "ball", "slide", "hinge");
        double[] axis = attributes.vector("axis", 0, 0, 1);
        JointSpec joint =
                switch (type) {
                    case 0 -> JointSpec.free(name);
                    case 1 -> JointSpec.ball(name);
                    case 2 -> JointSpec.slide(name, axis[0], axis[1], axis[2]);
                    default -> JointSpec.hinge(name, axis[0], axis[1], axis[2]);
                };
        origin(joint, element);
        joint.damping(attributes.number("damping", 0)).armature(attributes.number("armature", 0));
        double stiffness = attributes.number("stiffness", 0);
        softness(joint, attributes);
        if (type != 0) {
            double[] pos = attributes.vector("pos", 0, 0, 0);
            joint.at(pos[0], pos[1], pos[2]);
            range(joint, attributes, type == 2);
        }
        if (type >= 2) {
            joint.reference(angle(attributes.number("ref", 0), type == 2))
                    .spring(stiffness, angle(attributes.number("springref", 0), type == 2));
        } else {
            joint.spring(stiffness, 0);
        }
        return joint;
    }

    private double angle(double value, boolean slides) {
        return slides ? value : settings.radians(value);
    }

    private void range(JointSpec joint, MjcfAttributes attributes, boolean slides) {
        boolean limits = attributes.limits("limited", "range", settings.autoLimits());
        double[] range = attributes.vector("range", 0, 0);
        if (limits && settings.stopsHold()) {
            joint.range(angle(range[0], slides), angle(range[1], slides));
        }
    }

    private static void softness(JointSpec joint, MjcfAttributes attributes) {
        double[] solref = attributes.partial("solreflimit", 0.02, 1);
        double[] solimp = attributes.partial("solimplimit", 0.9, 0.95, 0.001, 0.5, 2);
        joint.margin(attributes.number("margin", 0))
                .solref(solref[0], solref[1])
                .solimp(solimp[0], solimp[1], solimp[2], solimp[3], solimp[4]);
    }

    private GeomSpec geom(MjcfElement element, String childClass) {
        MjcfAttributes attributes = defaults.of(element, childClass, "geom");
        GeomSpec geom = origin(shape(attributes), element);
        if (attributes.has("mass")) {
            geom.mass(attributes.number("mass", 0));
        }
        if (!settings.weighsGeoms()) {
            geom.mass(0);
        }
        int contype = attributes.integer("contype", 1);
        int conaffinity = attributes.integer("conaffinity", 1);
        double[] friction = attributes.partial("friction", 1, 0.005, 0.0001);
        double[] solref = attributes.partial("solref", 0.02, 1);
        double[] solimp = attributes.partial("solimp", 0.9, 0.95, 0.001, 0.5, 2);
        return geom.density(attributes.number("density", 1000))
                .contype(settings.contactsHold() ? contype : 0)
                .conaffinity(settings.contactsHold() ? conaffinity : 0)
                .condim(attributes.integer("condim", 3))
                .friction(friction[0], friction[1], friction[2])
                .margin(attributes.number("margin", 0))
                .solref(solref[0], solref[1])
                .solimp(solimp[0], solimp[1], solimp[2], solimp[3], solimp[4])
                .solmix(attributes.number("solmix", 1))
                .priority(attributes.integer("priority", 0));
    }

    private GeomSpec shape(MjcfAttributes attributes) {
        String name = attributes.name();
        int type = attributes.choice("type", 0, "sphere", "plane", "capsule", "cylinder", "box");
        double[] size = attributes.partial("size", 0, 0, 0);
        if (attributes.has("fromto")) {
            double[] p = attributes.vector("fromto", 0, 0, 0, 0, 0, 0);
            double[] from = {p[0], p[1], p[2]};
            double[] to = {p[3], p[4], p[5]};
            return switch (type) {
                case 2 -> GeomSpec.capsule(name, size[0], from, to);
                case 3 -> GeomSpec.cylinder(name, size[0], from, to);
                default -> throw attributes.refusalOf("fromto", "it is for capsules and cylinders");
            };
        }
        double[] pos = attributes.vector("pos", 0, 0, 0);
        GeomSpec shape =
                switch (type) {
                    case 0 -> GeomSpec.sphere(name, size[0]);
                    case 1 -> GeomSpec.plane(name, size[0], size[1], size[2]);
                    case 2 -> GeomSpec.capsule(name, size[0], size[1]);
                    case 3 -> GeomSpec.cylinder(name, size[0], size[1]);
                    default -> GeomSpec.box(name, size[0], size[1], size[2]);
                };
        return shape.at(pos[0], pos[1], pos[2]).turned(frames.of(attributes));
    }

    private SiteSpec site(MjcfElement element, String childClass) {
        MjcfAttributes attributes = defaults.of(element, childClass, "site");
        double[] pos = attributes.vector("pos", 0, 0, 0);
        return origin(new SiteSpec(attributes.name(), pos[0], pos[1], pos[2]), element);
    }

    private <T> T origin(T part, MjcfElement element) {
        origins.put(part, element);
        return part;
    }
}
