package dev.strait.envs.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.strait.envs.Pcg64;
import java.awt.Color;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

class SolidTest {

    private static final double[] UPRIGHT = {1, 0, 0, 0, 1, 0, 0, 0, 1};
    private static final double[] ORIGIN = {0, 0, 0};
    private static final double MISSED = Double.POSITIVE_INFINITY;

    private static double distance(Solid.Form form, double[] from, double[] along) {
        return new Solid(form, Color.RED, ORIGIN, UPRIGHT).distance(from, along);
    }

    private static double[] of(double... numbers) {
        return numbers;
    }

    @Test
    void shouldMeetASphereAtItsRadius() {
        Solid.Form sphere = new Solid.Sphere(0.5);
        assertEquals(2.5, distance(sphere, of(0, 0, -3), of(0, 0, 1)), 1e-12);
        assertEquals(3 - 0.4, distance(sphere, of(0.3, 0, -3), of(0, 0, 1)), 1e-12);
        assertEquals(MISSED, distance(sphere, of(0.6, 0, -3), of(0, 0, 1)));
        assertEquals(MISSED, distance(sphere, of(0, 0, 3), of(0, 0, 1)), "behind");
    }

    /** Radius 0.5, half length 1: the side at 0.5, the ends at 1.5. */
    @Test
    void shouldMeetACapsuleOnItsSideAndItsEnds() {
        Solid.Form capsule = new Solid.Capsule(0.5, 1);
        assertEquals(1.5, distance(capsule, of(2, 0, 0.9), of(-1, 0, 0)), 1e-12);
        assertEquals(2 - 0.4, distance(capsule, of(2, 0, 1.3), of(-1, 0, 0)), 1e-12);
        assertEquals(3.5, distance(capsule, of(0, 0, 5), of(0, 0, -1)), 1e-12);
        assertEquals(3.6, distance(capsule, of(0, 0.3, -5), of(0, 0, 1)), 1e-12);
        assertEquals(MISSED, distance(capsule, of(2, 0, 1.6), of(-1, 0, 0)));
    }

    @Test
    void shouldMeetABoxOnItsFaces() {
        Solid.Form box = new Solid.Box(1, 2, 3);
        assertEquals(4, distance(box, of(5, 1.9, 2.9), of(-1, 0, 0)), 1e-12);
        assertEquals(3, distance(box, of(0.9, -5, 0), of(0, 1, 0)), 1e-12);
        assertEquals(2, distance(box, of(0, 0, 5), of(0, 0, -1)), 1e-12);
        assertEquals(MISSED, distance(box, of(5, 2.1, 0), of(-1, 0, 0)));
        assertEquals(MISSED, distance(box, of(5, 0, 0), of(1, 0, 0)), "behind");
    }

    /** A quarter turn about y puts the capsule's axis along x. */
    @Test
    void shouldTurnAndMoveWithItsPlace() {
        double[] quarter = {0, 0, 1, 0, 1, 0, -1, 0, 0};
        Solid solid = new Solid(new Solid.Capsule(0.5, 1), Color.RED, of(0, 0, 2), quarter);
        assertEquals(3.5, solid.distance(of(5, 0, 2), of(-1, 0, 0)), 1e-12);
        assertEquals(2.5, solid.distance(of(0.9, 0, 5), of(0, 0, -1)), 1e-12);
        double[] normal = new double[3];
        solid.normal(of(1.5, 0, 2), normal);
        assertEquals(1, normal[0], 1e-12);
    }

    /**
     * By distances written down apart: of a point met, that is 0, and positive just before; the
     * normal is their gradient.
     */
    @Test
    void shouldMeetTheSurfaceOfEveryForm() {
        holds(new Solid.Sphere(0.7), p -> length(p[0], p[1], p[2]) - 0.7);
        holds(
                new Solid.Capsule(0.3, 0.8),
                p -> length(p[0], p[1], Math.max(0, Math.abs(p[2]) - 0.8)) - 0.3);
        holds(
                new Solid.Box(0.4, 0.6, 0.8),
                p ->
                        Math.max(
                                Math.max(Math.abs(p[0]) - 0.4, Math.abs(p[1]) - 0.6),
                                Math.abs(p[2]) - 0.8));
        assertEquals(
                List.of(Solid.Sphere.class, Solid.Capsule.class, Solid.Box.class),
                List.of(Solid.Form.class.getPermittedSubclasses()));
    }

    private static void holds(Solid.Form form, ToDoubleFunction<double[]> outside) {
        Pcg64 random = new Pcg64(7);
        Solid solid = new Solid(form, Color.RED, ORIGIN, UPRIGHT);
        int met = 0;
        for (int i = 0; i < 2000; i++) {
            double[] from = {
                3 + random.nextDouble(), random.nextDouble(-3, 3), random.nextDouble(-3, 3)
            };
            double[] along = new double[3];
            for (int k = 0; k < 3; k++) {
                along[k] = random.nextDouble(-1, 1) - from[k];
            }
            double norm = length(along[0], along[1], along[2]);
            for (int k = 0; k < 3; k++) {
                along[k] /= norm;
            }
            double distance = solid.distance(from, along);
            if (Double.isFinite(distance)) {
                met++;
                double[] point = at(from, along, distance);
                assertEquals(0, outside.applyAsDouble(point), 1e-9);
                assertTrue(outside.applyAsDouble(at(from, along, distance - 1e-3)) > 0);
                assertNormal(solid, point, along, outside);
            }
        }
        assertTrue(met > 200, met + " rays met it");
    }

    private static void assertNormal(
            Solid solid, double[] point, double[] along, ToDoubleFunction<double[]> outside) {
        double[] normal = new double[3];
        solid.normal(point, normal);
        assertEquals(1, length(normal[0], normal[1], normal[2]), 1e-9);
        double against = normal[0] * along[0] + normal[1] * along[1] + normal[2] * along[2];
        assertTrue(against <= 1e-9, "the normal faces the ray");
        assertEquals(1e-4, outside.applyAsDouble(at(point, normal, 1e-4)), 1e-7);
    }

    private static double[] at(double[] from, double[] along, double distance) {
        return of(
                from[0] + distance * along[0],
                from[1] + distance * along[1],
                from[2] + distance * along[2]);
    }

    private static double length(double x, double y, double z) {
        return Math.sqrt(x * x + y * y + z * z);
    }
}
