package dev.strait.core.network;

import static dev.strait.core.tensor.Constants.times;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;
import java.util.Arrays;
import java.util.List;

/** Values, or whole channels, set to zero at random in training. */
record DropoutLayer(double rate, boolean channels, LayerNoise noise) implements Layer {

    @Override
    public NDArray forward(ParameterStore store, NDArray input, boolean training) {
        if (!training) {
            return input;
        }
        NDArray uniform = noise.uniform(input.getManager(), masked(input.getShape()));
        NDArray kept = uniform.gte((float) rate).toType(DataType.FLOAT32, false);
        return input.mul(times(kept, 1 / (1 - rate)));
    }

    /** (B, C, 1, 1) for whole channels. */
    private Shape masked(Shape input) {
        if (!channels) {
            return input;
        }
        long[] sides = input.getShape();
        Arrays.fill(sides, 2, sides.length, 1);
        return new Shape(sides);
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
