package dev.strait.envs.mimic;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.strait.envs.Pcg64;
import org.apache.commons.math3.geometry.euclidean.threed.Rotation;
import org.apache.commons.math3.geometry.euclidean.threed.RotationConvention;
import org.apache.commons.math3.geometry.euclidean.threed.Vector3D;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Quaternions in arrays against those of commons-math3. */
class RotationsTest {

    private static final int AT = 2;

    private final Pcg64 random = new Pcg64(5);

    /** A unit quaternion behind two other numbers. */
    private double[] draw() {
        double[] q = new double[AT + 4];
        double square = 0;
        for (int k = AT; k < q.length; k++) {
            q[k] = random.nextDouble(-1, 1);
            square += q[k] * q[k];
        }
        for (int k = AT; k < q.length; k++) {
            q[k] /= Math.sqrt(square);
        }
        return q;
    }

    /** Theirs is the inverse in this constructor: it turns the frame. */
    private static Rotation theirs(double[] q) {
        return new Rotation(q[AT], -q[AT + 1], -q[AT + 2], -q[AT + 3], false);
    }

    private static double[] rotated(double[] q, double... vector) {
        double[] out = new double[5];
        Rotations.addRotated(q, AT, vector[0], vector[1], vector[2], out, 2);
        return new double[] {out[2], out[3], out[4]};
    }

    @Test
    void shouldRotateVectors() {
        for (int i = 0; i < 50; i++) {
            double[] q = draw();
            Vector3D expected = theirs(q).applyTo(new Vector3D(0.3, -2, 1.5));
            assertArrayEquals(expected.toArray(), rotated(q, 0.3, -2, 1.5), 1e-14);
        }
    }

    @Test
    void shouldAddToWhatIsThere() {
        double[] out = {1, 2, 3};
        double[] half = new double[4];
        Rotations.aboutZ(Math.PI, half, 0);
        Rotations.addRotated(half, 0, 5, 6, 7, out, 0);
        assertArrayEquals(new double[] {-4, -4, 10}, out, 1e-14);
    }

    /** First b, then a. */
    @Test
    void shouldMultiply() {
        for (int i = 0; i < 50; i++) {
            double[] a = draw();
            double[] b = draw();
            double[] product = new double[AT + 4];
            Rotations.times(a, AT, b, AT, product, AT);
            assertArrayEquals(rotated(a, rotated(b, 1, 2, 3)), rotated(product, 1, 2, 3), 1e-13);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1e-12, 1e-8, 1e-3, 0.7, 2, 3.1})
    void shouldTurnByAVector(double angle) {
        double[] q = new double[AT + 4];
        Rotations.ofVector(0.6 * angle, 0, -0.8 * angle, q, AT);
        Rotation expected =
                new Rotation(new Vector3D(0.6, 0, -0.8), angle, RotationConvention.VECTOR_OPERATOR);
        double[] turned = expected.applyTo(new Vector3D(1, 2, 3)).toArray();
        assertArrayEquals(turned, rotated(q, 1, 2, 3), 1e-14 * (1 + angle));
    }

    /** Of either sign of either quaternion, with small angles to the last digits. */
    @ParameterizedTest
    @ValueSource(doubles = {0, 1e-9, 1e-4, 0.5, 2, 3.1, Math.PI})
    void shouldTellTheAngleBetween(double angle) {
        for (int i = 0; i < 20; i++) {
            double[] a = draw();
            double[] turn = new double[4];
            Rotations.ofVector(0, angle * 0.6, angle * 0.8, turn, 0);
            double[] b = new double[4];
            Rotations.times(a, AT, turn, 0, b, 0);
            double tolerance = 1e-14 + 1e-7 * (angle == Math.PI ? 1 : 0);
            assertEquals(angle, Rotations.angle(a, AT, b, 0), tolerance);
            for (int k = 0; k < 4; k++) {
                b[k] = -b[k];
            }
            assertEquals(angle, Rotations.angle(b, 0, a, AT), tolerance);
        }
    }
}
