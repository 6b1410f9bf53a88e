package dev.strait.core.network;

import static dev.strait.core.Require.require;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * The discriminator of DCGAN (Radford et al. 2016) without its last unit: 4×4 kernels that halve
 * the sides and double the channels, leaky ReLU between, normalised but the first; then a flat
 * vector, and dense layers where asked for.
 *
 * @param channels C of the pictures
 * @param height H
 * @param width W; both sides must have halves of at least 4, such as 28 = 7·4 or 64 = 4·16
 * @param filters channels of the first layer; twice as many in each below it
 * @param dense sizes of dense layers on the flat vector, normalised too; InfoGAN has one of 1024
 * @param normalisation of every layer but the first
 * @param initialWeights of every layer
 * @param weightForm of every layer
 */
public record DcganEncoder(
        int channels,
        int height,
        int width,
        int filters,
        List<Integer> dense,
        Normalisation normalisation,
        InitialWeights initialWeights,
        WeightForm weightForm) {

    private static final int SMALLEST_SIDE = 4;

    public DcganEncoder {
        dense = List.copyOf(dense);
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

    /** The paper's: batch normalisation, N(0, 0.02²), no dense layers. */
    public static DcganEncoder of(int channels, int height, int width, int filters) {
        return new DcganEncoder(
                channels,
                height,
                width,
                filters,
                List.of(),
                new Normalisation.Batch(),
                new InitialWeights.Normal(0.02),
                WeightForm.PLAIN);
    }

    /** The same with other dense layers. */
    public DcganEncoder dense(List<Integer> value) {
        return new DcganEncoder(
                channels, height, width, filters, value, normalisation, initialWeights, weightForm);
    }

    /** The same with another normalisation. */
    public DcganEncoder normalisation(Normalisation value) {
        return new DcganEncoder(
                channels, height, width, filters, dense, value, initialWeights, weightForm);
    }

    /** The same with another form of the weights. */
    public DcganEncoder weightForm(WeightForm value) {
        return new DcganEncoder(
                channels, height, width, filters, dense, normalisation, initialWeights, value);
    }

    /** The network with its weights: (B, C, H, W) to (B, features). */
    public Block build(NDManager manager, RandomGenerator random) {
        return stack().build(manager, random);
    }

    /** The network as a row of parts, to be changed or built around a reference batch. */
    public Stack stack() {
        return new Stack(new Shape(channels, height, width), parts(), initialWeights, weightForm);
    }

    private List<Part> parts() {
        List<Part> parts = new ArrayList<>();
        int halvings = Halvings.of(height, width, SMALLEST_SIDE);
        for (int half = 0; half < halvings; half++) {
            parts.add(new Part.Convolution(new Filter(filters << half, 4, 2, 1)));
            if (half > 0) {
                parts.add(normalisation);
            }
            parts.add(new Part.Pointwise(Activation.LEAKY_RELU));
        }
        parts.add(new Part.Flatten());
        for (int size : dense) {
            parts.add(new Part.Linear(size));
            parts.add(normalisation);
            parts.add(new Part.Pointwise(Activation.LEAKY_RELU));
        }
        return parts;
    }
}
