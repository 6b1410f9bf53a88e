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
            NDArray column = bias.reshape(1, filter.count(), 1, 1);
            column.attach(outputs.getManager());
            return outputs.add(column);
        }

        @Override
        public Shape output(Shape input) {
            require(
                    input.dimension() == 4 && input.get(1) == channels,
                    "the layer takes (B, %s, H, W), but got %s",
                    channels,
                    input);
            return new Shape(
                    input.get(0),
                    filter.count(),
                    filter.output(input.get(2)),
                    filter.output(input.get(3)));
        }
    }
}
