package dev.strait.envs.physics;

import java.util.Arrays;

/** The contacts of one evaluation, in the order in which they were found. */
final class Contacts {

    private static final double SMALLEST = 1e-15;

    int count;

    /** Which {@link ContactPairs pair} touches. */
    int[] pair = new int[16];

    /** Metres between the surfaces, negative where they overlap. */
    double[] distance = new double[16];

    /** Midway between the surfaces (count, 3). */
    double[] position = new double[48];

    /** Normal from the first geom to the second and two tangents (count, 9). */
    double[] frame = new double[144];

    /** Where its rows begin: along the normal alone, or the normal and the first tangent. */
    int[] firstRow = new int[16];

    /** Where those along the second tangent begin. */
    int[] secondRow = new int[16];

    /** One after its last row. */
    int[] endRow = new int[16];

    void clear() {
        count = 0;
    }

    /**
     * Notes a contact whose frame has no preferred tangent. Allocates when there are more contacts
     * than ever before.
     */
    void add(int of, double apart, double x, double y, double z, double nx, double ny, double nz) {
        add(of, apart, x, y, z, nx, ny, nz, 0, 0, 0);
    }

    /**
     * Notes a contact whose first tangent follows (tx, ty, tz), made perpendicular to the normal.
     *
     * <p>Without a hint, or with one shorter than ½, y takes its place, and z where the normal is
     * near y. A hint along the normal makes the tangent x.
     */
    void add(
            int of,
            double apart,
            double x,
            double y,
            double z,
            double nx,
            double ny,
            double nz,
            double tx,
            double ty,
            double tz) {
        if (count == pair.length) {
            grow();
        }
        pair[count] = of;
        distance[count] = apart;
        position[3 * count] = x;
        position[3 * count + 1] = y;
        position[3 * count + 2] = z;
        if (tx * tx + ty * ty + tz * tz < 0.25) {
            boolean useY = ny > -0.5 && ny < 0.5;
            tangents(nx, ny, nz, 0, useY ? 1 : 0, useY ? 0 : 1);
        } else {
            tangents(nx, ny, nz, tx, ty, tz);
        }
        count++;
    }

    private void tangents(double nx, double ny, double nz, double hx, double hy, double hz) {
        double along = hx * nx + hy * ny + hz * nz;
        double tx = hx - along * nx;
        double ty = hy - along * ny;
        double tz = hz - along * nz;
        double length = Math.sqrt(tx * tx + ty * ty + tz * tz);
        if (length < SMALLEST) {
            tx = 1;
            ty = 0;
            tz = 0;
        } else {
            double scale = 1 / length;
            tx *= scale;
            ty *= scale;
            tz *= scale;
        }
        int o = 9 * count;
        frame[o] = nx;
        frame[o + 1] = ny;
        frame[o + 2] = nz;
        frame[o + 3] = tx;
        frame[o + 4] = ty;
        frame[o + 5] = tz;
        frame[o + 6] = ny * tz - nz * ty;
        frame[o + 7] = nz * tx - nx * tz;
        frame[o + 8] = nx * ty - ny * tx;
    }

    private void grow() {
        int longer = 2 * pair.length;
        pair = Arrays.copyOf(pair, longer);
        distance = Arrays.copyOf(distance, longer);
        position = Arrays.copyOf(position, 3 * longer);
        frame = Arrays.copyOf(frame, 9 * longer);
        firstRow = Arrays.copyOf(firstRow, longer);
        secondRow = Arrays.copyOf(secondRow, longer);
        endRow = Arrays.copyOf(endRow, longer);
    }
}
