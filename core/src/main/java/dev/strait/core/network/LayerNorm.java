package dev.strait.core.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;
import java.util.List;

/** Layer normalisation; see {@link Normalisation.Layerwise}. */
record LayerNorm(ScaleAndOffset affine) implements Layer {

    static LayerNorm of(int channels, Plan plan) {
        return new LayerNorm(ScaleAndOffset.of(plan.name("norm"), channels, 0, plan));
    }

    @Override
    public NDArray forward(ParameterStore store, NDArray input, boolean training) {
        return ScriptedOps.layerNorm(
                input,
                store.getValue(affine.scale(), input.getDevice(), training),
                store.getValue(affine.offset(), input.getDevice(), training));
    }

    @Override
    public Shape output(Shape input) {
        return input;
    }

    @Override
    public List<Parameter> parameters() {
        return affine.parameters();
    }
}
