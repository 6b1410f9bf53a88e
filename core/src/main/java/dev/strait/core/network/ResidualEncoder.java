package dev.strait.core.network;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * The residual discriminator of Mescheder et al. 2018 without its last layer, as in the official
 * VDB image code: 3×3 kernels, then a residual block at every size down to the base, means over 3×3
 * squares at every second place between them. It ends in features (B, F, h, w), so a head that
 * wants them through a leaky ReLU says so itself.
 *
 * @param channels C of the pictures
 * @param height H
 * @param width W; the base is the sides' last half of at least 4
 * @param filters channels at full size, twice as many at each half: 32 for CIFAR-10, 16 for 1024²
 * @param mostFilters where the doubling ends: 256 for CIFAR-10, 512 for 1024²
 * @param initialWeights of every layer
 * @param weightForm of every layer
 */
public record ResidualEncoder(
        int channels,
        int height,
        int width,
        int filters,
        int mostFilters,
        InitialWeights initialWeights,
        WeightForm weightForm) {

    public ResidualEncoder {
        ResidualSizes.check(channels, height, width, filters, mostFilters);
    }

    /** PyTorch's first weights, as that code has them. */
    public static ResidualEncoder of(
            int channels, int height, int width, int filters, int mostFilters) {
        return new ResidualEncoder(
                channels,
                height,
                width,
                filters,
                mostFilters,
                new InitialWeights.FanIn(),
                WeightForm.PLAIN);
    }

    /** The same with another form of the weights. */
    public ResidualEncoder weightForm(WeightForm value) {
        return new ResidualEncoder(
                channels, height, width, filters, mostFilters, initialWeights, value);
    }

    /** The network with its weights: (B, C, H, W) to (B, F, h, w). */
    public Block build(NDManager manager, RandomGenerator random) {
        return stack().build(manager, random);
    }

    /** The network as the parts that it is made of. */
    public Stack stack() {
        return new Stack(new Shape(channels, height, width), parts(), initialWeights, weightForm);
    }

    /** h · w of the features: what the official image code averages the rate over. */
    public int cells() {
        ResidualSizes sizes = sizes();
        return sizes.baseHeight() * sizes.baseWidth();
    }

    private ResidualSizes sizes() {
        return new ResidualSizes(height, width, filters, mostFilters);
    }

    private List<Part> parts() {
        ResidualSizes sizes = sizes();
        List<Part> parts = new ArrayList<>();
        parts.add(new Part.Convolution(new Filter(filters, 3, 1, 1)));
        parts.add(new Part.Residual(filters, false));
        for (int half = 1; half <= sizes.halvings(); half++) {
            parts.add(new Part.AveragePool(3, 2, 1));
            parts.add(new Part.Residual(sizes.channels(half), false));
        }
        return parts;
    }
}
