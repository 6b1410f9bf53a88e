package dev.strait.envs.physics;

/**
 * Spheres and capsules against boxes, in the box's frame. A sphere touches at the point of the box
 * nearest to its centre, or is pushed out through the nearest face if its centre is inside.
 *
 * <p>A capsule is a sphere moved along its axis p(t), t in [−1, 1]. It touches where the axis comes
 * nearest to the box, and at a second place, so that it can lie on a face or an edge: one end of
 * that part of the axis which is over the same face or edge.
 */
final class BoxContacts {

    private static final double SAME_PLACE = 1e-6;

    private final Model model;
    private final GeomPlacement geoms;
    private final Contacts contacts;
    private final BoxPoint point = new BoxPoint();
    private final BoxSegment segment = new BoxSegment();
    private final double[] centre = new double[3];
    private final double[] local = new double[3];
    private final double[] localAxis = new double[3];
    private final double[] outward = new double[3];

    BoxContacts(Model model, GeomPlacement geoms, Contacts contacts) {
        this.model = model;
        this.geoms = geoms;
        this.contacts = contacts;
    }

    void sphere(int pair, int sphere, int box) {
        place(sphere, box);
        touch(pair, sphere, box, 0);
    }

    void capsule(int pair, int capsule, int box) {
        place(capsule, box);
        Rotation.applyInverse(geoms.rotation, 9 * box, geoms.axis, 3 * capsule, localAxis, 0);
        double half = model.geomSize[3 * capsule + 1];
        segment.set(local, localAxis, half, model.geomSize, 3 * box);
        double nearest = segment.nearest();
        touch(pair, capsule, box, nearest * half);
        double other = segment.otherEnd(nearest);
        if (Math.abs(other - nearest) > SAME_PLACE) {
            touch(pair, capsule, box, other * half);
        }
    }

    /** The round geom's centre in the box's frame. */
    private void place(int round, int box) {
        for (int k = 0; k < 3; k++) {
            centre[k] = geoms.centre[3 * round + k] - geoms.centre[3 * box + k];
            localAxis[k] = 0;
        }
        Rotation.applyInverse(geoms.rotation, 9 * box, centre, 0, local, 0);
    }

    /** The contact of a sphere at a place along the axis, if it is within the margin. */
    private void touch(int pair, int round, int box, double along) {
        double radius = model.geomSize[3 * round];
        point.locate(
                local[0] + along * localAxis[0],
                local[1] + along * localAxis[1],
                local[2] + along * localAxis[2],
                model.geomSize,
                3 * box);
        double apart = point.distance - radius;
        if (!(apart < model.pairs.margin[pair])) {
            return;
        }
        Rotation.apply(geoms.rotation, 9 * box, point.outward, 0, outward, 0);
        double back = radius + 0.5 * apart;
        double[] c = geoms.centre;
        double[] z = geoms.axis;
        contacts.add(
                pair,
                apart,
                c[3 * round] + along * z[3 * round] - back * outward[0],
                c[3 * round + 1] + along * z[3 * round + 1] - back * outward[1],
                c[3 * round + 2] + along * z[3 * round + 2] - back * outward[2],
                -outward[0],
                -outward[1],
                -outward[2]);
    }
}
