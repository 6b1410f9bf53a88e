package dev.strait.envs.render;

import static dev.strait.envs.Require.require;

/** A pinhole camera: where it stands, where it looks, and which way is up. */
final class Camera {

    private final double[] eye;
    private final double[] forward = new double[3];
    private final double[] right = new double[3];
    private final double[] up = new double[3];
    private final int width;
    private final int height;
    private final double focal;

    /**
     * A camera that looks at a point.
     *
     * @param eye (3) where it stands, in metres
     * @param target (3) what it looks at
     * @param above (3) up in the world; not along the view
     * @param angle of view from the lower to the upper edge, in radians
     */
    Camera(double[] eye, double[] target, double[] above, double angle, int width, int height) {
        require(angle > 0 && angle < Math.PI, "angle must be in (0, π), but was %s", angle);
        this.eye = eye.clone();
        this.width = width;
        this.height = height;
        focal = height / (2 * Math.tan(angle / 2));
        for (int i = 0; i < 3; i++) {
            forward[i] = target[i] - eye[i];
        }
        normalise(forward);
        cross(forward, above, right);
        normalise(right);
        cross(right, forward, up);
    }

    double[] eye() {
        return eye;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    /** Writes the unit direction of the ray through a point of the picture, y downwards. */
    void ray(double x, double y, double[] direction) {
        double across = (x - width / 2.0) / focal;
        double upwards = (height / 2.0 - y) / focal;
        for (int i = 0; i < 3; i++) {
            direction[i] = forward[i] + across * right[i] + upwards * up[i];
        }
        normalise(direction);
    }

    /**
     * The pixels that may show a ball: left, top, right and bottom, the latter two excluded.
     *
     * @param centre (3)
     */
    int[] pixels(double[] centre, double radius) {
        double depth = along(centre, forward);
        if (depth + radius <= 0) {
            return new int[4];
        }
        if (depth - radius < 1e-3) {
            return new int[] {0, 0, width, height};
        }
        double across = along(centre, right);
        double down = -along(centre, up);
        return new int[] {
            bounded(width / 2.0 + focal * least(across - radius, depth, radius) - 1, width),
            bounded(height / 2.0 + focal * least(down - radius, depth, radius) - 1, height),
            bounded(width / 2.0 - focal * least(-across - radius, depth, radius) + 2, width),
            bounded(height / 2.0 - focal * least(-down - radius, depth, radius) + 2, height)
        };
    }

    /** The smallest quotient of an offset with any depth of the ball. */
    private static double least(double offset, double depth, double radius) {
        return Math.min(offset / (depth - radius), offset / (depth + radius));
    }

    private static int bounded(double pixel, int size) {
        return (int) Math.max(0, Math.min(size, Math.floor(pixel)));
    }

    private double along(double[] point, double[] axis) {
        return (point[0] - eye[0]) * axis[0]
                + (point[1] - eye[1]) * axis[1]
                + (point[2] - eye[2]) * axis[2];
    }

    private static void cross(double[] a, double[] b, double[] out) {
        out[0] = a[1] * b[2] - a[2] * b[1];
        out[1] = a[2] * b[0] - a[0] * b[2];
        out[2] = a[0] * b[1] - a[1] * b[0];
    }

    private static void normalise(double[] v) {
        double length = Math.sqrt(v[0] * v[0] + v[1] * v[1] + v[2] * v[2]);
        for (int i = 0; i < 3; i++) {
            v[i] /= length;
        }
    }
}
