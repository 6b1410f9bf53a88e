package dev.strait.envs.motion;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuaternionTest {

    private static final double EPS = 1e-12;

    private final SplittableRandom random = new SplittableRandom(1);

    private Quaternion drawn() {
        return new Quaternion(number(), number(), number(), number()).normalised();
    }

    private double number() {
        return random.nextDouble(-1, 1);
    }

    private static void assertSame(Quaternion expected, Quaternion actual) {
        assertEquals(0, expected.inverse().times(actual).angle(), 1e-7);
    }

    @Test
    void shouldTurnOneAxisTowardsTheNext() {
        assertArrayEquals(
                new double[] {0, 1, 0}, Quaternion.aboutZ(Math.PI / 2).rotate(1, 0, 0), EPS);
        assertArrayEquals(
                new double[] {0, 0, 1}, Quaternion.aboutX(Math.PI / 2).rotate(0, 1, 0), EPS);
        assertArrayEquals(
                new double[] {1, 0, 0}, Quaternion.aboutY(Math.PI / 2).rotate(0, 0, 1), EPS);
    }

    @Test
    void shouldRotateByTheSecondFactorFirst() {
        for (int i = 0; i < 20; i++) {
            Quaternion a = drawn();
            Quaternion b = drawn();
            double[] v = {number(), number(), number()};

            assertArrayEquals(a.rotate(b.rotate(v)), a.times(b).rotate(v), EPS);
        }
    }

    @Test
    void shouldInvertItsRotationVector() {
        for (int i = 0; i < 20; i++) {
            Quaternion q = drawn();
            assertSame(q, Quaternion.ofRotationVector(q.rotationVector()));
            assertEquals(q.angle(), Vectors.length(q.rotationVector()), EPS);
        }
        assertArrayEquals(new double[3], Quaternion.IDENTITY.rotationVector());
    }

    /** q and −q are one rotation, so neither the vector nor the way may depend on the sign. */
    @Test
    void shouldNotDependOnTheSign() {
        Quaternion q = drawn();
        Quaternion minus = new Quaternion(-q.w(), -q.x(), -q.y(), -q.z());
        assertArrayEquals(q.rotationVector(), minus.rotationVector(), EPS);
        Quaternion other = drawn();
        assertSame(other.towards(q, 0.3), other.towards(minus, 0.3));
    }

    @Test
    void shouldGoToAnotherAtConstantSpeed() {
        Quaternion from = drawn();
        Quaternion to = drawn();
        double whole = from.inverse().times(to).angle();

        assertSame(from, from.towards(to, 0));
        assertSame(to, from.towards(to, 1));
        assertEquals(0.3 * whole, from.inverse().times(from.towards(to, 0.3)).angle(), 1e-9);
    }

    @Test
    void shouldTakeOneDirectionToAnother() {
        double[] a = Vectors.unit(number(), number(), number());
        double[] b = Vectors.unit(number(), number(), number());
        assertArrayEquals(b, Quaternion.between(a, b).rotate(a), EPS);
        double[] down = {0, -1, 0};
        assertArrayEquals(
                new double[] {0, 1, 0}, Quaternion.between(down, 0, 1, 0).rotate(down), EPS);
        double[] back = {-1, 0, 0};
        assertArrayEquals(
                new double[] {1, 0, 0}, Quaternion.between(back, 1, 0, 0).rotate(back), EPS);
    }

    /** The mirror image rotates mirror images as the original rotates originals. */
    @Test
    void shouldMirrorInThePlaneOfXAndY() {
        Quaternion q = drawn();
        double[] v = {number(), number(), number()};
        double[] rotated = q.rotate(v);

        assertArrayEquals(
                new double[] {rotated[0], rotated[1], -rotated[2]},
                q.mirrored().rotate(v[0], v[1], -v[2]),
                EPS);
    }

    @Test
    void shouldTellTheTurnAboutZ() {
        assertEquals(0.7, Quaternion.aboutZ(0.7).twistAboutZ(), EPS);
        assertEquals(-0.7, Quaternion.aboutZ(-0.7).twistAboutZ(), EPS);
        assertEquals(0.7, Quaternion.aboutY(0.4).times(Quaternion.aboutZ(0.7)).twistAboutZ(), EPS);
    }

    /** The half-angle's sine is half the vector where it is small: nothing is rounded away. */
    @ParameterizedTest
    @ValueSource(doubles = {1e-13, 1e-9, 1e-3})
    void shouldKeepSmallRotations(double angle) {
        Quaternion q = new Quaternion(1, 0, angle / 2, 0);
        assertEquals(angle, q.rotationVector()[1], 1e-6 * angle);
        if (angle > 1e-12) {
            assertEquals(angle / 2, Quaternion.ofRotationVector(0, angle, 0).y(), 1e-6 * angle);
        }
    }
}
