package dev.strait.envs.physics;

/**
 * Rows of contacts. Without friction a contact has one, along its normal; with friction μ four, the
 * edges n ± μ t₁, n ± μ t₂ of a pyramid inside the friction cone.
 *
 * <p>A dof that moves both bodies moves them alike where they touch, so only the dofs that move one
 * of them are in the support.
 *
 * <p>Source: MuJoCo documentation, "Constraint model", pyramidal cones.
 */
final class ContactRows {

    private static final double SMALLEST = 1e-15;

    private final Model model;
    private final TreeInertia tree;
    private final TreeMatrix shape;
    private final SoftLaw[] law;

    /** Directions n, t₁, t₂ of the point's relative velocity per dof of the support. */
    private final double[] normal;

    private final double[] first;
    private final double[] second;
    private final int[] dofs;

    ContactRows(Model model, TreeInertia tree, TreeMatrix shape) {
        this.model = model;
        this.tree = tree;
        this.shape = shape;
        law = new SoftLaw[model.pairs.count];
        for (int pair = 0; pair < law.length; pair++) {
            law[pair] =
                    new SoftLaw(
                            model.pairs.solref,
                            2 * pair,
                            model.pairs.solimp,
                            5 * pair,
                            model.timestep);
        }
        normal = new double[model.nv];
        first = new double[model.nv];
        second = new double[model.nv];
        dofs = new int[model.nv];
    }

    void addTo(ConstraintRows rows, Contacts contacts, double[] v) {
        for (int contact = 0; contact < contacts.count; contact++) {
            add(rows, contacts, contact, v);
        }
    }

    private void add(ConstraintRows rows, Contacts contacts, int contact, double[] v) {
        int pair = contacts.pair[contact];
        int body1 = model.geomBody[model.pairs.geom1[pair]];
        int body2 = model.geomBody[model.pairs.geom2[pair]];
        int last1 = model.bodyLastDof[body1];
        int last2 = model.bodyLastDof[body2];
        int below1 = 0;
        int length = 0;
        int dof1 = last1;
        int dof2 = last2;
        while (dof1 != dof2) {
            if (dof1 > dof2) {
                project(contacts, contact, dof1, -1, length);
                dofs[length++] = dof1;
                dof1 = model.dofParent[dof1];
                below1++;
            } else {
                project(contacts, contact, dof2, 1, length);
                dofs[length++] = dof2;
                dof2 = model.dofParent[dof2];
            }
        }
        int support;
        if (below1 == 0) {
            support = shape.rowStart[last2];
        } else if (below1 == length) {
            support = shape.rowStart[last1];
        } else {
            support = rows.reserveSupport(length);
            System.arraycopy(dofs, 0, rows.column, support, length);
        }
        contacts.firstRow[contact] = rows.count;
        double inverseWeight = model.bodyInvweight[2 * body1] + model.bodyInvweight[2 * body2];
        double violation = contacts.distance[contact] - model.pairs.margin[pair];
        double impedance = law[pair].impedance(violation);
        double softness = (1 - impedance) / impedance;
        if (model.pairs.condim[pair] == 1) {
            int row = rows.add(support, length);
            System.arraycopy(normal, 0, rows.jacobian, row * model.nv, length);
            rows.soften(row, law[pair], violation, impedance, softness * inverseWeight, v);
            contacts.secondRow[contact] = rows.count;
            contacts.endRow[contact] = rows.count;
            return;
        }
        double mu = model.pairs.friction[pair];
        double regulariser =
                2 * mu * mu * Math.max(SMALLEST, softness * (1 + mu * mu) * inverseWeight);
        edges(rows, support, length, first, mu, pair, violation, impedance, regulariser, v);
        contacts.secondRow[contact] = rows.count;
        edges(rows, support, length, second, mu, pair, violation, impedance, regulariser, v);
        contacts.endRow[contact] = rows.count;
    }

    /**
     * The two edges along a tangent. Where no dof moves along it (as across a planar model's plane)
     * they are the same row, added once with the weight of both.
     */
    private void edges(
            ConstraintRows rows,
            int support,
            int length,
            double[] tangent,
            double mu,
            int pair,
            double violation,
            double impedance,
            double regulariser,
            double[] v) {
        boolean flat = true;
        for (int k = 0; k < length; k++) {
            flat &= tangent[k] == 0;
        }
        double share = flat ? 0.5 : 1;
        for (int edge = 0; edge < (flat ? 1 : 2); edge++) {
            int row = rows.add(support, length);
            double along = edge == 0 ? mu : -mu;
            int at = row * model.nv;
            for (int k = 0; k < length; k++) {
                rows.jacobian[at + k] = normal[k] + along * tangent[k];
            }
            rows.soften(row, law[pair], violation, impedance, share * regulariser, v);
        }
    }

    /** What the dof moves the contact point by, along normal and tangents. */
    private void project(Contacts contacts, int contact, int dof, double sign, int at) {
        double[] s = tree.motion;
        int m = 6 * dof;
        int p = 3 * contact;
        double x = contacts.position[p] - tree.centre[0];
        double y = contacts.position[p + 1] - tree.centre[1];
        double z = contacts.position[p + 2] - tree.centre[2];
        double vx = sign * (s[m + 3] + s[m + 1] * z - s[m + 2] * y);
        double vy = sign * (s[m + 4] + s[m + 2] * x - s[m] * z);
        double vz = sign * (s[m + 5] + s[m] * y - s[m + 1] * x);
        double[] f = contacts.frame;
        int o = 9 * contact;
        normal[at] = f[o] * vx + f[o + 1] * vy + f[o + 2] * vz;
        first[at] = f[o + 3] * vx + f[o + 4] * vy + f[o + 5] * vz;
        second[at] = f[o + 6] * vx + f[o + 7] * vy + f[o + 8] * vz;
    }
}
