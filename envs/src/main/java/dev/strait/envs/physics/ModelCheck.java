package dev.strait.envs.physics;

import static dev.strait.envs.Require.require;

/** What a model must satisfy before anything steps it. */
final class ModelCheck {

    private static final double LARGEST = 1e10;

    private ModelCheck() {}

    /** Numbers that name other parts of the model. */
    static void sizes(ModelArrays source) {
        int bodies = source.bodyParent.length;
        require(bodies >= 1, "a model has at least the world body");
        require(source.bodyParent[0] == 0, "the world has no parent");
        require(source.bodyJointCount[0] == 0, "the world has no joints");
        int joint = 0;
        for (int body = 1; body < bodies; body++) {
            require(
                    source.bodyParent[body] >= 0 && source.bodyParent[body] < body,
                    "body %s has parent %s, which must come before it",
                    body,
                    source.bodyParent[body]);
            int count = source.bodyJointCount[body];
            require(count >= 0, "body %s has %s joints", body, count);
            require(
                    count == 0 || source.bodyJointStart[body] == joint,
                    "the joints of body %s must begin at %s",
                    body,
                    joint);
            joint += count;
        }
        require(
                joint == source.jointType.length,
                "bodies have %s joints, the arrays %s",
                joint,
                source.jointType.length);
        within("geom", source.geomBody, bodies);
        within("site", source.siteBody, bodies);
        within("actuator", source.actuatorJoint, joint);
    }

    private static void within(String kind, int[] owners, int count) {
        for (int i = 0; i < owners.length; i++) {
            require(
                    owners[i] >= 0 && owners[i] < count,
                    "%s %s belongs to %s, which does not exist",
                    kind,
                    i,
                    owners[i]);
        }
    }

    /** Numbers that would make a step fail. */
    static void values(Model model) {
        bodies(model);
        joints(model);
        geoms(model);
        actuators(model);
    }

    private static void bodies(Model model) {
        finite("body mass", model.bodyMass);
        finite("body inertia", model.bodyInertia);
        finite("body place", model.bodyPos);
        finite("body rotation", model.bodyQuat);
        finite("centre of mass", model.bodyIpos);
        finite("inertial rotation", model.bodyIquat);
        finite("inverse weight", model.bodyInvweight);
        unit("body", model.bodyQuat);
        unit("inertial frame", model.bodyIquat);
        notNegative("body mass", model.bodyMass);
        notNegative("body inertia", model.bodyInertia);
    }

    private static void joints(Model model) {
        finite("joint place", model.jointPos);
        finite("joint axis", model.jointAxis);
        finite("reference position", model.qpos0);
        finite("spring position", model.qposSpring);
        notNegative("joint stiffness", model.jointStiffness);
        notNegative("joint PD stiffness", model.jointPdStiffness);
        notNegative("joint PD damping", model.jointPdDamping);
        notNegative("armature", model.dofArmature);
        notNegative("damping", model.dofDamping);
        notNegative("dof inverse weight", model.dofInvweight);
        finite("joint margin", model.jointMargin);
        finite("joint solref", model.jointSolref);
        finite("joint solimp", model.jointSolimp);
        for (int joint = 0; joint < model.joints; joint++) {
            joint(model, joint);
        }
    }

    private static void joint(Model model, int joint) {
        JointType type = model.jointType[joint];
        boolean single = type == JointType.HINGE || type == JointType.SLIDE;
        require(
                single || model.jointStiffness[joint] == 0,
                "joint %s is %s: springs are for hinges and slides only",
                joint,
                type);
        require(
                type != JointType.FREE
                        || model.bodyParent[model.jointBody[joint]] == 0
                                && model.bodyJointCount[model.jointBody[joint]] == 1,
                "joint %s: a free joint is the only joint of a body of the world",
                joint);
        require(
                type != JointType.FREE || !model.jointLimited[joint],
                "joint %s: a free joint has no range",
                joint);
        require(
                !model.jointLimited[joint]
                        || Math.abs(model.jointRange[2 * joint]) < LARGEST
                                && Math.abs(model.jointRange[2 * joint + 1]) < LARGEST
                                && model.jointRange[2 * joint] < model.jointRange[2 * joint + 1],
                "joint %s: its range must rise, but was [%s, %s]",
                joint,
                model.jointRange[2 * joint],
                model.jointRange[2 * joint + 1]);
        boolean pd = model.jointPdStiffness[joint] > 0 || model.jointPdDamping[joint] > 0;
        require(
                !pd || model.options().integrator() == Integrator.IMPLICIT_PD,
                "joint %s has PD gains, but the integrator is %s",
                joint,
                model.options().integrator());
        require(!pd || type != JointType.FREE, "joint %s: a free joint has no PD gains", joint);
        require(
                model.jointPdLimit[joint] > 0,
                "joint %s: its largest PD force must be above 0, but was %s",
                joint,
                model.jointPdLimit[joint]);
    }

    private static void geoms(Model model) {
        finite("geom place", model.geomPos);
        finite("geom rotation", model.geomQuat);
        unit("geom", model.geomQuat);
        notNegative("geom size", model.geomSize);
        notNegative("geom friction", model.geomFriction);
        finite("geom margin", model.geomMargin);
        finite("geom solref", model.geomSolref);
        finite("geom solimp", model.geomSolimp);
        notNegative("geom solmix", model.geomSolmix);
        finite("site place", model.sitePos);
    }

    private static void actuators(Model model) {
        finite("actuator gear", model.actuatorGear);
        notNegative("actuator gain", model.actuatorKp);
        notNegative("actuator velocity gain", model.actuatorKv);
        for (int i = 0; i < model.nu; i++) {
            JointType type = model.jointType[model.actuatorJoint[i]];
            require(
                    type == JointType.HINGE || type == JointType.SLIDE,
                    "actuator %s drives a %s joint; hinges and slides have actuators",
                    i,
                    type);
            rises("control", i, model.actuatorCtrlLimited[i], model.actuatorCtrlRange);
            rises("force", i, model.actuatorForceLimited[i], model.actuatorForceRange);
        }
    }

    private static void rises(String what, int actuator, boolean limited, double[] range) {
        require(
                !limited || range[2 * actuator] < range[2 * actuator + 1],
                "actuator %s: its %s range must rise, but was [%s, %s]",
                actuator,
                what,
                range[2 * actuator],
                range[2 * actuator + 1]);
    }

    private static void finite(String what, double[] values) {
        for (int i = 0; i < values.length; i++) {
            require(
                    Math.abs(values[i]) < LARGEST,
                    "%s, number %s: must be finite and below 1e10, but was %s",
                    what,
                    i,
                    values[i]);
        }
    }

    private static void notNegative(String what, double[] values) {
        for (int i = 0; i < values.length; i++) {
            require(
                    values[i] >= 0 && values[i] < LARGEST,
                    "%s, number %s: must be in [0, 1e10), but was %s",
                    what,
                    i,
                    values[i]);
        }
    }

    private static void unit(String what, double[] quaternions) {
        for (int i = 0; i < quaternions.length; i += 4) {
            double square = 0;
            for (int k = i; k < i + 4; k++) {
                square += quaternions[k] * quaternions[k];
            }
            require(
                    Math.abs(square - 1) < 1e-6,
                    "%s %s: its quaternion must have length 1, but has %s",
                    what,
                    i / 4,
                    Math.sqrt(square));
        }
    }
}
