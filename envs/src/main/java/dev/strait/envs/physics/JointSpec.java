package dev.strait.envs.physics;

import static dev.strait.envs.Require.require;

/**
 * A joint to be built: what it leaves free of its body, and what resists. Angles are radians. Each
 * method changes this object and returns it.
 */
public final class JointSpec {

    final String name;
    final JointType type;
    final double[] axis;
    double[] place = {0, 0, 0};
    double reference;
    double springReference;
    double stiffness;
    double damping;
    double armature;
    boolean limited;
    double[] range = {0, 0};
    double margin;
    double[] solref = {0.02, 1};
    double[] solimp = {0.9, 0.95, 0.001, 0.5, 2};
    double pdStiffness;
    double pdDamping;
    double pdLimit = Double.POSITIVE_INFINITY;

    private JointSpec(String name, JointType type, double[] axis) {
        this.name = name;
        this.type = type;
        this.axis = axis;
    }

    /** Six degrees of freedom; the only joint of a body of the world. */
    public static JointSpec free(String name) {
        return new JointSpec(name, JointType.FREE, new double[] {0, 0, 1});
    }

    /** Any rotation about its place. */
    public static JointSpec ball(String name) {
        return new JointSpec(name, JointType.BALL, new double[] {0, 0, 1});
    }

    /** Motion along an axis of the body's frame. */
    public static JointSpec slide(String name, double x, double y, double z) {
        return new JointSpec(name, JointType.SLIDE, Orientation.unit(x, y, z));
    }

    /** Rotation about an axis of the body's frame through its place. */
    public static JointSpec hinge(String name, double x, double y, double z) {
        return new JointSpec(name, JointType.HINGE, Orientation.unit(x, y, z));
    }

    /** Place in the body's frame, in metres; the frame's origin without it. */
    public JointSpec at(double x, double y, double z) {
        require(type != JointType.FREE, "a free joint is at its body's origin");
        place = Bounds.place(x, y, z);
        return this;
    }

    /** The position that the model's drawing shows; a slide's or a hinge's. */
    public JointSpec reference(double position) {
        require(scalar(), "ref is for slides and hinges");
        reference = Bounds.number("ref", position);
        return this;
    }

    /**
     * A spring towards a position.
     *
     * @param newtons per metre or N m per radian
     * @param rest position at which it pulls nothing; 0, not the reference, by default in MJCF
     */
    public JointSpec spring(double newtons, double rest) {
        stiffness = Bounds.amount("stiffness", newtons);
        require(scalar() || stiffness == 0, "springs are for slides and hinges");
        springReference = Bounds.number("springref", rest);
        return this;
    }

    /** Force against velocity, in N s/m or N m s/rad. */
    public JointSpec damping(double resistance) {
        damping = Bounds.amount("damping", resistance);
        return this;
    }

    /** Inertia of the drive, added to the diagonal of the mass matrix; kg or kg m². */
    public JointSpec armature(double inertia) {
        armature = Bounds.amount("armature", inertia);
        return this;
    }

    /** Soft stops of a slide or hinge; a ball may turn by {@code upper}, its {@code lower} is 0. */
    public JointSpec range(double lower, double upper) {
        require(type != JointType.FREE, "a free joint has no range");
        require(type != JointType.BALL || lower == 0, "a ball's range begins at 0");
        range = Bounds.interval("range", lower, upper);
        limited = true;
        return this;
    }

    /** Distance from a stop at which it begins to push. */
    public JointSpec margin(double distance) {
        margin = Bounds.amount("margin", distance);
        return this;
    }

    /** Softness of the stops in time: time constant in s and damping ratio. */
    public JointSpec solref(double first, double second) {
        solref = Bounds.solref(first, second);
        return this;
    }

    /** Softness of the stops in force. */
    public JointSpec solimp(double d0, double d1, double width, double midpoint, double power) {
        solimp = Bounds.solimp(d0, d1, width, midpoint, power);
        return this;
    }

    /**
     * A PD drive for {@link Integrator#IMPLICIT_PD}.
     *
     * @param kp N/m or N m/rad
     * @param kd N s/m or N m s/rad
     * @param most largest force on each degree of freedom
     */
    public JointSpec pd(double kp, double kd, double most) {
        require(type != JointType.FREE, "a free joint has no drive");
        require(most > 0, "the largest force must be above 0, but was %s", most);
        pdStiffness = Bounds.amount("kp", kp);
        pdDamping = Bounds.amount("kd", kd);
        pdLimit = most;
        return this;
    }

    boolean scalar() {
        return type == JointType.SLIDE || type == JointType.HINGE;
    }

    @Override
    public String toString() {
        return name.isEmpty()
                ? "a " + type.name().toLowerCase(java.util.Locale.ROOT) + " joint"
                : "joint \"" + name + "\"";
    }
}
