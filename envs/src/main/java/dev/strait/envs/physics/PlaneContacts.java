package dev.strait.envs.physics;

/** Spheres, capsules and boxes on the infinite plane through its geom's centre. */
final class PlaneContacts {

    private static final int CORNERS = 8;
    private static final int MOST_CORNERS = 4;

    private final Model model;
    private final GeomPlacement geoms;
    private final Contacts contacts;

    PlaneContacts(Model model, GeomPlacement geoms, Contacts contacts) {
        this.model = model;
        this.geoms = geoms;
        this.contacts = contacts;
    }

    void sphere(int pair, int plane, int sphere) {
        double[] centre = geoms.centre;
        round(
                pair,
                plane,
                centre[3 * sphere],
                centre[3 * sphere + 1],
                centre[3 * sphere + 2],
                model.geomSize[3 * sphere],
                0,
                0,
                0);
    }

    /** Its two ends are spheres; the first tangent follows the capsule. */
    void capsule(int pair, int plane, int capsule) {
        double[] centre = geoms.centre;
        double zx = geoms.axis[3 * capsule];
        double zy = geoms.axis[3 * capsule + 1];
        double zz = geoms.axis[3 * capsule + 2];
        double radius = model.geomSize[3 * capsule];
        double half = model.geomSize[3 * capsule + 1];
        double x = centre[3 * capsule];
        double y = centre[3 * capsule + 1];
        double z = centre[3 * capsule + 2];
        round(pair, plane, x + half * zx, y + half * zy, z + half * zz, radius, zx, zy, zz);
        round(pair, plane, x - half * zx, y - half * zy, z - half * zz, radius, zx, zy, zz);
    }

    private void round(
            int pair,
            int plane,
            double x,
            double y,
            double z,
            double radius,
            double tx,
            double ty,
            double tz) {
        double nx = geoms.axis[3 * plane];
        double ny = geoms.axis[3 * plane + 1];
        double nz = geoms.axis[3 * plane + 2];
        double apart = height(plane, x, y, z) - radius;
        if (apart < model.pairs.margin[pair]) {
            double back = 0.5 * apart + radius;
            contacts.add(
                    pair,
                    apart,
                    x - nx * back,
                    y - ny * back,
                    z - nz * back,
                    nx,
                    ny,
                    nz,
                    tx,
                    ty,
                    tz);
        }
    }

    /** Corners on the plane's side of the box, at most four of them. */
    void box(int pair, int plane, int box) {
        double[] centre = geoms.centre;
        double[] r = geoms.rotation;
        double nx = geoms.axis[3 * plane];
        double ny = geoms.axis[3 * plane + 1];
        double nz = geoms.axis[3 * plane + 2];
        double middle = height(plane, centre[3 * box], centre[3 * box + 1], centre[3 * box + 2]);
        int found = 0;
        for (int corner = 0; corner < CORNERS && found < MOST_CORNERS; corner++) {
            double a = signed(corner, 1, model.geomSize[3 * box]);
            double b = signed(corner, 2, model.geomSize[3 * box + 1]);
            double c = signed(corner, 4, model.geomSize[3 * box + 2]);
            double x = r[9 * box] * a + r[9 * box + 1] * b + r[9 * box + 2] * c;
            double y = r[9 * box + 3] * a + r[9 * box + 4] * b + r[9 * box + 5] * c;
            double z = r[9 * box + 6] * a + r[9 * box + 7] * b + r[9 * box + 8] * c;
            double along = x * nx + y * ny + z * nz;
            double apart = middle + along;
            if (apart < model.pairs.margin[pair] && along <= 0) {
                contacts.add(
                        pair,
                        apart,
                        centre[3 * box] + x - nx * apart / 2,
                        centre[3 * box + 1] + y - ny * apart / 2,
                        centre[3 * box + 2] + z - nz * apart / 2,
                        nx,
                        ny,
                        nz);
                found++;
            }
        }
    }

    private static double signed(int corner, int bit, double half) {
        return (corner & bit) != 0 ? half : -half;
    }

    private double height(int plane, double x, double y, double z) {
        return (x - geoms.centre[3 * plane]) * geoms.axis[3 * plane]
                + (y - geoms.centre[3 * plane + 1]) * geoms.axis[3 * plane + 1]
                + (z - geoms.centre[3 * plane + 2]) * geoms.axis[3 * plane + 2];
    }
}
