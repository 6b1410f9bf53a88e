package dev.strait.envs.physics;

/** Spheres and capsules against each other: the nearest points of their cores, grown by radii. */
final class RoundContacts {

    private static final double SMALLEST = 1e-15;

    private final Model model;
    private final GeomPlacement geoms;
    private final Contacts contacts;

    RoundContacts(Model model, GeomPlacement geoms, Contacts contacts) {
        this.model = model;
        this.geoms = geoms;
        this.contacts = contacts;
    }

    void spheres(int pair, int a, int b) {
        between(pair, a, 0, b, 0);
    }

    void sphereCapsule(int pair, int sphere, int capsule) {
        double[] p = geoms.centre;
        double[] z = geoms.axis;
        double half = model.geomSize[3 * capsule + 1];
        double along =
                (p[3 * sphere] - p[3 * capsule]) * z[3 * capsule]
                        + (p[3 * sphere + 1] - p[3 * capsule + 1]) * z[3 * capsule + 1]
                        + (p[3 * sphere + 2] - p[3 * capsule + 2]) * z[3 * capsule + 2];
        between(pair, sphere, 0, capsule, clamp(along, half));
    }

    /**
     * Two segments c + x h z, x in [−1, 1]: the nearest points of the lines, each brought back into
     * its segment in turn. Parallel ones may touch at two ends.
     */
    void capsules(int pair, int a, int b) {
        double[] p = geoms.centre;
        double[] z = geoms.axis;
        double halfA = model.geomSize[3 * a + 1];
        double halfB = model.geomSize[3 * b + 1];
        double dx = p[3 * a] - p[3 * b];
        double dy = p[3 * a + 1] - p[3 * b + 1];
        double dz = p[3 * a + 2] - p[3 * b + 2];
        double ma = halfA * halfA * dot(z, 3 * a, z[3 * a], z[3 * a + 1], z[3 * a + 2]);
        double mb = -halfA * halfB * dot(z, 3 * a, z[3 * b], z[3 * b + 1], z[3 * b + 2]);
        double mc = halfB * halfB * dot(z, 3 * b, z[3 * b], z[3 * b + 1], z[3 * b + 2]);
        double u = -halfA * dot(z, 3 * a, dx, dy, dz);
        double w = halfB * dot(z, 3 * b, dx, dy, dz);
        double determinant = ma * mc - mb * mb;
        if (Math.abs(determinant) < SMALLEST) {
            parallel(pair, a, b, ma, mb, mc, u, w);
            return;
        }
        double xa = (mc * u - mb * w) / determinant;
        double xb = (ma * w - mb * u) / determinant;
        if (xa > 1) {
            xa = 1;
            xb = (w - mb) / mc;
        } else if (xa < -1) {
            xa = -1;
            xb = (w + mb) / mc;
        }
        if (xb > 1) {
            xb = 1;
            xa = clamp((u - mb) / ma, 1);
        } else if (xb < -1) {
            xb = -1;
            xa = clamp((u + mb) / ma, 1);
        }
        between(pair, a, xa * halfA, b, xb * halfB);
    }

    private void parallel(
            int pair, int a, int b, double ma, double mb, double mc, double u, double w) {
        double halfA = model.geomSize[3 * a + 1];
        double halfB = model.geomSize[3 * b + 1];
        int before = contacts.count;
        between(pair, a, halfA, b, halfB * clamp((w - mb) / mc, 1));
        between(pair, a, -halfA, b, halfB * clamp((w + mb) / mc, 1));
        if (contacts.count - before < 2) {
            between(pair, a, halfA * clamp((u - mb) / ma, 1), b, halfB);
        }
        if (contacts.count - before < 2) {
            between(pair, a, halfA * clamp((u + mb) / ma, 1), b, -halfB);
        }
    }

    /** Spheres about the points at {@code alongA} and {@code alongB} of the two axes. */
    private void between(int pair, int a, double alongA, int b, double alongB) {
        double[] p = geoms.centre;
        double[] z = geoms.axis;
        double ax = p[3 * a] + alongA * z[3 * a];
        double ay = p[3 * a + 1] + alongA * z[3 * a + 1];
        double az = p[3 * a + 2] + alongA * z[3 * a + 2];
        double nx = p[3 * b] + alongB * z[3 * b] - ax;
        double ny = p[3 * b + 1] + alongB * z[3 * b + 1] - ay;
        double nz = p[3 * b + 2] + alongB * z[3 * b + 2] - az;
        double radius = model.geomSize[3 * a];
        double length = Math.sqrt(nx * nx + ny * ny + nz * nz);
        double apart = length - radius - model.geomSize[3 * b];
        if (!(apart < model.pairs.margin[pair])) {
            return;
        }
        if (length < SMALLEST) {
            nx = 1;
            ny = 0;
            nz = 0;
        } else {
            nx /= length;
            ny /= length;
            nz /= length;
        }
        double out = radius + 0.5 * apart;
        contacts.add(pair, apart, ax + nx * out, ay + ny * out, az + nz * out, nx, ny, nz);
    }

    private static double dot(double[] a, int i, double x, double y, double z) {
        return a[i] * x + a[i + 1] * y + a[i + 2] * z;
    }

    private static double clamp(double value, double most) {
        return Math.max(-most, Math.min(most, value));
    }
}
