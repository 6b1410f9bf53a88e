package dev.strait.core.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.ParameterStore;

/** The values of each sample in another shape. */
record Reshaped(Shape sample) implements Layer {

    @Override
    public NDArray forward(ParameterStore store, NDArray input, boolean training) {
        return input.reshape(output(input.getShape()));
    }

    @Override
    public Shape output(Shape input) {
        return new Shape(input.get(0)).addAll(sample);
    }
}
