package dev.strait.envs.physics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.strait.envs.Pcg64;
import org.junit.jupiter.api.Test;

class OrientationTest {

    private static final double ROUNDING = 1e-14;

    private static double[] direction(Pcg64 random) {
        return new double[] {
            random.nextDouble() - 0.5, random.nextDouble() - 0.5, random.nextDouble() - 0.5
        };
    }

    private static double length(double[] v) {
        return Math.sqrt(v[0] * v[0] + v[1] * v[1] + v[2] * v[2]);
    }

    /** A quarter turn about z takes x to y. */
    @Test
    void shouldTurnByTheRightHand() {
        Orientation quarter = Orientation.about(0, 0, 5, Math.PI / 2);

        assertArrayEquals(new double[] {0, 1, 0}, quarter.rotate(1, 0, 0), ROUNDING);
        assertArrayEquals(new double[] {-1, 0, 0}, quarter.rotate(0, 1, 0), ROUNDING);
    }

    /** R(a ⊗ b) v = R(a) (R(b) v). */
    @Test
    void shouldTurnInnerFramesFirst() {
        Pcg64 random = new Pcg64(1);
        for (int i = 0; i < 100; i++) {
            double[] u = direction(random);
            double[] w = direction(random);
            Orientation a = Orientation.about(u[0], u[1], u[2], 1 + i);
            Orientation b = Orientation.about(w[0], w[1], w[2], 2 - i);
            double[] v = direction(random);

            assertArrayEquals(a.rotate(b.rotate(v)), a.times(b).rotate(v), ROUNDING);
        }
    }

    @Test
    void shouldTakeZOntoADirection() {
        Pcg64 random = new Pcg64(2);
        for (int i = 0; i < 100; i++) {
            double[] d = direction(random);
            double[] z = Orientation.zOnto(d[0], d[1], d[2]).rotate(0, 0, 1);
            for (int k = 0; k < 3; k++) {
                assertEquals(d[k] / length(d), z[k], ROUNDING);
            }
        }
        assertEquals(new Orientation(0, 1, 0, 0), Orientation.zOnto(0, 0, -2));
        assertEquals(Orientation.NONE, Orientation.zOnto(0, 0, 3));
    }

    /** About turned axes in one order is about fixed axes in the other. */
    @Test
    void shouldReadCapitalsAsFixedAxes() {
        Orientation turned = Orientation.euler("xyz", 0.1, 0.2, 0.3);
        Orientation fixed = Orientation.euler("ZYX", 0.3, 0.2, 0.1);

        assertArrayEquals(turned.matrix(), fixed.matrix(), ROUNDING);
        Orientation product =
                Orientation.about(1, 0, 0, 0.1)
                        .times(Orientation.about(0, 1, 0, 0.2))
                        .times(Orientation.about(0, 0, 1, 0.3));
        assertArrayEquals(product.matrix(), turned.matrix(), ROUNDING);
    }

    @Test
    void shouldComeBackFromItsMatrix() {
        Pcg64 random = new Pcg64(3);
        for (int i = 0; i < 200; i++) {
            double[] u = direction(random);
            Orientation turn = Orientation.about(u[0], u[1], u[2], 0.1 * i);

            assertArrayEquals(turn.matrix(), Orientation.ofMatrix(turn.matrix()).matrix(), 1e-13);
        }
    }

    /** The second direction need not be at a right angle. */
    @Test
    void shouldMakeAFrameOfTwoDirections() {
        Orientation frame = Orientation.ofAxes(new double[] {0, 2, 0}, new double[] {-1, 7, 0});

        assertArrayEquals(new double[] {0, 1, 0}, frame.rotate(1, 0, 0), ROUNDING);
        assertArrayEquals(new double[] {-1, 0, 0}, frame.rotate(0, 1, 0), ROUNDING);
        assertArrayEquals(new double[] {0, 0, 1}, frame.rotate(0, 0, 1), ROUNDING);
    }

    @Test
    void shouldRefuseNoDirection() {
        assertThrows(IllegalArgumentException.class, () -> new Orientation(0, 0, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> new Orientation(Double.NaN, 0, 0, 1));
        assertThrows(IllegalArgumentException.class, () -> Orientation.zOnto(0, 0, 0));
        assertThrows(
                IllegalArgumentException.class,
                () -> Orientation.ofAxes(new double[] {1, 0, 0}, new double[] {2, 0, 0}));
        assertThrows(IllegalArgumentException.class, () -> Orientation.euler("xya", 1, 2, 3));
    }

    /** A = R diag Rᵀ, sorted, and R a rotation, which a unit quaternion always is. */
    @Test
    void shouldFindPrincipalAxes() {
        Pcg64 random = new Pcg64(4);
        for (int i = 0; i < 200; i++) {
            double[] u = direction(random);
            double[] moments = {1 + random.nextDouble(), 1 + random.nextDouble(), i % 3};
            double[] tensor = BodyInertia.tensor(Orientation.about(u[0], u[1], u[2], i), moments);

            BodySpec.Inertial found = Eigen3.principal(1, new double[3], tensor);

            double[] again = BodyInertia.tensor(found.orientation(), found.moments());
            assertArrayEquals(tensor, again, 1e-13);
            assertTrue(found.moments()[0] >= found.moments()[1]);
            assertTrue(found.moments()[1] >= found.moments()[2]);
        }
    }

    @Test
    void shouldLeaveSortedAxesAlone() {
        BodySpec.Inertial sorted =
                Eigen3.principal(1, new double[3], new double[] {3, 0, 0, 0, 2, 0, 0, 0, 1});

        assertEquals(Orientation.NONE, sorted.orientation());
    }
}
