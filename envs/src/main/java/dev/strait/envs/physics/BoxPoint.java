package dev.strait.envs.physics;

/** How far a point is from the surface of a box, and which way is out, in the box's frame. */
final class BoxPoint {

    /** Metres to the surface; negative inside. */
    double distance;

    /** Unit vector from the surface's nearest point outwards (3). */
    final double[] outward = new double[3];

    private final double[] point = new double[3];

    /**
     * Sets distance and direction.
     *
     * @param half sides of the box, from {@code at} on
     */
    void locate(double x, double y, double z, double[] half, int at) {
        point[0] = x;
        point[1] = y;
        point[2] = z;
        double square = 0;
        for (int k = 0; k < 3; k++) {
            double beyond = Math.max(0, Math.abs(point[k]) - half[at + k]);
            outward[k] = Math.copySign(beyond, point[k]);
            square += beyond * beyond;
        }
        if (square > 0) {
            distance = Math.sqrt(square);
            for (int k = 0; k < 3; k++) {
                outward[k] /= distance;
            }
        } else {
            throughNearestFace(half, at);
        }
    }

    private void throughNearestFace(double[] half, int at) {
        int face = 0;
        for (int k = 1; k < 3; k++) {
            if (half[at + k] - Math.abs(point[k]) < half[at + face] - Math.abs(point[face])) {
                face = k;
            }
        }
        distance = Math.abs(point[face]) - half[at + face];
        for (int k = 0; k < 3; k++) {
            outward[k] = k == face ? Math.copySign(1, point[k]) : 0;
        }
    }
}
