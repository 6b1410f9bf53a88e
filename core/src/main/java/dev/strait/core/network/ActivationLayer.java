package dev.strait.core.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.ParameterStore;

/** An activation as a layer. */
record ActivationLayer(Activation activation) implements Layer {

    @Override
    public NDArray forward(ParameterStore store, NDArray input, boolean training) {
        return activation.apply(input);
    }

    @Override
    public Shape output(Shape input) {
        return input;
    }
}
