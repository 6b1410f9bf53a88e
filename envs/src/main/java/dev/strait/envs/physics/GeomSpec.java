package dev.strait.envs.physics;

import static dev.strait.envs.Require.require;

import java.util.Locale;

/**
 * A shape to be built: what weighs and what touches. Each method changes this object and returns
 * it.
 */
public final class GeomSpec {

    final String name;
    final GeomType type;
    final double[] size;
    double[] place = {0, 0, 0};
    Orientation orientation = Orientation.NONE;

    /** Kilograms, or NaN where the density counts. */
    double mass = Double.NaN;

    double density = 1000;
    int contype = 1;
    int conaffinity = 1;
    int condim = 3;
    double[] friction = {1, 0.005, 0.0001};
    double margin;
    double[] solref = {0.02, 1};
    double[] solimp = {0.9, 0.95, 0.001, 0.5, 2};
    double solmix = 1;
    int priority;

    private GeomSpec(String name, GeomType type, double... size) {
        this.name = name;
        this.type = type;
        this.size = size;
    }

    /**
     * A half-space below z = 0 of its frame, without mass.
     *
     * @param halfWidth of what is drawn along x, 0 for all; it touches everywhere
     * @param halfDepth along y
     * @param spacing of the drawn grid
     */
    public static GeomSpec plane(String name, double halfWidth, double halfDepth, double spacing) {
        return new GeomSpec(
                name,
                GeomType.PLANE,
                Bounds.amount("size", halfWidth),
                Bounds.amount("size", halfDepth),
                Bounds.amount("size", spacing));
    }

    /** A ball. */
    public static GeomSpec sphere(String name, double radius) {
        return new GeomSpec(name, GeomType.SPHERE, Bounds.length("radius", radius), 0, 0);
    }

    /** A rod with round ends along z; half the length is that of the straight part. */
    public static GeomSpec capsule(String name, double radius, double halfLength) {
        return rod(name, GeomType.CAPSULE, radius, halfLength);
    }

    /** A rod with round ends about two points of the body's frame. */
    public static GeomSpec capsule(String name, double radius, double[] from, double[] to) {
        return rod(name, GeomType.CAPSULE, radius, halfway(from, to)).between(from, to);
    }

    /** A rod with flat ends along z; it weighs but cannot touch. */
    public static GeomSpec cylinder(String name, double radius, double halfLength) {
        return rod(name, GeomType.CYLINDER, radius, halfLength);
    }

    /** A rod with flat ends between two points of the body's frame. */
    public static GeomSpec cylinder(String name, double radius, double[] from, double[] to) {
        return rod(name, GeomType.CYLINDER, radius, halfway(from, to)).between(from, to);
    }

    /** A box by half its lengths along x, y and z. */
    public static GeomSpec box(String name, double halfX, double halfY, double halfZ) {
        return new GeomSpec(
                name,
                GeomType.BOX,
                Bounds.length("size", halfX),
                Bounds.length("size", halfY),
                Bounds.length("size", halfZ));
    }

    private static GeomSpec rod(String name, GeomType type, double radius, double halfLength) {
        return new GeomSpec(
                name,
                type,
                Bounds.length("radius", radius),
                Bounds.length("half length", halfLength),
                0);
    }

    private static double halfway(double[] from, double[] to) {
        return Math.sqrt(
                        (to[0] - from[0]) * (to[0] - from[0])
                                + (to[1] - from[1]) * (to[1] - from[1])
                                + (to[2] - from[2]) * (to[2] - from[2]))
                / 2;
    }

    /** The axis points from the second point to the first, as MuJoCo's does. */
    private GeomSpec between(double[] from, double[] to) {
        return at((from[0] + to[0]) / 2, (from[1] + to[1]) / 2, (from[2] + to[2]) / 2)
                .turned(Orientation.zOnto(from[0] - to[0], from[1] - to[1], from[2] - to[2]));
    }

    /** Place of the centre in the body's frame, in metres. */
    public GeomSpec at(double x, double y, double z) {
        place = Bounds.place(x, y, z);
        return this;
    }

    /** Rotation in the body's frame. */
    public GeomSpec turned(Orientation rotation) {
        orientation = rotation;
        return this;
    }

    /** Kilograms, instead of the density's; 0 for a shape that only touches. */
    public GeomSpec mass(double kilograms) {
        mass = Bounds.amount("mass", kilograms);
        return this;
    }

    /** Kilograms per cubic metre; 1000 without it. */
    public GeomSpec density(double kilogramsPerCubicMetre) {
        density = Bounds.amount("density", kilogramsPerCubicMetre);
        return this;
    }

    /** Two shapes touch if a bit of either's contype is in the other's conaffinity. */
    public GeomSpec contype(int bits) {
        contype = bits;
        return this;
    }

    /** See {@link #contype}. */
    public GeomSpec conaffinity(int bits) {
        conaffinity = bits;
        return this;
    }

    /** 1 for contacts without friction, 3 with. */
    public GeomSpec condim(int dimensions) {
        require(
                dimensions == 1 || dimensions == 3,
                "condim must be 1 or 3, but was %s",
                dimensions);
        condim = dimensions;
        return this;
    }

    /** Coefficients of sliding, of spinning and of rolling; the last two have no effect here. */
    public GeomSpec friction(double slide, double spin, double roll) {
        friction =
                new double[] {
                    Bounds.amount("friction", slide),
                    Bounds.amount("friction", spin),
                    Bounds.amount("friction", roll)
                };
        return this;
    }

    /** Coefficient of sliding. */
    public GeomSpec friction(double slide) {
        return friction(slide, friction[1], friction[2]);
    }

    /** Distance at which a contact begins to push; see {@link MarginRule}. */
    public GeomSpec margin(double metres) {
        require(
                metres >= 0 && metres <= Bounds.FAR,
                "margin must be in [0, %s] m, but was %s",
                Bounds.FAR,
                metres);
        margin = metres;
        return this;
    }

    /** Softness of contacts in time: time constant in s and damping ratio. */
    public GeomSpec solref(double first, double second) {
        solref = Bounds.solref(first, second);
        return this;
    }

    /** Softness of contacts in force. */
    public GeomSpec solimp(double d0, double d1, double width, double midpoint, double power) {
        solimp = Bounds.solimp(d0, d1, width, midpoint, power);
        return this;
    }

    /** Weight of this shape's softness in a contact's. */
    public GeomSpec solmix(double weight) {
        solmix = Bounds.amount("solmix", weight);
        return this;
    }

    /** In a contact the shape of higher priority alone says how soft and how rough it is. */
    public GeomSpec priority(int rank) {
        priority = rank;
        return this;
    }

    @Override
    public String toString() {
        String kind = type.name().toLowerCase(Locale.ROOT);
        return name.isEmpty() ? "a " + kind : kind + " \"" + name + "\"";
    }
}
