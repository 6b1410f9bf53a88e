package dev.strait.envs.physics.mjcf;

import dev.strait.envs.physics.ActuatorSpec;
import dev.strait.envs.physics.ModelBuilder;
import java.util.Map;

/** Motors and position servos. */
final class MjcfActuators {

    private final MjcfSettings settings;
    private final MjcfDefaults defaults;
    private final Map<Object, MjcfElement> origins;

    MjcfActuators(MjcfSettings settings, MjcfDefaults defaults, Map<Object, MjcfElement> origins) {
        this.settings = settings;
        this.defaults = defaults;
        this.origins = origins;
    }

    void into(ModelBuilder builder, MjcfElement root) {
        for (MjcfElement section : root.children()) {
            if (section.tag().equals("actuator")) {
                for (MjcfElement child : section.children()) {
                    builder.actuator(child.contain(() -> actuator(child)));
                }
            }
        }
    }

    private ActuatorSpec actuator(MjcfElement element) {
        MjcfAttributes attributes = defaults.of(element, "", "motor", "position");
        String name = attributes.name();
        String joint = attributes.text("joint", "");
        if (joint.isEmpty()) {
            throw element.refusal("it needs a joint to drive");
        }
        boolean servo = element.tag().equals("position");
        ActuatorSpec actuator =
                servo
                        ? ActuatorSpec.position(
                                name, joint, attributes.number("kp", 1), attributes.number("kv", 0))
                        : ActuatorSpec.motor(name, joint);
        origins.put(actuator, element);
        actuator.gear(attributes.partial("gear", 1, 0, 0, 0, 0, 0)[0]);
        if (attributes.limits("ctrllimited", "ctrlrange", settings.autoLimits())) {
            double[] range = attributes.vector("ctrlrange", 0, 0);
            actuator.controlRange(range[0], range[1]);
        }
        if (attributes.limits("forcelimited", "forcerange", settings.autoLimits())) {
            double[] range = attributes.vector("forcerange", 0, 0);
            actuator.forceRange(range[0], range[1]);
        }
        return actuator;
    }
}
