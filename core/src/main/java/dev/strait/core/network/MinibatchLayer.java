package dev.strait.core.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.nn.core.Linear;
import ai.djl.training.ParameterStore;
import java.util.List;

/** How near the rest of the batch is, appended to the features. */
record MinibatchLayer(int kernels, int dimensions, Parameter tensor) implements Layer {

    @Override
    public NDArray forward(ParameterStore store, NDArray input, boolean training) {
        NDArray weight = store.getValue(tensor, input.getDevice(), training);
        NDArray projected = Linear.linear(input, weight).singletonOrThrow();
        long batch = input.getShape().get(0);
        NDArray rows = projected.reshape(batch, 1, kernels, dimensions);
        NDArray others = projected.reshape(1, batch, kernels, dimensions);
        NDArray nearness = rows.sub(others).abs().sum(new int[] {3}).neg().exp();
        // A sample's nearness to itself is 1 and does not count.
        return input.concat(nearness.sum(new int[] {1}).sub(1f), 1);
    }

    @Override
    public Shape output(Shape input) {
        return new Shape(input.get(0), input.get(1) + kernels);
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(tensor);
    }
}
