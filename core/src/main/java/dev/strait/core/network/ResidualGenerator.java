package dev.strait.core.network;

import static dev.strait.core.Require.require;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * The residual generator of Mescheder et al. 2018, as in the official VDB image code: a dense layer
 * to the base of the picture, a residual block at every size from the base up, nearest neighbours
 * between them, then leaky ReLU, 3×3 kernels and tanh. No normalisation.
 *
 * @param latentSize of the noise; 256 in that code
 * @param channels C of the pictures
 * @param height H
 * @param width W; the base is the sides' last half of at least 4, so 32 to 1024 have 4×4 and 28 has
 *     7×7
 * @param filters channels at full size, twice as many at each half: 32 for CIFAR-10, 16 for 1024²
 * @param mostFilters where the doubling ends: 256 for CIFAR-10, 512 for 1024²
 * @param initialWeights of every layer
 * @param weightForm of every layer
 */
public record ResidualGenerator(
        int latentSize,
        int channels,
        int height,
        int width,
        int filters,
        int mostFilters,
        InitialWeights initialWeights,
        WeightForm weightForm) {

    public ResidualGenerator {
        require(latentSize >= 1, "latentSize must be at least 1, but was %s", latentSize);
        ResidualSizes.check(channels, height, width, filters, mostFilters);
    }

    /** PyTorch's first weights, as that code has them. */
    public static ResidualGenerator of(
            int latentSize, int channels, int height, int width, int filters, int mostFilters) {
        return new ResidualGenerator(
                latentSize,
                channels,
                height,
                width,
                filters,
                mostFilters,
                new InitialWeights.FanIn(),
                WeightForm.PLAIN);
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
        ResidualSizes sizes = new ResidualSizes(height, width, filters, mostFilters);
        int base = sizes.channels(sizes.halvings());
        List<Part> parts = new ArrayList<>();
        parts.add(new Part.Linear(base * sizes.baseHeight() * sizes.baseWidth()));
        parts.add(new Part.Reshape(base, sizes.baseHeight(), sizes.baseWidth()));
        for (int half = sizes.halvings(); half >= 0; half--) {
            // A block gives what its size's upper neighbour takes; the last keeps its channels.
            int outputs = sizes.channels(Math.max(0, half - 1));
            parts.add(new Part.Residual(outputs, half < sizes.halvings()));
        }
        parts.add(new Part.Pointwise(Activation.LEAKY_RELU));
        parts.add(new Part.Convolution(new Filter(channels, 3, 1, 1)));
        parts.add(new Part.Pointwise(Activation.TANH));
        return parts;
    }
}
