package dev.strait.envs.physics;

/**
 * What the row forces of an evaluation mean at the contacts. Of a pyramid's four edge forces the
 * normal force is the sum, a tangential one μ times the difference of its two.
 */
final class ContactForces {

    private final Model model;
    private final Dynamics dynamics;
    private final double[] local = new double[3];
    private final double[] world = new double[3];

    ContactForces(Model model, Dynamics dynamics) {
        this.model = model;
        this.dynamics = dynamics;
    }

    /** Writes the force on the second geom along normal and tangents (3). */
    void at(int contact, double[] out, int offset) {
        Contacts contacts = dynamics.collision.contacts;
        int first = contacts.firstRow[contact];
        int second = contacts.secondRow[contact];
        int end = contacts.endRow[contact];
        double[] f = dynamics.rows.force;
        double normal = 0;
        for (int row = first; row < end; row++) {
            normal += f[row];
        }
        double mu = model.pairs.friction[contacts.pair[contact]];
        out[offset] = normal;
        out[offset + 1] = second - first == 2 ? mu * (f[first] - f[first + 1]) : 0;
        out[offset + 2] = end - second == 2 ? mu * (f[second] - f[second + 1]) : 0;
    }

    /** Writes the torque about the tree's centre and the force of all contacts on a body (6). */
    void on(int body, double[] out, int offset) {
        for (int k = 0; k < 6; k++) {
            out[offset + k] = 0;
        }
        Contacts contacts = dynamics.collision.contacts;
        for (int contact = 0; contact < contacts.count; contact++) {
            int pair = contacts.pair[contact];
            boolean first = model.geomBody[model.pairs.geom1[pair]] == body;
            boolean second = model.geomBody[model.pairs.geom2[pair]] == body;
            if (first || second) {
                add(contacts, contact, second ? 1 : -1, out, offset);
            }
        }
    }

    private void add(Contacts contacts, int contact, double sign, double[] out, int offset) {
        at(contact, local, 0);
        // The frame's rows are normal and tangents.
        Rotation.applyInverse(contacts.frame, 9 * contact, local, 0, world, 0);
        double x = contacts.position[3 * contact] - dynamics.tree.centre[0];
        double y = contacts.position[3 * contact + 1] - dynamics.tree.centre[1];
        double z = contacts.position[3 * contact + 2] - dynamics.tree.centre[2];
        out[offset] += sign * (y * world[2] - z * world[1]);
        out[offset + 1] += sign * (z * world[0] - x * world[2]);
        out[offset + 2] += sign * (x * world[1] - y * world[0]);
        out[offset + 3] += sign * world[0];
        out[offset + 4] += sign * world[1];
        out[offset + 5] += sign * world[2];
    }
}
