package dev.strait.envs.physics;

import java.util.function.Function;

/**
 * A shape in a place, with its signed distance by a closed form of its own: what contacts are
 * checked against.
 *
 * @param kind plane, sphere, capsule or box
 * @param size as the shape's own {@link GeomSpec} takes them (3)
 * @param turn rotation of its frame
 * @param place centre in the world (3)
 */
record Solid(GeomType kind, double[] size, Orientation turn, double[] place) {

    private static final Orientation NONE = Orientation.NONE;

    static Solid upright(GeomType kind, double... size) {
        return new Solid(kind, size, NONE, new double[3]);
    }

    Solid at(double x, double y, double z) {
        return new Solid(kind, size, turn, new double[] {x, y, z});
    }

    Solid turned(Orientation other) {
        return new Solid(kind, size, other, place);
    }

    /** The shape, described about the origin. */
    GeomSpec geom(String name) {
        return switch (kind) {
            case PLANE -> GeomSpec.plane(name, 1, 1, 1);
            case SPHERE -> GeomSpec.sphere(name, size[0]);
            case CAPSULE -> GeomSpec.capsule(name, size[0], size[1]);
            case BOX -> GeomSpec.box(name, size[0], size[1], size[2]);
            case CYLINDER -> throw new IllegalArgumentException("cylinders touch nothing");
        };
    }

    /** The shape as part of the world, where it is. */
    GeomSpec fixed(String name) {
        return geom(name).at(place[0], place[1], place[2]).turned(turn);
    }

    /** Moves a free body that has the shape about its origin to where the solid is. */
    void pose(double[] q) {
        System.arraycopy(place, 0, q, 0, 3);
        System.arraycopy(new double[] {turn.w(), turn.x(), turn.y(), turn.z()}, 0, q, 3, 4);
    }

    /** Metres from a point to the surface, negative inside. */
    double distance(double... point) {
        double[] axes = turn.matrix();
        Function<Integer, Double> along =
                k -> {
                    double sum = 0;
                    for (int i = 0; i < 3; i++) {
                        sum += axes[3 * i + k] * (point[i] - place[i]);
                    }
                    return sum;
                };
        double x = along.apply(0);
        double y = along.apply(1);
        double z = along.apply(2);
        return switch (kind) {
            case PLANE -> z;
            case SPHERE -> norm(x, y, z) - size[0];
            case CAPSULE -> norm(x, y, Math.max(0, Math.abs(z) - size[1])) - size[0];
            default -> box(Math.abs(x) - size[0], Math.abs(y) - size[1], Math.abs(z) - size[2]);
        };
    }

    private static double box(double x, double y, double z) {
        double outside = norm(Math.max(0, x), Math.max(0, y), Math.max(0, z));
        return outside > 0 ? outside : Math.max(x, Math.max(y, z));
    }

    private static double norm(double x, double y, double z) {
        return Math.sqrt(x * x + y * y + z * z);
    }
}
