package dev.strait.envs.physics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.strait.envs.Pcg64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sines, rotations and factorisations. */
class NumericsTest {

    private final Pcg64 random = new Pcg64(3);

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 3, 100, 400_000, 1e12})
    void shouldFindSinesWithinAUnitInTheLastPlace(double reach) {
        SineCosine found = new SineCosine();
        for (int i = 0; i < 20_000; i++) {
            double angle = random.nextDouble(-reach, reach);
            found.of(angle);
            double sine = StrictMath.sin(angle);
            double cosine = StrictMath.cos(angle);
            assertEquals(sine, found.sine, Math.ulp(sine) + 1e-19, () -> "sin " + angle);
            assertEquals(cosine, found.cosine, Math.ulp(cosine) + 1e-19, () -> "cos " + angle);
        }
    }

    @Test
    void shouldKnowTheQuadrants() {
        SineCosine found = new SineCosine();
        for (int quarter = -9; quarter <= 9; quarter++) {
            found.of(quarter * Math.PI / 2);
            assertEquals(StrictMath.sin(quarter * Math.PI / 2), found.sine, 1e-16);
            assertEquals(StrictMath.cos(quarter * Math.PI / 2), found.cosine, 1e-16);
        }
        found.of(Double.NaN);
        assertTrue(Double.isNaN(found.sine) && Double.isNaN(found.cosine));
        found.of(Double.POSITIVE_INFINITY);
        assertTrue(Double.isNaN(found.sine));
    }

    /** i j = k: a turn about y, then one about x, takes z to −y … as the matrices multiply. */
    @Test
    void shouldMultiplyQuaternionsAsMatrices() {
        double[] a = unit();
        double[] b = unit();
        double[] both = new double[4];
        Rotation.multiply(a, 0, b, 0, both, 0);
        double[] matrixA = new double[9];
        double[] matrixB = new double[9];
        double[] expected = new double[9];
        double[] found = new double[9];
        Rotation.toMatrix(a, 0, matrixA, 0);
        Rotation.toMatrix(b, 0, matrixB, 0);
        Rotation.product(matrixA, 0, matrixB, 0, expected, 0);
        Rotation.toMatrix(both, 0, found, 0);
        for (int k = 0; k < 9; k++) {
            assertEquals(expected[k], found[k], 1e-15);
        }
    }

    /** A quarter turn about z takes x to y. */
    @Test
    void shouldTurnTheRightWay() {
        double[] matrix = new double[9];
        Rotation.toMatrix(new double[] {Math.sqrt(0.5), 0, 0, Math.sqrt(0.5)}, 0, matrix, 0);
        double[] out = new double[3];
        Rotation.apply(matrix, 0, new double[] {1, 0, 0}, 0, out, 0);
        assertEquals(1, out[1], 1e-15);
        Rotation.applyInverse(matrix, 0, new double[] {0, 1, 0}, 0, out, 0);
        assertEquals(1, out[0], 1e-15);
    }

    @Test
    void shouldFindTheRotationVectorBetween() {
        double[] from = unit();
        double[] to = from.clone();
        SineCosine half = new SineCosine();
        half.of(0.35);
        Rotation.append(to, 0, half.cosine, 0.6 * half.sine, 0, 0.8 * half.sine);
        double[] found = new double[3];
        Rotation.difference(from, 0, to, 0, found, 0);
        assertEquals(0.42, found[0], 1e-14);
        assertEquals(0, found[1], 1e-14);
        assertEquals(0.56, found[2], 1e-14);
    }

    private double[] unit() {
        double[] q = new double[4];
        for (int k = 0; k < 4; k++) {
            q[k] = random.nextDouble(-1, 1);
        }
        Rotation.normalise(q, 0);
        return q;
    }

    /** Two branches on a trunk of two: A x = b is solved, and no entry appears between them. */
    @Test
    void shouldSolveOnATree() {
        int[] parent = {-1, 0, 1, 2, 1, 4};
        TreeMatrix matrix = new TreeMatrix(parent);
        double[] row = new double[6];
        // Sums of squares over chains, on a positive diagonal.
        for (int leaf = 0; leaf < 6; leaf++) {
            int length = matrix.rowStart[leaf + 1] - matrix.rowStart[leaf];
            for (int k = 0; k < length; k++) {
                row[k] = random.nextDouble(-1, 1);
            }
            matrix.addOuterProduct(2, matrix.rowStart[leaf], row, 0, length);
            matrix.addToDiagonal(leaf, 0.5);
        }
        double[] x = {1, -2, 3, 0.5, 4, -1};
        double[] b = new double[6];
        matrix.multiply(x, b);
        DenseCholesky dense = new DenseCholesky(6);
        dense.copyFrom(matrix);
        double[] solved = b.clone();
        TreeMatrix factor = matrix.sameShape();
        factor.copyFrom(matrix);
        factor.factoriseAndSolve(solved);
        double[] again = b.clone();
        factor.solve(again);
        dense.factorise();
        dense.solve(b);
        for (int i = 0; i < 6; i++) {
            assertEquals(x[i], solved[i], 1e-12);
            assertEquals(x[i], again[i], 1e-12);
            assertEquals(x[i], b[i], 1e-12);
        }
        assertEquals(1 + 2 + 3 + 4 + 3 + 4, matrix.values.length);
    }
}
