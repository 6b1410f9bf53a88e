package dev.strait.envs.render;

import java.awt.Color;

/**
 * A shape with its place in the world, as a ray meets it: the ray is turned into the shape's own
 * axes, where the shape is simple.
 */
final class Solid {

    private static final int X = 0;
    private static final int Y = 1;
    private static final int Z = 2;

    private final Form form;
    private final Color color;
    private final double[] position;
    private final double[] rotation;

    /**
     * A shape at its place.
     *
     * @param position (3) of its centre, in metres
     * @param rotation (3, 3) row by row, from its own axes to the world's
     */
    Solid(Form form, Color color, double[] position, double[] rotation) {
        this.form = form;
        this.color = color;
        this.position = position.clone();
        this.rotation = rotation.clone();
    }

    Color color() {
        return color;
    }

    double[] position() {
        return position;
    }

    /** The same in another colour. */
    Solid painted(Color other) {
        return new Solid(form, other, position, rotation);
    }

    Form form() {
        return form;
    }

    /** A point given in the shape's own axes, in the world. */
    double[] place(double x, double y, double z) {
        double[] place = new double[3];
        for (int i = 0; i < 3; i++) {
            place[i] =
                    position[i]
                            + rotation[3 * i] * x
                            + rotation[3 * i + 1] * y
                            + rotation[3 * i + 2] * z;
        }
        return place;
    }

    /** Radius of a sphere about the centre that holds the whole shape. */
    double reach() {
        return form.reach();
    }

    /**
     * Distance along a ray to the first point of the shape.
     *
     * @param from (3) where the ray begins
     * @param along (3) its unit direction
     * @return infinity where it misses
     */
    double distance(double[] from, double[] along) {
        double dx = from[X] - position[X];
        double dy = from[Y] - position[Y];
        double dz = from[Z] - position[Z];
        double middle = dx * along[X] + dy * along[Y] + dz * along[Z];
        double reach = form.reach();
        if (dx * dx + dy * dy + dz * dz - middle * middle > reach * reach) {
            return Double.POSITIVE_INFINITY;
        }
        return form.distance(
                own(X, dx, dy, dz),
                own(Y, dx, dy, dz),
                own(Z, dx, dy, dz),
                own(X, along[X], along[Y], along[Z]),
                own(Y, along[X], along[Y], along[Z]),
                own(Z, along[X], along[Y], along[Z]));
    }

    /** Writes the outward unit normal at a point of the surface. */
    void normal(double[] point, double[] normal) {
        double dx = point[X] - position[X];
        double dy = point[Y] - position[Y];
        double dz = point[Z] - position[Z];
        form.normal(own(X, dx, dy, dz), own(Y, dx, dy, dz), own(Z, dx, dy, dz), normal);
        double nx = normal[X];
        double ny = normal[Y];
        double nz = normal[Z];
        for (int i = 0; i < 3; i++) {
            normal[i] = rotation[3 * i] * nx + rotation[3 * i + 1] * ny + rotation[3 * i + 2] * nz;
        }
    }

    /** A coordinate in the shape's axes of a vector of the world. */
    private double own(int axis, double x, double y, double z) {
        return rotation[axis] * x + rotation[3 + axis] * y + rotation[6 + axis] * z;
    }

    /** A shape about its own origin. */
    sealed interface Form {

        /** Radius of a sphere about the origin that holds the whole shape. */
        double reach();

        /** Distance along the ray (x, y, z) + t·(dx, dy, dz) to its first point, or infinity. */
        double distance(double x, double y, double z, double dx, double dy, double dz);

        /** Writes the outward unit normal at a point of the surface. */
        void normal(double x, double y, double z, double[] normal);
    }

    /** All points within {@code radius} of the origin. */
    record Sphere(double radius) implements Form {

        @Override
        public double reach() {
            return radius;
        }

        @Override
        public double distance(double x, double y, double z, double dx, double dy, double dz) {
            double half = x * dx + y * dy + z * dz;
            double rest = half * half - (x * x + y * y + z * z - radius * radius);
            return ahead(rest < 0 ? Double.POSITIVE_INFINITY : -half - Math.sqrt(rest));
        }

        @Override
        public void normal(double x, double y, double z, double[] normal) {
            unit(x, y, z, normal);
        }
    }

    /** All points within {@code radius} of the segment from (0, 0, −half) to (0, 0, half). */
    record Capsule(double radius, double half) implements Form {

        @Override
        public double reach() {
            return radius + half;
        }

        @Override
        public double distance(double x, double y, double z, double dx, double dy, double dz) {
            double a = dx * dx + dy * dy;
            double b = x * dx + y * dy;
            double rest = b * b - a * (x * x + y * y - radius * radius);
            if (rest < 0) {
                return Double.POSITIVE_INFINITY;
            }
            double t = (-b - Math.sqrt(rest)) / a;
            double height = z + t * dz;
            // Along the axis a is 0 and t is not a number, so an end is met.
            if (Math.abs(height) <= half) {
                return ahead(t);
            }
            double end = (a > 0 ? height > 0 : dz < 0) ? half : -half;
            return new Sphere(radius).distance(x, y, z - end, dx, dy, dz);
        }

        @Override
        public void normal(double x, double y, double z, double[] normal) {
            unit(x, y, z - Math.max(-half, Math.min(half, z)), normal);
        }
    }

    /** All points with |x| ≤ a, |y| ≤ b, |z| ≤ c. */
    record Box(double a, double b, double c) implements Form {

        @Override
        public double reach() {
            return Math.sqrt(a * a + b * b + c * c);
        }

        @Override
        public double distance(double x, double y, double z, double dx, double dy, double dz) {
            double near = Math.max(Math.max(enter(a, x, dx), enter(b, y, dy)), enter(c, z, dz));
            double far = Math.min(Math.min(leave(a, x, dx), leave(b, y, dy)), leave(c, z, dz));
            return near <= far ? ahead(near) : Double.POSITIVE_INFINITY;
        }

        private static double enter(double side, double from, double along) {
            return along == 0
                    ? (Math.abs(from) <= side ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY)
                    : (-Math.copySign(side, along) - from) / along;
        }

        private static double leave(double side, double from, double along) {
            return along == 0
                    ? Double.POSITIVE_INFINITY
                    : (Math.copySign(side, along) - from) / along;
        }

        @Override
        public void normal(double x, double y, double z, double[] normal) {
            double u = Math.abs(x) / a;
            double v = Math.abs(y) / b;
            double w = Math.abs(z) / c;
            normal[X] = u >= v && u >= w ? Math.signum(x) : 0;
            normal[Y] = v > u && v >= w ? Math.signum(y) : 0;
            normal[Z] = w > u && w > v ? Math.signum(z) : 0;
        }
    }

    private static double ahead(double distance) {
        return distance > 0 ? distance : Double.POSITIVE_INFINITY;
    }

    private static void unit(double x, double y, double z, double[] out) {
        double length = Math.sqrt(x * x + y * y + z * z);
        out[X] = x / length;
        out[Y] = y / length;
        out[Z] = z / length;
    }
}
