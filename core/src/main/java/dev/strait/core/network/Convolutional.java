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
 * @param normalisation before the function of every convolution but the first, as in DCGAN
 */
public record Convolutional(
        int channels,
        int height,
        int width,
        List<Filter> filters,
        int outputs,
        Activation activation,
        InitialWeights initialWeights,
        WeightForm weightForm,
        Normalisation normalisation) {

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
                WeightForm.PLAIN,
                new Normalisation.None());
    }

    /** The same with another function after the convolutions. */
    public Convolutional activation(Activation value) {
        return new Convolutional(
                channels,
                height,
                width,
                filters,
                outputs,
                value,
                initialWeights,
                weightForm,
                normalisation);
    }

    /** The same with other first weights. */
    public Convolutional initial(InitialWeights value) {
        return new Convolutional(
                channels,
                height,
                width,
                filters,
                outputs,
                activation,
                value,
                weightForm,
                normalisation);
    }

    /** The same with another form of the weights. */
    public Convolutional weightForm(WeightForm value) {
        return new Convolutional(
                channels,
                height,
                width,
                filters,
                outputs,
                activation,
                initialWeights,
                value,
                normalisation);
    }

    /** The same with another normalisation of the convolutions. */
    public Convolutional normalisation(Normalisation value) {
        return new Convolutional(
                channels,
                height,
                width,
                filters,
                outputs,
                activation,
                initialWeights,
                weightForm,
                value);
    }

    /**
     * The network with its weights: (B, C, H, W) to (B, outputs).
     *
     * @param manager owns the weights and says the device
     * @param random the stream that the weights are drawn from
     */
    public Block build(NDManager manager, RandomGenerator random) {
        return stack().build(manager, random);
    }

    /** The network as the parts that it is made of. */
    public Stack stack() {
        return new Stack(new Shape(channels, height, width), parts(), initialWeights, weightForm);
    }

    private List<Part> parts() {
        List<Part> parts = new ArrayList<>();
        for (Filter filter : filters) {
            parts.add(new Part.Convolution(filter));
            if (parts.size() > 1) {
                parts.add(normalisation);
            }
            parts.add(new Part.Pointwise(activation));
        }
        parts.add(new Part.Flatten());
        parts.add(new Part.Linear(outputs));
        return parts;
    }
}
