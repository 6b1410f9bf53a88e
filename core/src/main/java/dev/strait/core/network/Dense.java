package dev.strait.core.network;

import static dev.strait.core.Require.require;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * A stack of dense layers, described; {@link #build} makes the DJL Block. Its parameters are called
 * {@code layer1_weight} (outputs, inputs), {@code layer1_bias} (outputs), and so on.
 *
 * @param sizes inputs, hidden sizes, outputs: at least two numbers
 * @param activation after every layer but the last
 * @param last after the last layer
 * @param initialWeights of every layer but the last
 * @param lastWeights of the last layer
 * @param weightForm of every layer
 * @param normalisation before the function of every hidden layer but the first
 */
public record Dense(
        List<Integer> sizes,
        Activation activation,
        Activation last,
        InitialWeights initialWeights,
        InitialWeights lastWeights,
        WeightForm weightForm,
        Normalisation normalisation) {

    public Dense {
        sizes = List.copyOf(sizes);
        require(sizes.size() >= 2, "sizes are inputs, hidden…, outputs, but were %s", sizes);
        require(
                sizes.stream().allMatch(size -> size >= 1),
                "every size must be at least 1, but they were %s",
                sizes);
    }

    /** Layers of these sizes: ReLU between them, none after the last, PyTorch's initial weights. */
    public static Dense of(int... sizes) {
        InitialWeights initial = new InitialWeights.FanIn();
        return new Dense(
                Arrays.stream(sizes).boxed().toList(),
                Activation.RELU,
                Activation.IDENTITY,
                initial,
                initial,
                WeightForm.PLAIN,
                new Normalisation.None());
    }

    /**
     * Layers from {@code inputs} over the hidden sizes to {@code outputs}; see {@link #of(int...)}.
     */
    public static Dense of(int inputs, List<Integer> hidden, int outputs) {
        IntStream between = hidden.stream().mapToInt(Integer::intValue);
        return of(
                IntStream.concat(
                                IntStream.concat(IntStream.of(inputs), between),
                                IntStream.of(outputs))
                        .toArray());
    }

    /** The same with another function between the layers. */
    public Dense activation(Activation value) {
        return new Dense(
                sizes, value, last, initialWeights, lastWeights, weightForm, normalisation);
    }

    /** The same with another function after the last layer. */
    public Dense last(Activation value) {
        return new Dense(
                sizes, activation, value, initialWeights, lastWeights, weightForm, normalisation);
    }

    /** The same with one rule for the first weights of every layer. */
    public Dense initial(InitialWeights everywhere) {
        return initial(everywhere, everywhere);
    }

    /** The same with one rule for the hidden layers and one for the last. */
    public Dense initial(InitialWeights hidden, InitialWeights output) {
        return new Dense(sizes, activation, last, hidden, output, weightForm, normalisation);
    }

    /** The same with another form of the weights. */
    public Dense weightForm(WeightForm value) {
        return new Dense(
                sizes, activation, last, initialWeights, lastWeights, value, normalisation);
    }

    /** The same with another normalisation of the hidden layers. */
    public Dense normalisation(Normalisation value) {
        return new Dense(sizes, activation, last, initialWeights, lastWeights, weightForm, value);
    }

    /** Inputs of the first layer. */
    public int inputs() {
        return sizes.get(0);
    }

    /** Outputs of the last layer. */
    public int outputs() {
        return sizes.get(sizes.size() - 1);
    }

    /**
     * The network with its weights: (B, inputs) to (B, outputs).
     *
     * @param manager owns the weights and says the device
     * @param random the stream that the weights are drawn from
     */
    public Block build(NDManager manager, RandomGenerator random) {
        return stack().build(manager, random);
    }

    /** The network as the parts that it is made of. */
    public Stack stack() {
        return new Stack(new Shape(inputs()), parts(), initialWeights, weightForm);
    }

    private List<Part> parts() {
        List<Part> parts = new ArrayList<>();
        int count = sizes.size() - 1;
        for (int i = 1; i < count; i++) {
            parts.add(new Part.Linear(sizes.get(i)));
            if (i > 1) {
                parts.add(normalisation);
            }
            parts.add(new Part.Pointwise(activation));
        }
        parts.add(new Part.Weighted(new Part.Linear(outputs()), lastWeights));
        parts.add(new Part.Pointwise(last));
        return parts;
    }
}
