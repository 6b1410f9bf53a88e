package dev.strait.envs.physics;

import java.util.stream.IntStream;

/**
 * Where the geoms are. A step needs only those that may touch, and of them only what their shape
 * asks for: the centre of a sphere, the axis of a capsule and the normal of a plane, the whole
 * frame of a box.
 */
final class GeomPlacement {

    /** Centres (geoms, 3). */
    final double[] centre;

    /** Third column of the rotations (geoms, 3). */
    final double[] axis;

    /** Rotations (geoms, 9), of boxes only. */
    final double[] rotation;

    private final Model model;
    private final Kinematics kinematics;

    /** Rotations in the bodies (geoms, 9). */
    private final double[] local;

    /** Third columns of them (geoms, 3). */
    private final double[] localAxis;

    /** Geoms on moving bodies that may touch. */
    private final int[] moving;

    GeomPlacement(Model model, Kinematics kinematics) {
        this.model = model;
        this.kinematics = kinematics;
        centre = new double[3 * model.geoms];
        axis = new double[3 * model.geoms];
        rotation = new double[9 * model.geoms];
        local = new double[9 * model.geoms];
        localAxis = new double[3 * model.geoms];
        for (int geom = 0; geom < model.geoms; geom++) {
            Rotation.toMatrix(model.geomQuat, 4 * geom, local, 9 * geom);
            for (int row = 0; row < 3; row++) {
                localAxis[3 * geom + row] = local[9 * geom + 3 * row + 2];
            }
        }
        kinematics.compute(model.qpos0);
        moving =
                IntStream.range(0, model.geoms)
                        .filter(model::geomTouches)
                        .peek(this::place)
                        .filter(geom -> model.bodyWeld[model.geomBody[geom]] != 0)
                        .toArray();
    }

    void compute() {
        for (int geom : moving) {
            place(geom);
        }
    }

    private void place(int geom) {
        int body = model.geomBody[geom];
        position(geom, centre, 3 * geom);
        switch (model.geomType[geom]) {
            case BOX -> matrix(geom, rotation, 9 * geom);
            case CAPSULE, PLANE ->
                    Rotation.apply(
                            kinematics.rotation, 9 * body, localAxis, 3 * geom, axis, 3 * geom);
            default -> {
                // A sphere has only a centre.
            }
        }
    }

    /** Writes the centre of any geom (3). */
    void position(int geom, double[] out, int offset) {
        int body = model.geomBody[geom];
        Rotation.apply(kinematics.rotation, 9 * body, model.geomPos, 3 * geom, out, offset);
        for (int k = 0; k < 3; k++) {
            out[offset + k] += kinematics.position[3 * body + k];
        }
    }

    /** Writes the rotation of any geom (9). */
    void matrix(int geom, double[] out, int offset) {
        int body = model.geomBody[geom];
        Rotation.product(kinematics.rotation, 9 * body, local, 9 * geom, out, offset);
    }
}
