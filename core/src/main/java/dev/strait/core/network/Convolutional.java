package dev.strait.core.network;

import static dev.strait.core.Require.require;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Convolutions, then a flat vector, then one dense layer: a critic or an encoder trunk for
 * pictures.
 *
 * @param channels C of the input
 * @param height H of the input
 * @param width W of the input
 * @param filters the convolutions, first to last
 * @param outputs size of the dense layer at the end
 * @param activation after every convolution
 * @param initialWeights of every layer
 * @param weightForm of every layer
 */
public record Convolutional(
        int channels,
        int height,
        int width,
        List<Filter> filters,
        int outputs,
        Activation activation,
        InitialWeights initialWeights,
        WeightForm weightForm) {

    public Convolutional {
        filters = List.copyOf(filters);
        require(channels >= 1, "channels must be at least 1, but was %s", channels);
        require(height >= 1, "height must be at least 1, but was %s", height);
        require(width >= 1, "width must be at least 1, but was %s", width);
        require(!filters.isEmpty(), "filters must not be empty, but were %s", filters);
        require(outputs >= 1, "outputs must be at least 1, but was %s", outputs);
    }

    /** Leaky ReLU and N(0, 0.02²) as in DCGAN (Radford et al. 2016). */
    public static Convolutional of(
            int channels, int height, int width, List<Filter> filters, int outputs) {
        return new Convolutional(
                channels,
                height,
                width,
                filters,
                outputs,
                Activation.LEAKY_RELU,
                new InitialWeights.Normal(0.02),
                WeightForm.PLAIN);
    }

    /** The same with another function after the convolutions. */
    public Convolutional activation(Activation value) {
        return new Convolutional(
                channels, height, width, filters, outputs, value, initialWeights, weightForm);
    }

    /** The same with other first weights. */
    public Convolutional initial(InitialWeights value) {
        return new Convolutional(
                channels, height, width, filters, outputs, activation, value, weightForm);
    }

    /** The same with another form of the weights. */
    public Convolutional weightForm(WeightForm value) {
        return new Convolutional(
                channels, height, width, filters, outputs, activation, initialWeights, value);
    }

    /**
     * The network with its weights: (B, C, H, W) to (B, outputs).
     *
     * @param manager owns the weights and says the device
     * @param random the stream that the weights are drawn from
     */
    public Block build(NDManager manager, RandomGenerator random) {
        Shape shape = new Shape(1, channels, height, width);
        List<Layer> layers = new ArrayList<>();
        Shape reached = shape;
        for (Filter filter : filters) {
            LinearMap map = new LinearMap.Convolution((int) reached.get(1), filter);
            reached = map.output(reached);
            layers.add(affine(layers, map, random));
            layers.add(new Pointwise(activation));
        }
        layers.add(new Flatten());
        LinearMap head = new LinearMap.Matrix((int) reached.size(), outputs);
        layers.add(affine(layers, head, random));
        return Layered.of(layers, shape, manager);
    }

    private Affine affine(List<Layer> before, LinearMap map, RandomGenerator random) {
        int number = before.size() / 2 + 1;
        return Affine.of("layer" + number, map, initialWeights, weightForm, random);
    }
}
