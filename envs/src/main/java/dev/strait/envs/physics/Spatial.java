package dev.strait.envs.physics;

/**
 * Spatial vectors inside flat arrays: six numbers, the angular part first, about one point in world
 * axes. Motions are (ω; velocity at the point), forces (torque about the point; force), inertias
 * ten numbers (xx, yy, zz, xy, xz, yz, then mass times offset, then mass). No output may overlap an
 * input.
 *
 * <p>Source: Featherstone, "Rigid Body Dynamics Algorithms", 2008, chapter 2.
 */
final class Spatial {

    private Spatial() {}

    /** out = I m: what momentum a motion has, what force an acceleration needs. */
    static void apply(double[] inertia, int i, double[] motion, int m, double[] out, int o) {
        double wx = motion[m];
        double wy = motion[m + 1];
        double wz = motion[m + 2];
        double lx = motion[m + 3];
        double ly = motion[m + 4];
        double lz = motion[m + 5];
        double xy = inertia[i + 3];
        double xz = inertia[i + 4];
        double yz = inertia[i + 5];
        double sx = inertia[i + 6];
        double sy = inertia[i + 7];
        double sz = inertia[i + 8];
        double mass = inertia[i + 9];
        out[o] = inertia[i] * wx + xy * wy + xz * wz + sy * lz - sz * ly;
        out[o + 1] = xy * wx + inertia[i + 1] * wy + yz * wz + sz * lx - sx * lz;
        out[o + 2] = xz * wx + yz * wy + inertia[i + 2] * wz + sx * ly - sy * lx;
        out[o + 3] = mass * lx - sy * wz + sz * wy;
        out[o + 4] = mass * ly - sz * wx + sx * wz;
        out[o + 5] = mass * lz - sx * wy + sy * wx;
    }

    /** Adds (ω; l) × (s; t) of motions: (ω × s; ω × t + l × s). */
    static void addMotionCross(double[] a, int i, double[] b, int j, double[] out, int o) {
        double wx = a[i];
        double wy = a[i + 1];
        double wz = a[i + 2];
        double lx = a[i + 3];
        double ly = a[i + 4];
        double lz = a[i + 5];
        double sx = b[j];
        double sy = b[j + 1];
        double sz = b[j + 2];
        double tx = b[j + 3];
        double ty = b[j + 4];
        double tz = b[j + 5];
        out[o] += wy * sz - wz * sy;
        out[o + 1] += wz * sx - wx * sz;
        out[o + 2] += wx * sy - wy * sx;
        out[o + 3] += wy * tz - wz * ty + ly * sz - lz * sy;
        out[o + 4] += wz * tx - wx * tz + lz * sx - lx * sz;
        out[o + 5] += wx * ty - wy * tx + lx * sy - ly * sx;
    }

    /** Adds (ω; l) × (n; f) of a motion and a force: (ω × n + l × f; ω × f). */
    static void addForceCross(double[] a, int i, double[] b, int j, double[] out, int o) {
        double wx = a[i];
        double wy = a[i + 1];
        double wz = a[i + 2];
        double lx = a[i + 3];
        double ly = a[i + 4];
        double lz = a[i + 5];
        double nx = b[j];
        double ny = b[j + 1];
        double nz = b[j + 2];
        double fx = b[j + 3];
        double fy = b[j + 4];
        double fz = b[j + 5];
        out[o] += wy * nz - wz * ny + ly * fz - lz * fy;
        out[o + 1] += wz * nx - wx * nz + lz * fx - lx * fz;
        out[o + 2] += wx * ny - wy * nx + lx * fy - ly * fx;
        out[o + 3] += wy * fz - wz * fy;
        out[o + 4] += wz * fx - wx * fz;
        out[o + 5] += wx * fy - wy * fx;
    }

    /**
     * out = vector, number by number: {@link System#arraycopy} of what was written just before
     * waits until it is in the cache.
     */
    static void copy(double[] vector, int i, double[] out, int o) {
        out[o] = vector[i];
        out[o + 1] = vector[i + 1];
        out[o + 2] = vector[i + 2];
        out[o + 3] = vector[i + 3];
        out[o + 4] = vector[i + 4];
        out[o + 5] = vector[i + 5];
    }

    /** The power of a force in a motion. */
    static double dot(double[] motion, int i, double[] force, int j) {
        return motion[i] * force[j]
                + motion[i + 1] * force[j + 1]
                + motion[i + 2] * force[j + 2]
                + motion[i + 3] * force[j + 3]
                + motion[i + 4] * force[j + 4]
                + motion[i + 5] * force[j + 5];
    }

    /** out = scale · motion. */
    static void scale(double scale, double[] motion, int m, double[] out, int o) {
        out[o] = scale * motion[m];
        out[o + 1] = scale * motion[m + 1];
        out[o + 2] = scale * motion[m + 2];
        out[o + 3] = scale * motion[m + 3];
        out[o + 4] = scale * motion[m + 4];
        out[o + 5] = scale * motion[m + 5];
    }

    /** out += scale · motion. */
    static void addScaled(double scale, double[] motion, int m, double[] out, int o) {
        out[o] += scale * motion[m];
        out[o + 1] += scale * motion[m + 1];
        out[o + 2] += scale * motion[m + 2];
        out[o + 3] += scale * motion[m + 3];
        out[o + 4] += scale * motion[m + 4];
        out[o + 5] += scale * motion[m + 5];
    }

    /** out += vector. */
    static void add(double[] vector, int i, double[] out, int o) {
        out[o] += vector[i];
        out[o + 1] += vector[i + 1];
        out[o + 2] += vector[i + 2];
        out[o + 3] += vector[i + 3];
        out[o + 4] += vector[i + 4];
        out[o + 5] += vector[i + 5];
    }

    /**
     * The velocity of a point that moves along: linear part plus ω × (point − origin).
     *
     * @param origin the point the motion is written about (3)
     */
    static void velocityAt(
            double[] motion, int m, double[] point, int p, double[] origin, double[] out, int o) {
        double x = point[p] - origin[0];
        double y = point[p + 1] - origin[1];
        double z = point[p + 2] - origin[2];
        double wx = motion[m];
        double wy = motion[m + 1];
        double wz = motion[m + 2];
        out[o] = motion[m + 3] + wy * z - wz * y;
        out[o + 1] = motion[m + 4] + wz * x - wx * z;
        out[o + 2] = motion[m + 5] + wx * y - wy * x;
    }
}
