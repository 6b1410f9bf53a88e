package dev.strait.demos.benchmark;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.strait.core.tensor.NoiseStream;
import dev.strait.core.tensor.Seeds;
import dev.strait.core.tensor.TensorEngine;

/** Products of two float32 matrices of 512 by 512. */
final class MatrixProduct {

    private static final int SIDE = 512;
    private static final int PRODUCTS = 16;

    private MatrixProduct() {}

    static Measurement measure(Device device, double seconds) {
        try (NDManager manager = TensorEngine.newManager(device)) {
            NoiseStream noise = new Seeds(0).noise("matrices");
            NDArray left = noise.normal(manager, new Shape(SIDE, SIDE));
            NDArray right = noise.normal(manager, new Shape(SIDE, SIDE));
            double time = Stopwatch.median(seconds, () -> multiply(left, right));
            double operations = 2.0 * SIDE * SIDE * SIDE * PRODUCTS;
            return new Measurement(
                    "matrix product, 512 × 512 float32", operations / time / 1e9, "GFLOP/s");
        }
    }

    private static void multiply(NDArray left, NDArray right) {
        for (int i = 1; i < PRODUCTS; i++) {
            left.matMul(right).close();
        }
        try (NDArray last = left.matMul(right);
                NDArray corner = last.get("0,0")) {
            corner.getFloat();
        }
    }
}
