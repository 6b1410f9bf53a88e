package dev.strait.core.gradient;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.strait.core.tensor.EachDevice;
import dev.strait.core.tensor.TensorEngine;
import org.junit.jupiter.api.Test;

class MatrixRootTest {

    /** (2 1; 1 2) has the eigenvalues 3 and 1 along the diagonals of the plane. */
    @EachDevice
    void shouldTakeTheRootOfEveryEigenvalue(Device device) {
        try (NDManager manager = TensorEngine.newManager(device)) {
            NDArray matrix = manager.create(new double[] {2, 1, 1, 2}, new Shape(2, 2));
            double on = (Math.sqrt(3) + 1) / 2;
            double off = (Math.sqrt(3) - 1) / 2;

            NDArray root = MatrixRoot.of(matrix);

            assertArrayEquals(new double[] {on, off, off, on}, root.toDoubleArray(), 1e-14);
            assertEquals(Math.sqrt(3) + 1, MatrixRoot.trace(matrix).toDoubleArray()[0], 1e-14);
            assertEquals(matrix.getManager(), root.getManager());
        }
    }

    @EachDevice
    void shouldCountWhatRoundingMadeNegativeAsZero(Device device) {
        try (NDManager manager = TensorEngine.newManager(device)) {
            NDArray matrix = manager.create(new double[] {4, 0, 0, -1e-17}, new Shape(2, 2));

            assertArrayEquals(new double[] {2, 0, 0, 0}, MatrixRoot.of(matrix).toDoubleArray(), 0);
            assertEquals(2, MatrixRoot.trace(matrix).toDoubleArray()[0]);
        }
    }

    @Test
    void shouldRefuseWhatIsNotSquare() {
        try (NDManager manager = TensorEngine.newManager(Device.cpu())) {
            IllegalArgumentException refused =
                    assertThrows(
                            IllegalArgumentException.class,
                            () -> MatrixRoot.of(manager.zeros(new Shape(2, 3))));
            assertEquals("the matrix must be square, but was (2, 3)", refused.getMessage());
        }
    }
}
