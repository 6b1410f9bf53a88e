package dev.strait.envs.physics;

/**
 * Finds the contacts: looks at every pair that may touch, and passes by those whose bounding
 * spheres are further apart than their margin.
 */
final class Collision {

    private enum Kind {
        PLANE_SPHERE,
        PLANE_CAPSULE,
        PLANE_BOX,
        SPHERE_SPHERE,
        SPHERE_CAPSULE,
        SPHERE_BOX,
        CAPSULE_CAPSULE,
        CAPSULE_BOX
    }

    final Contacts contacts = new Contacts();

    private final ContactPairs pairs;
    private final GeomPlacement geoms;
    private final PlaneContacts planes;
    private final RoundContacts rounds;
    private final BoxContacts boxes;
    private final Kind[] kind;

    /** Squared distance of centres from which on two geoms do not touch; infinite for planes. */
    private final double[] reach;

    Collision(Model model, GeomPlacement geoms) {
        pairs = model.pairs;
        this.geoms = geoms;
        planes = new PlaneContacts(model, geoms, contacts);
        rounds = new RoundContacts(model, geoms, contacts);
        boxes = new BoxContacts(model, geoms, contacts);
        kind = new Kind[pairs.count];
        reach = new double[pairs.count];
        for (int pair = 0; pair < pairs.count; pair++) {
            int a = pairs.geom1[pair];
            int b = pairs.geom2[pair];
            kind[pair] = Kind.valueOf(model.geomType[a] + "_" + model.geomType[b]);
            double apart = radius(model, a) + radius(model, b) + pairs.margin[pair];
            reach[pair] = apart < 0 ? 0 : apart * apart;
        }
    }

    private static double radius(Model model, int geom) {
        double a = model.geomSize[3 * geom];
        double b = model.geomSize[3 * geom + 1];
        double c = model.geomSize[3 * geom + 2];
        return switch (model.geomType[geom]) {
            case PLANE, CYLINDER -> Double.POSITIVE_INFINITY;
            case SPHERE -> a;
            case CAPSULE -> a + b;
            case BOX -> Math.sqrt(a * a + b * b + c * c);
        };
    }

    void compute() {
        contacts.clear();
        double[] centre = geoms.centre;
        for (int pair = 0; pair < pairs.count; pair++) {
            int a = pairs.geom1[pair];
            int b = pairs.geom2[pair];
            double x = centre[3 * a] - centre[3 * b];
            double y = centre[3 * a + 1] - centre[3 * b + 1];
            double z = centre[3 * a + 2] - centre[3 * b + 2];
            if (x * x + y * y + z * z < reach[pair]) {
                look(pair, a, b);
            }
        }
    }

    private void look(int pair, int a, int b) {
        switch (kind[pair]) {
            case PLANE_SPHERE -> planes.sphere(pair, a, b);
            case PLANE_CAPSULE -> planes.capsule(pair, a, b);
            case PLANE_BOX -> planes.box(pair, a, b);
            case SPHERE_SPHERE -> rounds.spheres(pair, a, b);
            case SPHERE_CAPSULE -> rounds.sphereCapsule(pair, a, b);
            case SPHERE_BOX -> boxes.sphere(pair, a, b);
            case CAPSULE_CAPSULE -> rounds.capsules(pair, a, b);
            case CAPSULE_BOX -> boxes.capsule(pair, a, b);
        }
    }
}
