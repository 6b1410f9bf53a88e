package dev.strait.core.network;

import static dev.strait.core.Require.require;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Any row of {@link Part}s, described; {@link #build} makes one flat DJL Block of it. The named
 * networks of this package are stacks.
 *
 * <p>Weights are called {@code layer1_weight}, {@code layer1_bias}, {@code layer2_weight}, … in the
 * order in which they are used, normalisations {@code norm1_scale} and so on.
 *
 * @param input shape of one sample, without a batch axis: (F) or (C, H, W)
 * @param parts first to last
 * @param initialWeights of every part that has weights
 * @param weightForm of every linear map
 */
public record Stack(
        Shape input, List<Part> parts, InitialWeights initialWeights, WeightForm weightForm) {

    public Stack {
        parts = List.copyOf(parts);
        require(
                input.dimension() >= 1 && input.size() >= 1,
                "a sample must have at least one value, but its shape was %s",
                input);
        require(!parts.isEmpty(), "parts must not be empty, but were %s", parts);
    }

    /** Parts on samples of a shape, with PyTorch's first weights. */
    public static Stack of(Shape input, List<Part> parts) {
        return new Stack(input, parts, new InitialWeights.FanIn(), WeightForm.PLAIN);
    }

    /** Parts on samples of a shape, with PyTorch's first weights. */
    public static Stack of(Shape input, Part... parts) {
        return of(input, List.of(parts));
    }

    /** The same with more parts at the end. */
    public Stack then(Part... more) {
        List<Part> all = new ArrayList<>(parts);
        all.addAll(List.of(more));
        return new Stack(input, all, initialWeights, weightForm);
    }

    /** The same with other first weights. */
    public Stack initial(InitialWeights value) {
        return new Stack(input, parts, value, weightForm);
    }

    /** The same with another form of the weights. */
    public Stack weightForm(WeightForm value) {
        return new Stack(input, parts, initialWeights, value);
    }

    /**
     * The network with its weights: (B, input…) to what the last part gives.
     *
     * @param manager owns the weights and says the device
     * @param random the stream that the weights are drawn from, and the seeds of dropout and noise
     */
    public Block build(NDManager manager, RandomGenerator random) {
        List<Layer> layers = layers(new Plan(initialWeights, weightForm, random, 0));
        return Layered.of(layers, new Shape(1).addAll(input), manager);
    }

    /**
     * The network around a reference batch, which {@link Normalisation.Virtual} needs.
     *
     * @param reference (n, input…) copied into the network, which keeps it as a buffer
     */
    public Block build(NDManager manager, RandomGenerator random, NDArray reference) {
        require(
                reference.getShape().dimension() >= 1
                        && reference.getShape().slice(1).equals(input),
                "a reference batch must be (n, sample…) of samples %s, but was %s",
                input,
                reference.getShape());
        ReferenceRows rows = ReferenceRows.of(reference);
        List<Layer> layers = new ArrayList<>();
        layers.add(rows.before());
        layers.addAll(layers(new Plan(initialWeights, weightForm, random, rows.count())));
        layers.add(rows.after());
        return Layered.of(layers, new Shape(1).addAll(input), manager);
    }

    private List<Layer> layers(Plan plan) {
        Shape reached = new Shape(1).addAll(input);
        List<Layer> layers = new ArrayList<>();
        for (Part part : parts) {
            Layer layer = part.layer(reached, plan);
            layers.add(layer);
            reached = layer.output(reached);
        }
        return layers;
    }
}
