package dev.strait.demos.benchmark;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.strait.core.gradient.MatrixPrecision;
import dev.strait.core.tensor.NoiseStream;
import dev.strait.core.tensor.Seeds;
import dev.strait.core.tensor.TensorEngine;
import java.util.function.Supplier;

/** Products of two float32 matrices of 512 by 512. */
final class MatrixProduct implements AutoCloseable {

    private static final int SIDE = 512;
    private static final int PRODUCTS = 16;

    /** Floating-point operations of {@link #multiply}. */
    static final double OPERATIONS = 2.0 * SIDE * SIDE * SIDE * PRODUCTS;

    private final NDManager manager;
    private final NDArray left;
    private final NDArray right;

    MatrixProduct(Device device) {
        manager = TensorEngine.newManager(device);
        NoiseStream noise = new Seeds(0).noise("matrices");
        left = noise.normal(manager, new Shape(SIDE, SIDE));
        right = noise.normal(manager, new Shape(SIDE, SIDE));
    }

    static Measurement measure(Device device, double seconds) {
        try (MatrixProduct product = new MatrixProduct(device)) {
            double time = Stopwatch.median(seconds, product::multiply);
            return new Measurement(
                    "matrix product, 512 × 512 float32", OPERATIONS / time / 1e9, "GFLOP/s");
        }
    }

    /** The same sizes the way dense layers go, which on some processors is a faster one. */
    static Measurement measureLayer(Device device, double seconds) {
        try (MatrixProduct product = new MatrixProduct(device)) {
            double time = Stopwatch.median(seconds, product::layers);
            return new Measurement(
                    "dense layer, 512 × 512 float32, 512 rows", OPERATIONS / time / 1e9, "GFLOP/s");
        }
    }

    /**
     * Share of this product's rate that other work reaches, in percent.
     *
     * @param operations of one call of the work
     */
    static double share(double operations, Stopwatch.Comparison compared) {
        return 100 * operations / (compared.references() * OPERATIONS);
    }

    /** Sixteen products, and one number read of the last, so that a device has finished them. */
    void multiply() {
        repeat(() -> left.matMul(right));
    }

    private void layers() {
        repeat(() -> MatrixPrecision.linear(left, right, null));
    }

    private static void repeat(Supplier<NDArray> product) {
        for (int i = 1; i < PRODUCTS; i++) {
            product.get().close();
        }
        try (NDArray last = product.get();
                NDArray corner = last.get("0,0")) {
            corner.getFloat();
        }
    }

    @Override
    public void close() {
        manager.close();
    }
}
