package dev.strait.core.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * A linear map, dense or convolutional, with or without a bias, its weight plain or spectrally
 * normalised.
 */
final class Affine implements Layer {

    private final LinearMap map;
    private final Parameter weight;
    private final List<Parameter> bias;
    private final List<SpectralNorm> norm;

    private Affine(LinearMap map, Parameter weight, List<Parameter> bias, List<SpectralNorm> norm) {
        this.map = map;
        this.weight = weight;
        this.bias = bias;
        this.norm = norm;
    }

    static Affine of(
            String name,
            LinearMap map,
            InitialWeights initial,
            WeightForm form,
            boolean biased,
            RandomGenerator random) {
        Shape shape = map.weightShape();
        int outputs = (int) shape.get(0);
        int inputs = (int) (shape.size() / outputs);
        float[] weights = initial.weights(outputs, inputs, random);
        Parameter weight = parameter(name + "_weight", Parameter.Type.WEIGHT, shape, weights, true);
        List<Parameter> bias =
                biased ? List.of(bias(name, initial.biases(outputs, inputs, random))) : List.of();
        List<SpectralNorm> norm =
                form == WeightForm.SPECTRAL
                        ? List.of(SpectralNorm.of(name, weights, outputs, random))
                        : List.of();
        return new Affine(map, weight, bias, norm);
    }

    private static Parameter bias(String name, float[] values) {
        Shape shape = new Shape(values.length);
        return parameter(name + "_bias", Parameter.Type.BIAS, shape, values, true);
    }

    static Parameter parameter(
            String name, Parameter.Type type, Shape shape, float[] values, boolean trained) {
        return Parameter.builder()
                .setName(name)
                .setType(type)
                .optShape(shape)
                .optRequiresGrad(trained)
                .optInitializer((manager, ignored, dataType) -> manager.create(values, shape))
                .build();
    }

    @Override
    public NDArray forward(ParameterStore store, NDArray input, boolean training) {
        NDArray w = store.getValue(weight, input.getDevice(), training);
        NDArray b =
                bias.isEmpty() ? null : store.getValue(bias.get(0), input.getDevice(), training);
        if (norm.isEmpty()) {
            return map.apply(input, w, b);
        }
        // (W/σ)x = (Wx)/σ, and the division then lives on the manager of the data.
        NDArray sigma = norm.get(0).largestSingularValue(store, input, w, training);
        NDArray outputs = map.apply(input, w, null).div(sigma);
        return b == null ? outputs : map.addBias(outputs, b);
    }

    @Override
    public Shape output(Shape input) {
        return map.output(input);
    }

    @Override
    public List<Parameter> parameters() {
        List<Parameter> all = new ArrayList<>(List.of(weight));
        all.addAll(bias);
        norm.forEach(spectral -> all.add(spectral.buffer()));
        return all;
    }
}
