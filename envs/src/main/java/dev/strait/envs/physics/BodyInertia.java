package dev.strait.envs.physics;

import java.util.List;

/**
 * Mass, centre and inertia of a body: what is stated, or the sum over its shapes.
 *
 * <p>Of several shapes, m = Σ m_g, c = Σ m_g p_g / m, and I = Σ (R_g I_g R_gᵀ + m_g (|d|² 1 − d
 * dᵀ)) with d = p_g − c, given by its principal axes. A single shape keeps its own frame.
 */
final class BodyInertia {

    private BodyInertia() {}

    static BodySpec.Inertial of(BodySpec body) {
        if (body.inertial != null) {
            return body.inertial;
        }
        List<GeomSpec> heavy = body.geoms.stream().filter(geom -> mass(geom) > 0).toList();
        if (heavy.isEmpty()) {
            return nothing(body);
        }
        return heavy.size() == 1 ? single(heavy.get(0)) : sum(heavy);
    }

    /**
     * MuJoCo 3.14 puts the frame that weighs nothing as far from the body as the body is from its
     * parent; the inverse weight of contacts with weightless shapes depends on it.
     */
    static BodySpec.Inertial nothing(BodySpec body) {
        return new BodySpec.Inertial(0, body.place, body.orientation, new double[3]);
    }

    private static BodySpec.Inertial single(GeomSpec geom) {
        return new BodySpec.Inertial(mass(geom), geom.place, geom.orientation, moments(geom));
    }

    private static BodySpec.Inertial sum(List<GeomSpec> geoms) {
        double mass = 0;
        double[] centre = new double[3];
        for (GeomSpec geom : geoms) {
            mass += mass(geom);
            for (int i = 0; i < 3; i++) {
                centre[i] += mass(geom) * geom.place[i];
            }
        }
        for (int i = 0; i < 3; i++) {
            centre[i] /= mass;
        }
        double[] tensor = new double[9];
        for (GeomSpec geom : geoms) {
            add(tensor, geom, centre);
        }
        return Eigen3.principal(mass, centre, tensor);
    }

    private static void add(double[] tensor, GeomSpec geom, double[] centre) {
        double[] own = tensor(geom.orientation, moments(geom));
        double[] d = new double[3];
        double square = 0;
        for (int i = 0; i < 3; i++) {
            d[i] = geom.place[i] - centre[i];
            square += d[i] * d[i];
        }
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                double steiner = (i == j ? square : 0) - d[i] * d[j];
                tensor[3 * i + j] += own[3 * i + j] + mass(geom) * steiner;
            }
        }
    }

    /** R diag(moments) Rᵀ, row by row. */
    static double[] tensor(Orientation axes, double[] moments) {
        double[] r = axes.matrix();
        double[] tensor = new double[9];
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                for (int k = 0; k < 3; k++) {
                    tensor[3 * i + j] += r[3 * i + k] * moments[k] * r[3 * j + k];
                }
            }
        }
        return tensor;
    }

    /** The stated mass, or density times volume. */
    static double mass(GeomSpec geom) {
        if (geom.type == GeomType.PLANE) {
            return 0;
        }
        return Double.isNaN(geom.mass) ? geom.density * volume(geom) : geom.mass;
    }

    private static double volume(GeomSpec geom) {
        double r = geom.size[0];
        double l = geom.size[1];
        return switch (geom.type) {
            case PLANE -> 0;
            case SPHERE -> 4.0 / 3 * Math.PI * r * r * r;
            case CAPSULE -> Math.PI * r * r * 2 * l + 4.0 / 3 * Math.PI * r * r * r;
            case CYLINDER -> Math.PI * r * r * 2 * l;
            case BOX -> 8 * r * l * geom.size[2];
        };
    }

    /** Moments about the axes of the shape's own frame, through its centre. */
    private static double[] moments(GeomSpec geom) {
        double mass = mass(geom);
        double r = geom.size[0];
        double l = geom.size[1];
        return switch (geom.type) {
            case PLANE -> new double[3];
            case SPHERE -> round(0.4 * mass * r * r, 0.4 * mass * r * r);
            case CAPSULE -> capsule(mass, r, l);
            case CYLINDER -> round(mass * (3 * r * r + 4 * l * l) / 12, mass * r * r / 2);
            case BOX -> box(mass, r * r, l * l, geom.size[2] * geom.size[2]);
        };
    }

    private static double[] capsule(double mass, double r, double l) {
        double straight = Math.PI * r * r * 2 * l;
        double round = 4.0 / 3 * Math.PI * r * r * r;
        double cylinder = mass * straight / (straight + round);
        double ends = mass * round / (straight + round);
        double across =
                cylinder * (r * r / 4 + l * l / 3) + ends * (0.4 * r * r + l * l + 0.75 * l * r);
        return round(across, cylinder * r * r / 2 + ends * 0.4 * r * r);
    }

    private static double[] box(double mass, double xx, double yy, double zz) {
        return new double[] {mass / 3 * (yy + zz), mass / 3 * (xx + zz), mass / 3 * (xx + yy)};
    }

    private static double[] round(double across, double along) {
        return new double[] {across, across, along};
    }
}
