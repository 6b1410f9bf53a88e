package dev.strait.envs.physics;

import static dev.strait.envs.Require.require;

/**
 * A drive to be built, on one hinge or slide. Each method changes this object and returns it.
 *
 * <p>A motor gives gear · u; a position servo gives gear · (kp (u − gear · q) − kv · gear · v),
 * with the control u held within its range and the force before the gear within its own.
 */
public final class ActuatorSpec {

    final String name;
    final String joint;
    final double kp;
    final double kv;
    double gear = 1;
    boolean controlLimited;
    double[] controlRange = {0, 0};
    boolean forceLimited;
    double[] forceRange = {0, 0};

    private ActuatorSpec(String name, String joint, double kp, double kv) {
        this.name = name;
        this.joint = joint;
        this.kp = kp;
        this.kv = Bounds.amount("kv", kv);
    }

    /** The control is a force. */
    public static ActuatorSpec motor(String name, String joint) {
        return new ActuatorSpec(name, joint, 0, 0);
    }

    /** The control is a position to hold; kp is above 0. */
    public static ActuatorSpec position(String name, String joint, double kp, double kv) {
        Bounds.amount("kp", kp);
        require(kp > 0, "kp must be above 0: without it a control would hold no position");
        return new ActuatorSpec(name, joint, kp, kv);
    }

    /** Force on the joint for each unit of force of the drive. */
    public ActuatorSpec gear(double ratio) {
        gear = Bounds.number("gear", ratio);
        return this;
    }

    /** Controls beyond are taken as its ends. */
    public ActuatorSpec controlRange(double lower, double upper) {
        controlRange = Bounds.interval("ctrlrange", lower, upper);
        controlLimited = true;
        return this;
    }

    /** The largest and smallest force, before the gear. */
    public ActuatorSpec forceRange(double lower, double upper) {
        forceRange = Bounds.interval("forcerange", lower, upper);
        forceLimited = true;
        return this;
    }

    @Override
    public String toString() {
        return name.isEmpty() ? "an actuator" : "actuator \"" + name + "\"";
    }
}
