package dev.strait.core.network;

import static dev.strait.core.Require.require;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.convolutional.Conv2d;
import dev.strait.core.gradient.MatrixPrecision;

/** What a weight does to an input. */
sealed interface LinearMap {

    /** Shape of the weight, outputs first. */
    Shape weightShape();

    /** The map, plus {@code bias} unless that is null. */
    NDArray apply(NDArray input, NDArray weight, NDArray bias);

    /** {@code outputs} plus one bias an output channel. */
    NDArray addBias(NDArray outputs, NDArray bias);

    /** Shape of the outputs, batch axis included. */
    Shape output(Shape input);

    /** (B, inputs) to (B, outputs). */
    record Matrix(int inputs, int outputs) implements LinearMap {

        public Matrix {
            require(inputs >= 1, "inputs must be at least 1, but was %s", inputs);
            require(outputs >= 1, "outputs must be at least 1, but was %s", outputs);
        }

        @Override
        public Shape weightShape() {
            return new Shape(outputs, inputs);
        }

        @Override
        public NDArray apply(NDArray input, NDArray weight, NDArray bias) {
            return MatrixPrecision.linear(input, weight, bias);
        }

        @Override
        public NDArray addBias(NDArray outputs, NDArray bias) {
            return outputs.add(bias);
        }

        @Override
        public Shape output(Shape input) {
            long features = input.get(input.dimension() - 1);
            require(features == inputs, "the layer takes %s features, but got %s", inputs, input);
            return input.slice(0, input.dimension() - 1).add(outputs);
        }
    }

    /** (B, channels, H, W) to (B, filters, H′, W′). */
    record Convolution(int channels, Filter filter) implements LinearMap {

        @Override
        public Shape weightShape() {
            return new Shape(filter.count(), channels, filter.kernel(), filter.kernel());
        }

        @Override
        public NDArray apply(NDArray input, NDArray weight, NDArray bias) {
            return Conv2d.conv2d(
                            input,
                            weight,
                            bias,
                            new Shape(filter.stride(), filter.stride()),
                            new Shape(filter.padding(), filter.padding()))
                    .singletonOrThrow();
        }

        @Override
        public NDArray addBias(NDArray outputs, NDArray bias) {
            return perChannel(outputs, bias);
        }

        @Override
        public Shape output(Shape input) {
            requirePictures(input, channels);
            return new Shape(
                    input.get(0),
                    filter.count(),
                    filter.output(input.get(2)),
                    filter.output(input.get(3)));
        }
    }

    /**
     * The transpose of a convolution: (B, channels, H, W) to (B, filters, H′, W′). The weight has
     * the outputs first, as every weight here; the engine wants them second.
     */
    record Transposed(int channels, Filter filter) implements LinearMap {

        @Override
        public Shape weightShape() {
            return new Shape(filter.count(), channels, filter.kernel(), filter.kernel());
        }

        @Override
        public NDArray apply(NDArray input, NDArray weight, NDArray bias) {
            return ScriptedOps.transposedConvolution(
                    input, weight, bias, filter.stride(), filter.padding());
        }

        @Override
        public NDArray addBias(NDArray outputs, NDArray bias) {
            return perChannel(outputs, bias);
        }

        @Override
        public Shape output(Shape input) {
            requirePictures(input, channels);
            return new Shape(
                    input.get(0),
                    filter.count(),
                    filter.widened(input.get(2)),
                    filter.widened(input.get(3)));
        }
    }

    /**
     * Nearest neighbours at twice the size, then 3×3 kernels: (B, channels, H, W) to (B, filters,
     * 2H, 2W).
     */
    record Upsampled(int channels, int filters) implements LinearMap {

        @Override
        public Shape weightShape() {
            return new Shape(filters, channels, 3, 3);
        }

        @Override
        public NDArray apply(NDArray input, NDArray weight, NDArray bias) {
            return ScriptedOps.upsampledConvolution(input, weight, bias);
        }

        @Override
        public NDArray addBias(NDArray outputs, NDArray bias) {
            return perChannel(outputs, bias);
        }

        @Override
        public Shape output(Shape input) {
            requirePictures(input, channels);
            return new Shape(input.get(0), filters, 2 * input.get(2), 2 * input.get(3));
        }
    }

    private static NDArray perChannel(NDArray outputs, NDArray bias) {
        NDArray column = bias.reshape(1, bias.size(), 1, 1);
        column.attach(outputs.getManager());
        return outputs.add(column);
    }

    private static void requirePictures(Shape input, int channels) {
        require(
                input.dimension() == 4 && input.get(1) == channels,
                "the layer takes (B, %s, H, W), but got %s",
                channels,
                input);
    }
}
