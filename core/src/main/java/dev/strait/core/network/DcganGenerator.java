package dev.strait.core.network;

import static dev.strait.core.Require.require;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * The generator of DCGAN (Radford et al. 2016): a dense layer to a small picture of many channels,
 * then transposed 4×4 kernels that double its sides and halve its channels, ReLU and batch
 * normalisation between, tanh at the end.
 *
 * @param latentSize of the noise
 * @param channels C of the pictures
 * @param height H
 * @param width W; both sides must have halves of at least 4, such as 28 = 7·4 or 64 = 4·16
 * @param filters channels before the last layer; twice as many before each layer above it
 * @param dense sizes of dense layers before the first, normalised too; InfoGAN has one of 1024
 * @param normalisation of every layer but the last
 * @param initialWeights of every layer
 * @param weightForm of every layer
 */
public record DcganGenerator(
        int latentSize,
        int channels,
        int height,
        int width,
        int filters,
        List<Integer> dense,
        Normalisation normalisation,
        InitialWeights initialWeights,
        WeightForm weightForm) {

    private static final int SMALLEST_SIDE = 4;

    public DcganGenerator {
        dense = List.copyOf(dense);
        require(latentSize >= 1, "latentSize must be at least 1, but was %s", latentSize);
        require(channels >= 1, "channels must be at least 1, but was %s", channels);
        require(filters >= 1, "filters must be at least 1, but was %s", filters);
        require(
                Halvings.of(height, width, SMALLEST_SIDE) >= 1,
                "sides must be even and at least 8, but were %s×%s",
                height,
                width);
        require(
                dense.stream().allMatch(size -> size >= 1),
                "sizes of dense layers must be at least 1, but were %s",
                dense);
    }

    /** The paper's: batch normalisation, N(0, 0.02²), no dense layers more. */
    public static DcganGenerator of(
            int latentSize, int channels, int height, int width, int filters) {
        return new DcganGenerator(
                latentSize,
                channels,
                height,
                width,
                filters,
                List.of(),
                new Normalisation.Batch(),
                new InitialWeights.Normal(0.02),
                WeightForm.PLAIN);
    }

    /** The same with other dense layers before the first. */
    public DcganGenerator dense(List<Integer> value) {
        return new DcganGenerator(
                latentSize,
                channels,
                height,
                width,
                filters,
                value,
                normalisation,
                initialWeights,
                weightForm);
    }

    /** The same with another normalisation. */
    public DcganGenerator normalisation(Normalisation value) {
        return new DcganGenerator(
                latentSize,
                channels,
                height,
                width,
                filters,
                dense,
                value,
                initialWeights,
                weightForm);
    }

    /** The network with its weights: (B, latentSize) to (B, C, H, W) in (−1, 1). */
    public Block build(NDManager manager, RandomGenerator random) {
        return stack().build(manager, random);
    }

    /** The network as the parts that it is made of. */
    public Stack stack() {
        return new Stack(new Shape(latentSize), parts(), initialWeights, weightForm);
    }

    private List<Part> parts() {
        int doublings = Halvings.of(height, width, SMALLEST_SIDE);
        int reached = filters << (doublings - 1);
        int h = height >> doublings;
        int w = width >> doublings;
        List<Part> parts = new ArrayList<>();
        for (int size : dense) {
            parts.add(new Part.Linear(size));
            parts.add(normalisation);
            parts.add(new Part.Pointwise(Activation.RELU));
        }
        parts.add(new Part.Linear(reached * h * w));
        parts.add(new Part.Reshape(reached, h, w));
        for (int i = 1; i <= doublings; i++) {
            reached /= 2;
            parts.add(normalisation);
            parts.add(new Part.Pointwise(Activation.RELU));
            int outputs = i == doublings ? channels : reached;
            parts.add(new Part.TransposedConvolution(new Filter(outputs, 4, 2, 1)));
        }
        parts.add(new Part.Pointwise(Activation.TANH));
        return parts;
    }
}
