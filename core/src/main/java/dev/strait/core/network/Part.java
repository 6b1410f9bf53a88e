package dev.strait.core.network;

import static dev.strait.core.Require.require;
import static dev.strait.core.Require.requirePositive;

import ai.djl.ndarray.types.Shape;

/**
 * One piece of a {@link Stack}, described. Shapes of what it takes follow from the pieces before.
 */
public sealed interface Part
        permits Normalisation,
                Part.Weighted,
                Part.Linear,
                Part.Convolution,
                Part.TransposedConvolution,
                Part.UpsampledConvolution,
                Part.Residual,
                Part.AveragePool,
                Part.Pointwise,
                Part.Dropout,
                Part.GaussianNoise,
                Part.MinibatchDiscrimination,
                Part.Reshape,
                Part.Flatten {

    /**
     * The piece with its weights; for this package.
     *
     * @param input shape of a batch of one that reaches it
     * @param plan names, first weights and chance of the stack
     */
    Layer layer(Shape input, Plan plan);

    /**
     * A part with first weights of its own.
     *
     * @param part any part
     * @param initialWeights instead of the stack's
     */
    record Weighted(Part part, InitialWeights initialWeights) implements Part {

        @Override
        public Layer layer(Shape input, Plan plan) {
            return part.layer(input, plan.with(initialWeights));
        }
    }

    /**
     * (B, F) to (B, outputs): Wx + b.
     *
     * @param outputs at least 1
     */
    record Linear(int outputs) implements Part {

        @Override
        public Layer layer(Shape input, Plan plan) {
            require(
                    input.dimension() == 2,
                    "a linear layer takes (B, F), but %s reaches it",
                    input);
            return plan.affine(new LinearMap.Matrix((int) input.get(1), outputs));
        }
    }

    /**
     * (B, C, H, W) to (B, filters, H′, W′).
     *
     * @param filter kernels, stride and padding
     */
    record Convolution(Filter filter) implements Part {

        @Override
        public Layer layer(Shape input, Plan plan) {
            return plan.affine(new LinearMap.Convolution(channels(input), filter));
        }
    }

    /**
     * The transpose of a convolution, which widens the picture: (B, C, H, W) to (B, filters, (H −
     * 1)·stride − 2·padding + kernel, …).
     *
     * @param filter kernels, stride and padding of that convolution; its count is the outputs'
     */
    record TransposedConvolution(Filter filter) implements Part {

        @Override
        public Layer layer(Shape input, Plan plan) {
            return plan.affine(new LinearMap.Transposed(channels(input), filter));
        }
    }

    /**
     * Nearest neighbours at twice the size, then 3×3 kernels with padding 1: (B, C, H, W) to (B,
     * outputs, 2H, 2W), at 4/9 of the products (see {@code LinearMap.Upsampled}).
     *
     * @param outputs channels
     */
    record UpsampledConvolution(int outputs) implements Part {

        @Override
        public Layer layer(Shape input, Plan plan) {
            return plan.affine(new LinearMap.Upsampled(channels(input), outputs));
        }
    }

    /**
     * A residual block of Mescheder et al. 2018: shortcut(x) + 0.1 · conv(φ(conv(φ(x)))), φ the
     * leaky ReLU, kernels 3×3, the shortcut 1×1 without bias where the channels change.
     *
     * @param outputs channels
     * @param upsampled whether x is first brought to twice the size by nearest neighbours
     */
    record Residual(int outputs, boolean upsampled) implements Part {

        @Override
        public Layer layer(Shape input, Plan plan) {
            return ResidualBlock.of(channels(input), outputs, upsampled, plan);
        }
    }

    /**
     * Means over squares of the picture, zeros around it counted.
     *
     * @param kernel side of the squares
     * @param stride step between them
     * @param padding zeros around the picture
     */
    record AveragePool(int kernel, int stride, int padding) implements Part {

        public AveragePool {
            require(kernel >= 1, "kernel must be at least 1, but was %s", kernel);
            require(stride >= 1, "stride must be at least 1, but was %s", stride);
            require(
                    padding >= 0 && 2 * padding <= kernel,
                    "padding must be from 0 to half of the kernel %s, but was %s",
                    kernel,
                    padding);
        }

        @Override
        public Layer layer(Shape input, Plan plan) {
            return new Pool(new Filter(channels(input), kernel, stride, padding));
        }
    }

    /**
     * A function of every element.
     *
     * @param activation the function
     */
    record Pointwise(Activation activation) implements Part {

        @Override
        public Layer layer(Shape input, Plan plan) {
            return new ActivationLayer(activation);
        }
    }

    /**
     * Dropout (Srivastava et al. 2014): in training each value is kept with probability 1 − rate
     * and divided by it, else 0; in use nothing happens. How often it has drawn is a buffer of the
     * network, so a resumed run drops what the uninterrupted one would have dropped.
     *
     * @param rate in [0, 1)
     * @param channels whether whole channels go together (Tompson et al. 2015)
     */
    record Dropout(double rate, boolean channels) implements Part {

        public Dropout {
            require(rate >= 0 && rate < 1, "rate must be in [0, 1), but was %s", rate);
        }

        @Override
        public Layer layer(Shape input, Plan plan) {
            return new DropoutLayer(rate, channels, plan.noise("dropout"));
        }
    }

    /**
     * N(0, std²) added to every value in training (Salimans et al. 2016); the number of draws is a
     * buffer of the network.
     *
     * @param std positive
     */
    record GaussianNoise(double std) implements Part {

        public GaussianNoise {
            requirePositive(std, "std");
        }

        @Override
        public Layer layer(Shape input, Plan plan) {
            return new NoiseLayer(std, plan.noise("noise"));
        }
    }

    /**
     * Minibatch discrimination (Salimans et al. 2016, section 3.2): (B, F) to (B, F + kernels).
     * With M = xT, of {@code kernels} rows of {@code dimensions} numbers a sample, it appends oᵢ =
     * Σ_{j≠i} exp(−‖Mᵢ − Mⱼ‖₁) for every row: a discriminator so sees when a batch is all alike.
     * Samples mix, so a batch should be all real or all generated.
     *
     * @param kernels 100 in their code
     * @param dimensions 5 in their code
     */
    record MinibatchDiscrimination(int kernels, int dimensions) implements Part {

        public MinibatchDiscrimination {
            require(kernels >= 1, "kernels must be at least 1, but was %s", kernels);
            require(dimensions >= 1, "dimensions must be at least 1, but was %s", dimensions);
        }

        /** The authors' sizes. */
        public MinibatchDiscrimination() {
            this(100, 5);
        }

        @Override
        public Layer layer(Shape input, Plan plan) {
            require(
                    input.dimension() == 2,
                    "minibatch discrimination takes (B, F), but %s reaches it",
                    input);
            String name = plan.name("minibatch") + "_tensor";
            int inputs = (int) input.get(1);
            return new MinibatchLayer(
                    kernels, dimensions, plan.weights(name, kernels * dimensions, inputs));
        }
    }

    /**
     * (B, F) to (B, C, H, W).
     *
     * @param channels C
     * @param height H
     * @param width W
     */
    record Reshape(int channels, int height, int width) implements Part {

        @Override
        public Layer layer(Shape input, Plan plan) {
            require(
                    input.size() == (long) channels * height * width,
                    "%s values do not make a picture of %s×%s×%s",
                    input.size(),
                    channels,
                    height,
                    width);
            return new Reshaped(new Shape(channels, height, width));
        }
    }

    /** (B, …) to (B, F). */
    record Flatten() implements Part {

        @Override
        public Layer layer(Shape input, Plan plan) {
            return new Reshaped(new Shape(input.slice(1).size()));
        }
    }

    private static int channels(Shape input) {
        require(
                input.dimension() == 4,
                "pictures are (B, C, H, W), but %s reaches the layer",
                input);
        return (int) input.get(1);
    }
}
