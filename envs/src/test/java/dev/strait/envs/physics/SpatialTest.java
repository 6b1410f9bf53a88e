package dev.strait.envs.physics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.strait.envs.Pcg64;
import java.util.Arrays;
import org.apache.commons.math3.geometry.euclidean.threed.Vector3D;
import org.junit.jupiter.api.Test;

/** Spatial algebra against vectors in space, and its own laws. */
class SpatialTest {

    private final Pcg64 random = new Pcg64(41);
    private final double[] a = draw(6);
    private final double[] b = draw(6);
    private final double[] c = draw(6);

    private double[] draw(int count) {
        double[] values = new double[count];
        Arrays.setAll(values, i -> random.nextDouble(-2, 2));
        return values;
    }

    private static Vector3D upper(double[] vector) {
        return new Vector3D(vector[0], vector[1], vector[2]);
    }

    private static Vector3D lower(double[] vector) {
        return new Vector3D(vector[3], vector[4], vector[5]);
    }

    private static double[] both(Vector3D upper, Vector3D lower) {
        return new double[] {
            upper.getX(), upper.getY(), upper.getZ(), lower.getX(), lower.getY(), lower.getZ()
        };
    }

    private static double[] motionCross(double[] a, double[] b) {
        double[] out = new double[6];
        Spatial.addMotionCross(a, 0, b, 0, out, 0);
        return out;
    }

    private static double[] forceCross(double[] a, double[] b) {
        double[] out = new double[6];
        Spatial.addForceCross(a, 0, b, 0, out, 0);
        return out;
    }

    @Test
    void shouldCrossMotionsAsVectorsCross() {
        Vector3D linear = upper(a).crossProduct(lower(b)).add(lower(a).crossProduct(upper(b)));
        double[] expected = both(upper(a).crossProduct(upper(b)), linear);
        assertArrayEquals(expected, motionCross(a, b), 1e-14);
    }

    @Test
    void shouldCrossForcesAsVectorsCross() {
        Vector3D torque = upper(a).crossProduct(upper(b)).add(lower(a).crossProduct(lower(b)));
        double[] expected = both(torque, upper(a).crossProduct(lower(b)));
        assertArrayEquals(expected, forceCross(a, b), 1e-14);
    }

    /** (a × b) · f = −b · (a × f); a × a = 0; a × b = −b × a; Jacobi. */
    @Test
    void shouldObeyTheLawsOfCrossProducts() {
        double crossed = Spatial.dot(motionCross(a, b), 0, c, 0);
        assertEquals(crossed, -Spatial.dot(b, 0, forceCross(a, c), 0), 1e-13);
        assertArrayEquals(new double[6], motionCross(a, a), 1e-14);
        double[] cycle = motionCross(a, motionCross(b, c));
        Spatial.add(motionCross(b, motionCross(c, a)), 0, cycle, 0);
        Spatial.add(motionCross(c, motionCross(a, b)), 0, cycle, 0);
        assertArrayEquals(new double[6], cycle, 1e-13);
    }

    /** Momentum of a cloud of points: Σ (x × m u; m u) with u = l + ω × x. */
    @Test
    void shouldGiveTheMomentumOfPoints() {
        double[] inertia = new double[10];
        double[] expected = new double[6];
        double energy = 0;
        for (int i = 0; i < 5; i++) {
            double[] x = draw(3);
            double mass = 0.5 + i;
            Vector3D place = upper(x);
            double[] speed = new double[3];
            Spatial.velocityAt(a, 0, x, 0, new double[3], speed, 0);
            Vector3D u = lower(a).add(upper(a).crossProduct(place));
            assertArrayEquals(u.toArray(), speed, 1e-13);
            Vector3D momentum = u.scalarMultiply(mass);
            Spatial.add(both(place.crossProduct(momentum), momentum), 0, expected, 0);
            energy += 0.5 * mass * u.getNormSq();
            double square = place.getNormSq();
            double[] point = {
                square - x[0] * x[0],
                square - x[1] * x[1],
                square - x[2] * x[2],
                -x[0] * x[1],
                -x[0] * x[2],
                -x[1] * x[2],
                x[0],
                x[1],
                x[2],
                1
            };
            for (int k = 0; k < 10; k++) {
                inertia[k] += mass * point[k];
            }
        }
        double[] momentum = new double[6];
        Spatial.apply(inertia, 0, a, 0, momentum, 0);
        assertArrayEquals(expected, momentum, 1e-12);
        assertEquals(energy, 0.5 * Spatial.dot(a, 0, momentum, 0), 1e-12);
    }

    /** Motions and forces in the middle of longer arrays. */
    @Test
    void shouldWorkInsideFlatArrays() {
        double[] many = draw(24);
        double[] second = Arrays.copyOfRange(many, 6, 12);
        double[] out = new double[24];
        Spatial.copy(many, 6, out, 12);
        assertArrayEquals(second, Arrays.copyOfRange(out, 12, 18), 0);
        Spatial.addScaled(-2, many, 6, out, 12);
        Spatial.scale(-1, many, 6, out, 18);
        assertArrayEquals(Arrays.copyOfRange(out, 18, 24), Arrays.copyOfRange(out, 12, 18), 1e-15);
        Spatial.addMotionCross(many, 6, many, 0, out, 0);
        assertArrayEquals(
                motionCross(second, Arrays.copyOf(many, 6)), Arrays.copyOf(out, 6), 1e-14);
    }
}
