package dev.strait.envs.physics;

import static dev.strait.envs.Require.require;

import java.util.ArrayList;
import java.util.List;

/**
 * A body to be built, with what is fixed to it and the bodies that hang on it. Each method changes
 * this object and returns it, so that a model's code has the shape of its tree.
 */
public final class BodySpec {

    /** A stated mass: kilograms, place and turn of the principal axes, principal moments. */
    record Inertial(double mass, double[] place, Orientation orientation, double[] moments) {}

    final String name;
    double[] place = {0, 0, 0};
    Orientation orientation = Orientation.NONE;
    Inertial inertial;
    final List<JointSpec> joints = new ArrayList<>();
    final List<GeomSpec> geoms = new ArrayList<>();
    final List<SiteSpec> sites = new ArrayList<>();
    final List<BodySpec> bodies = new ArrayList<>();

    private BodySpec(String name) {
        this.name = name;
    }

    /** A body; its name is unique, or empty. */
    public static BodySpec named(String name) {
        return new BodySpec(name);
    }

    /** Place of the frame in the parent's, in metres. */
    public BodySpec at(double x, double y, double z) {
        place = Bounds.place(x, y, z);
        return this;
    }

    /** Rotation of the frame in the parent's. */
    public BodySpec turned(Orientation rotation) {
        orientation = rotation;
        return this;
    }

    /**
     * The mass, instead of that of the shapes.
     *
     * @param kilograms above 0
     * @param centre of mass in the body's frame (3)
     * @param axes the principal axes in the body's frame
     * @param moments the principal moments of inertia about the centre of mass (3), in kg m²
     */
    public BodySpec inertial(
            double kilograms, double[] centre, Orientation axes, double[] moments) {
        Bounds.amount("mass", kilograms);
        require(kilograms > 0, "an inertial's mass must be above 0");
        for (double moment : moments) {
            Bounds.amount("inertia", moment);
        }
        double largest = Math.max(moments[0], Math.max(moments[1], moments[2]));
        require(
                moments[0] + moments[1] + moments[2] - largest >= largest * (1 - 1e-12),
                "a moment of inertia must not exceed the sum of the others, but they were %s, %s, %s",
                moments[0],
                moments[1],
                moments[2]);
        inertial =
                new Inertial(
                        kilograms,
                        Bounds.place(centre[0], centre[1], centre[2]),
                        axes,
                        moments.clone());
        return this;
    }

    /**
     * The mass, instead of that of the shapes.
     *
     * @param kilograms above 0
     * @param centre of mass in the body's frame (3)
     * @param tensor about the centre in the body's axes: xx, yy, zz, xy, xz, yz, in kg m²
     */
    public BodySpec inertial(double kilograms, double[] centre, double[] tensor) {
        Inertial principal =
                Eigen3.principal(
                        kilograms,
                        centre,
                        new double[] {
                            tensor[0], tensor[3], tensor[4],
                            tensor[3], tensor[1], tensor[5],
                            tensor[4], tensor[5], tensor[2]
                        });
        return inertial(kilograms, centre, principal.orientation(), principal.moments());
    }

    /** Joints move in the order in which they are added; none welds the body to its parent. */
    public BodySpec joint(JointSpec joint) {
        joints.add(joint);
        return this;
    }

    /** Fixes a shape to this body. */
    public BodySpec geom(GeomSpec geom) {
        geoms.add(geom);
        return this;
    }

    /** Fixes a point to this body. */
    public BodySpec site(SiteSpec site) {
        sites.add(site);
        return this;
    }

    /** Hangs a body on this one. */
    public BodySpec body(BodySpec child) {
        bodies.add(child);
        return this;
    }

    @Override
    public String toString() {
        return name.isEmpty() ? "a body" : "body \"" + name + "\"";
    }
}
