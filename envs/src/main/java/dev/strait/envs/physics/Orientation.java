package dev.strait.envs.physics;

import static dev.strait.envs.Require.require;

/**
 * A rotation of a frame in its parent, as the unit quaternion that turns the frame's coordinates
 * into the parent's (Hamilton's product, scalar first). For descriptions of models: stepping uses
 * arrays.
 *
 * @param w cosine of half the angle
 * @param x the axis times the sine of half the angle, as are the next two
 * @param y along y
 * @param z along z
 */
public record Orientation(double w, double x, double y, double z) {

    /** The parent's own axes. */
    public static final Orientation NONE = new Orientation(1, 0, 0, 0);

    private static final double SHORTEST = 1e-15;

    /**
     * Normalises.
     *
     * @throws IllegalArgumentException if the four numbers are not finite or all are zero
     */
    public Orientation {
        double length = Math.sqrt(w * w + x * x + y * y + z * z);
        require(
                length > SHORTEST && length < Double.POSITIVE_INFINITY,
                "a quaternion must have a direction, but was (%s, %s, %s, %s)",
                w,
                x,
                y,
                z);
        w /= length;
        x /= length;
        y /= length;
        z /= length;
    }

    /** A turn by an angle in radians about an axis of any length. */
    public static Orientation about(double x, double y, double z, double angle) {
        double[] axis = unit(x, y, z);
        double sine = StrictMath.sin(angle / 2);
        return new Orientation(
                StrictMath.cos(angle / 2), axis[0] * sine, axis[1] * sine, axis[2] * sine);
    }

    /** The least turn that takes z onto a direction; half a turn about x if that is −z. */
    public static Orientation zOnto(double x, double y, double z) {
        double[] to = unit(x, y, z);
        double sine = Math.hypot(to[0], to[1]);
        if (sine < SHORTEST) {
            return to[2] < 0 ? new Orientation(0, 1, 0, 0) : NONE;
        }
        return about(-to[1], to[0], 0, StrictMath.atan2(sine, to[2]));
    }

    /**
     * Three turns in sequence.
     *
     * @param sequence three of x, y, z (about the turned axes) and X, Y, Z (about the parent's)
     * @param angles radians
     */
    public static Orientation euler(String sequence, double... angles) {
        require(
                sequence.matches("[xyzXYZ]{3}"),
                "eulerseq must be three of the letters xyzXYZ, but was \"%s\"",
                sequence);
        Orientation turned = NONE;
        for (int i = 0; i < 3; i++) {
            int axis = "xyz".indexOf(Character.toLowerCase(sequence.charAt(i)));
            Orientation turn =
                    about(axis == 0 ? 1 : 0, axis == 1 ? 1 : 0, axis == 2 ? 1 : 0, angles[i]);
            boolean fixed = Character.isUpperCase(sequence.charAt(i));
            turned = fixed ? turn.times(turned) : turned.times(turn);
        }
        return turned;
    }

    /** The frame with this x axis, and with y in the half-plane of the second direction. */
    public static Orientation ofAxes(double[] xAxis, double[] towardsY) {
        double[] x = unit(xAxis[0], xAxis[1], xAxis[2]);
        double along = dot(x, towardsY);
        double[] y =
                unit(
                        towardsY[0] - along * x[0],
                        towardsY[1] - along * x[1],
                        towardsY[2] - along * x[2]);
        return ofMatrix(
                new double[] {
                    x[0], y[0], x[1] * y[2] - x[2] * y[1],
                    x[1], y[1], x[2] * y[0] - x[0] * y[2],
                    x[2], y[2], x[0] * y[1] - x[1] * y[0]
                });
    }

    /** Of a rotation matrix, row by row: w > 0 if w² > 1/4, otherwise the largest other is. */
    static Orientation ofMatrix(double[] r) {
        double[] squares = {
            1 + r[0] + r[4] + r[8],
            1 + r[0] - r[4] - r[8],
            1 - r[0] + r[4] - r[8],
            1 - r[0] - r[4] + r[8]
        };
        double wx = r[7] - r[5];
        double wy = r[2] - r[6];
        double wz = r[3] - r[1];
        double xy = r[1] + r[3];
        double xz = r[2] + r[6];
        double yz = r[5] + r[7];
        int largest = squares[0] > 1 ? 0 : 1;
        for (int i = 2; largest > 0 && i < 4; i++) {
            largest = squares[i] > squares[largest] ? i : largest;
        }
        double most = squares[largest];
        return switch (largest) {
            case 0 -> new Orientation(most, wx, wy, wz);
            case 1 -> new Orientation(wx, most, xy, xz);
            case 2 -> new Orientation(wy, xy, most, yz);
            default -> new Orientation(wz, xz, yz, most);
        };
    }

    /** This rotation of a frame that is itself turned by {@code inner}: R(a ⊗ b) = R(a) R(b). */
    public Orientation times(Orientation inner) {
        return new Orientation(
                w * inner.w - x * inner.x - y * inner.y - z * inner.z,
                w * inner.x + x * inner.w + y * inner.z - z * inner.y,
                w * inner.y - x * inner.z + y * inner.w + z * inner.x,
                w * inner.z + x * inner.y - y * inner.x + z * inner.w);
    }

    /** The rotation matrix, row by row. */
    public double[] matrix() {
        return new double[] {
            w * w + x * x - y * y - z * z,
            2 * (x * y - w * z),
            2 * (x * z + w * y),
            2 * (x * y + w * z),
            w * w - x * x + y * y - z * z,
            2 * (y * z - w * x),
            2 * (x * z - w * y),
            2 * (y * z + w * x),
            w * w - x * x - y * y + z * z
        };
    }

    /** A vector of the frame in the parent's coordinates. */
    public double[] rotate(double... vector) {
        double[] r = matrix();
        return new double[] {
            r[0] * vector[0] + r[1] * vector[1] + r[2] * vector[2],
            r[3] * vector[0] + r[4] * vector[1] + r[5] * vector[2],
            r[6] * vector[0] + r[7] * vector[1] + r[8] * vector[2]
        };
    }

    double[] numbers() {
        return new double[] {w, x, y, z};
    }

    static double[] unit(double x, double y, double z) {
        double length = Math.sqrt(x * x + y * y + z * z);
        require(
                length > SHORTEST && length < Double.POSITIVE_INFINITY,
                "an axis must have a direction, but was (%s, %s, %s)",
                x,
                y,
                z);
        return new double[] {x / length, y / length, z / length};
    }

    private static double dot(double[] a, double[] b) {
        return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
    }
}
