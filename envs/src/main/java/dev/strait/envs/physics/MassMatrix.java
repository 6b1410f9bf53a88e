package dev.strait.envs.physics;

/**
 * M(q) by the composite-rigid-body algorithm: the inertia of everything that hangs from a dof,
 * moved by that dof, needs the force M_ij at every dof above it.
 *
 * <p>Source: Featherstone, "Rigid Body Dynamics Algorithms", 2008, section 6.2.
 */
final class MassMatrix {

    final TreeMatrix matrix;

    private final Model model;
    private final TreeInertia tree;
    private final double[] composite;
    private final double[] force = new double[6];

    MassMatrix(Model model, TreeInertia tree) {
        this.model = model;
        this.tree = tree;
        matrix = new TreeMatrix(model.dofParent);
        composite = new double[10 * model.bodies];
    }

    void compute() {
        System.arraycopy(tree.inertia, 0, composite, 0, composite.length);
        for (int body = model.bodies - 1; body > 0; body--) {
            int parent = model.bodyParent[body];
            if (model.bodyWeld[parent] != 0) {
                for (int k = 0; k < 10; k++) {
                    composite[10 * parent + k] += composite[10 * body + k];
                }
            }
        }
        double[] values = matrix.values;
        for (int dof = 0; dof < model.nv; dof++) {
            Spatial.apply(composite, 10 * model.dofBody[dof], tree.motion, 6 * dof, force, 0);
            int start = matrix.rowStart[dof];
            int end = matrix.rowStart[dof + 1];
            for (int at = start; at < end; at++) {
                values[at] = Spatial.dot(tree.motion, 6 * matrix.column[at], force, 0);
            }
            values[start] += model.dofArmature[dof];
        }
    }
}
