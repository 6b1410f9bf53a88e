package dev.strait.core.network;

import static dev.strait.core.Require.require;

/**
 * One convolution with square kernels.
 *
 * @param count output channels
 * @param kernel side of the kernel
 * @param stride step between its places
 * @param padding zeros around the picture
 */
public record Filter(int count, int kernel, int stride, int padding) {

    public Filter {
        require(count >= 1, "count must be at least 1, but was %s", count);
        require(kernel >= 1, "kernel must be at least 1, but was %s", kernel);
        require(stride >= 1, "stride must be at least 1, but was %s", stride);
        require(padding >= 0, "padding must not be negative, but was %s", padding);
    }

    /** Side of the output for a side of the input: ⌊(side + 2·padding − kernel)/stride⌋ + 1. */
    long output(long side) {
        require(
                side + 2L * padding >= kernel,
                "a kernel of %s with padding %s does not fit a side of %s",
                kernel,
                padding,
                side);
        return (side + 2L * padding - kernel) / stride + 1;
    }

    /** Side of the transpose's output: (side − 1)·stride − 2·padding + kernel. */
    long widened(long side) {
        long output = (side - 1) * stride - 2L * padding + kernel;
        require(
                output >= 1,
                "a transposed kernel of %s with padding %s leaves nothing of a side of %s",
                kernel,
                padding,
                side);
        return output;
    }
}
