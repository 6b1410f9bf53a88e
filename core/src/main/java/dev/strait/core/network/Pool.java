package dev.strait.core.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.ParameterStore;

/** Means over squares, zeros around the picture counted as PyTorch counts them. */
record Pool(Filter squares) implements Layer {

    @Override
    public NDArray forward(ParameterStore store, NDArray input, boolean training) {
        return input.getNDArrayInternal()
                .avgPool(
                        square(squares.kernel()),
                        square(squares.stride()),
                        square(squares.padding()),
                        false,
                        true);
    }

    private static Shape square(int side) {
        return new Shape(side, side);
    }

    @Override
    public Shape output(Shape input) {
        return new Shape(
                input.get(0),
                input.get(1),
                squares.output(input.get(2)),
                squares.output(input.get(3)));
    }
}
