package dev.strait.envs.physics;

/**
 * A segment p(t) = c + t e, t in [−1, 1], near a box about the origin: where it is nearest, or
 * deepest inside.
 *
 * <p>The squared distance D(t) is convex, its derivative Σ_k 2 (p_k − clamp(p_k)) e_k piecewise
 * linear with breaks where the segment crosses the planes of faces. Inside, the depth min_k (half_k
 * − |p_k|) is concave and piecewise linear.
 */
final class BoxSegment {

    /** Metres beyond a face that are rounding: where the segment crosses it, it is not outside. */
    private static final double ROUNDING = 1e-12;

    private final double[] centre = new double[3];
    private final double[] half = new double[3];
    private final double[] size = new double[3];
    private final BoxPoint point = new BoxPoint();

    /** Takes over a centre, a unit axis, the half length along it and the box's half sides. */
    void set(double[] c, double[] axis, double length, double[] sides, int at) {
        for (int k = 0; k < 3; k++) {
            centre[k] = c[k];
            half[k] = length * axis[k];
            size[k] = sides[at + k];
        }
    }

    /** The t of the smallest signed distance. */
    double nearest() {
        double left = firstNotFalling(1);
        double right = -firstNotFalling(-1);
        return distance(left) <= ROUNDING && right > left ? deepest(left, right) : left;
    }

    /**
     * The smallest t at which D does not fall; with direction −1 that of the segment run through
     * the other way.
     */
    private double firstNotFalling(int direction) {
        double low = -1;
        double high = 1;
        double atLow = slope(low, direction);
        double atHigh = slope(high, direction);
        if (atLow >= 0) {
            return low;
        }
        if (atHigh < 0) {
            return high;
        }
        for (int k = 0; k < 3; k++) {
            for (int side = -1; side <= 1; side += 2) {
                double crossing = (side * size[k] - centre[k]) / (direction * half[k]);
                if (crossing > low && crossing < high) {
                    double slope = slope(crossing, direction);
                    if (slope < 0) {
                        low = crossing;
                        atLow = slope;
                    } else {
                        high = crossing;
                        atHigh = slope;
                    }
                }
            }
        }
        return low + (high - low) * atLow / (atLow - atHigh);
    }

    private double slope(double t, int direction) {
        double sum = 0;
        for (int k = 0; k < 3; k++) {
            double step = direction * half[k];
            double p = centre[k] + t * step;
            double beyond = Math.abs(p) - size[k];
            if (beyond > ROUNDING) {
                sum += Math.copySign(beyond, p) * step;
            }
        }
        return sum;
    }

    /**
     * Inside, from left to right: the depth is largest at an end or where two faces are as near.
     */
    private double deepest(double left, double right) {
        double best = distance(right) < distance(left) ? right : left;
        for (int one = 0; one < 6; one++) {
            for (int other = one + 1; other < 6; other++) {
                double t = equallyDeep(one, other);
                if (t > left && t < right && distance(t) < distance(best)) {
                    best = t;
                }
            }
        }
        return best;
    }

    /** Where the depths below two of the six faces are equal; NaN or infinite if nowhere. */
    private double equallyDeep(int one, int other) {
        int k = one >> 1;
        int m = other >> 1;
        double signK = (one & 1) == 0 ? 1 : -1;
        double signM = (other & 1) == 0 ? 1 : -1;
        return (size[k] - signK * centre[k] - size[m] + signM * centre[m])
                / (signK * half[k] - signM * half[m]);
    }

    /**
     * Of the part of the segment that is over the same face or edge of the box as {@code nearest},
     * the end that is nearer to the box than the other end; not the end that {@code nearest} is at.
     */
    double otherEnd(double nearest) {
        double low = -1;
        double high = 1;
        int face = face(nearest);
        for (int k = 0; k < 3; k++) {
            double p = Math.abs(centre[k] + nearest * half[k]);
            if (k != face && p <= size[k] && half[k] != 0) {
                double a = (size[k] - centre[k]) / half[k];
                double b = (-size[k] - centre[k]) / half[k];
                low = Math.max(low, Math.min(a, b));
                high = Math.min(high, Math.max(a, b));
            }
        }
        if (low >= nearest) {
            return high;
        }
        if (high <= nearest) {
            return low;
        }
        return distance(low) < distance(high) ? low : high;
    }

    /** The axis of the face that the point at t is furthest beyond, or least below. */
    private int face(double t) {
        int face = 0;
        double furthest = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < 3; k++) {
            double beyond = Math.abs(centre[k] + t * half[k]) - size[k];
            if (beyond > furthest) {
                furthest = beyond;
                face = k;
            }
        }
        return face;
    }

    private double distance(double t) {
        point.locate(
                centre[0] + t * half[0], centre[1] + t * half[1], centre[2] + t * half[2], size, 0);
        return point.distance;
    }
}
