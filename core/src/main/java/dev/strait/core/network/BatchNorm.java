package dev.strait.core.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;
import java.util.ArrayList;
import java.util.List;

/**
 * Batch normalisation; see {@link Normalisation.Batch}. The engine moves the running statistics.
 */
record BatchNorm(
        Normalisation.Batch settings,
        ScaleAndOffset affine,
        Parameter runningMean,
        Parameter runningVariance)
        implements Layer {

    static BatchNorm of(Normalisation.Batch settings, int channels, Plan plan) {
        String name = plan.name("norm");
        return new BatchNorm(
                settings,
                ScaleAndOffset.of(name, channels, settings.scaleStd(), plan),
                ScaleAndOffset.vector(name + "_running_mean", new float[channels], false),
                ScaleAndOffset.vector(
                        name + "_running_variance", plan.around(1, 0, channels), false));
    }

    @Override
    public NDArray forward(ParameterStore store, NDArray input, boolean training) {
        return input.getNDArrayInternal()
                .batchNorm(
                        input,
                        store.getValue(runningMean, input.getDevice(), training),
                        store.getValue(runningVariance, input.getDevice(), training),
                        store.getValue(affine.scale(), input.getDevice(), training),
                        store.getValue(affine.offset(), input.getDevice(), training),
                        -1,
                        // DJL's momentum is the share that stays.
                        (float) (1 - settings.momentum()),
                        (float) settings.epsilon(),
                        training)
                .singletonOrThrow();
    }

    @Override
    public Shape output(Shape input) {
        return input;
    }

    @Override
    public List<Parameter> parameters() {
        List<Parameter> all = new ArrayList<>(affine.parameters());
        all.add(runningMean);
        all.add(runningVariance);
        return all;
    }
}
