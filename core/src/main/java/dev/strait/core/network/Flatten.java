package dev.strait.core.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.ParameterStore;

/** (B, …) to (B, F). */
record Flatten() implements Layer {

    @Override
    public NDArray forward(ParameterStore store, NDArray input, boolean training) {
        return input.reshape(input.getShape().get(0), -1);
    }

    @Override
    public Shape output(Shape input) {
        return new Shape(input.get(0), input.slice(1).size());
    }
}
