package dev.strait.core.network;

import static dev.strait.core.tensor.Constants.times;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;
import java.util.List;

/** x + std · ε in training. */
record NoiseLayer(double std, LayerNoise noise) implements Layer {

    @Override
    public NDArray forward(ParameterStore store, NDArray input, boolean training) {
        if (!training) {
            return input;
        }
        return input.add(times(noise.normal(input.getManager(), input.getShape()), std));
    }

    @Override
    public Shape output(Shape input) {
        return input;
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(noise.buffer());
    }
}
