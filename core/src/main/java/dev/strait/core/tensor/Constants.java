package dev.strait.core.tensor;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;

/**
 * Multiplication by Java numbers in a loss.
 *
 * <p>DJL's {@code array.mul(0.5f)} puts the number into a Java buffer, gives the engine its
 * address, and lets go of it at once. A graph keeps the address for its backward pass, and once the
 * garbage collector has freed the buffer, the gradient is multiplied by whatever stands there (DJL
 * 0.25.0 and 0.32.0, on the CPU; the loss itself is right). The same holds of {@code div}, {@code
 * pow}, {@code maximum} and {@code minimum} of a number, not of {@code add} and {@code sub}, which
 * keep nothing. Here the engine owns the number.
 */
public final class Constants {

    private Constants() {}

    /** values · factor. */
    public static NDArray times(NDArray values, double factor) {
        try (NDArray number = number(values, factor)) {
            return values.mul(number);
        }
    }

    /** max(values, bound). */
    public static NDArray atLeast(NDArray values, double bound) {
        try (NDArray number = number(values, bound)) {
            return values.maximum(number);
        }
    }

    /** min(values, bound). */
    public static NDArray atMost(NDArray values, double bound) {
        try (NDArray number = number(values, bound)) {
            return values.minimum(number);
        }
    }

    /** A 0-dimensional float32 takes the type of the array that it meets. */
    private static NDArray number(NDArray values, double number) {
        return values.getManager().full(new Shape(), (float) number);
    }
}
