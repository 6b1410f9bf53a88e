package dev.strait.agents.metric.extractor;

import static dev.strait.core.Require.require;
import static dev.strait.core.Require.requirePositive;

import ai.djl.ndarray.NDManager;
import ai.djl.nn.Block;
import dev.strait.core.network.Activation;
import dev.strait.core.network.Convolutional;
import dev.strait.core.network.Dense;
import dev.strait.core.network.Filter;
import dev.strait.core.network.InitialWeights;
import dev.strait.core.tensor.SeedStream;
import dev.strait.core.tensor.Seeds;
import dev.strait.envs.image.ImageShape;
import java.util.ArrayList;
import java.util.List;

/**
 * How Strait trains a classifier of its own for features: all of it but the pictures.
 *
 * @param features F of the layer below the classes
 * @param channels of the first convolution; each further one has twice as many
 * @param epochs passes over the pictures
 * @param batch pictures of a step
 * @param learningRate of Adam at the start; it falls to 0 by half a cosine
 * @param seed of weights and order
 */
public record ClassifierRecipe(
        int features, int channels, int epochs, int batch, double learningRate, long seed) {

    /** 64 features: an FID of 5,000 pictures is well-posed. */
    public static final ClassifierRecipe DEFAULT = new ClassifierRecipe(64, 16, 4, 128, 2e-3, 1);

    /** The last convolution sees at most so many cells a side. */
    private static final int COARSEST = 8;

    private static final int LARGEST_COUNT = 256;

    public ClassifierRecipe {
        require(features >= 1, "features must be at least 1, but was %s", features);
        require(channels >= 1, "channels must be at least 1, but was %s", channels);
        require(epochs >= 1, "epochs must be at least 1, but was %s", epochs);
        require(batch >= 1, "batch must be at least 1, but was %s", batch);
        requirePositive(learningRate, "learningRate");
    }

    Seeds seeds() {
        return new Seeds(seed).child("feature classifier");
    }

    /** (B, C, H, W) to the features (B, F), before any rectification. */
    Block trunk(ImageShape shape, NDManager manager, SeedStream random) {
        return Convolutional.of(
                        shape.channels(), shape.height(), shape.width(), filters(shape), features)
                .initial(new InitialWeights.FanIn())
                .build(manager, random);
    }

    /** Rectified features (B, F) to logits (B, classes). */
    Block head(int classes, NDManager manager, SeedStream random) {
        return Dense.of(features, classes).build(manager, random);
    }

    Activation rectification() {
        return Activation.LEAKY_RELU;
    }

    /** 5 × 5 kernels of stride 2 until the picture is coarse; at least two. */
    private List<Filter> filters(ImageShape shape) {
        List<Filter> filters = new ArrayList<>();
        int side = Math.max(shape.height(), shape.width());
        int count = channels;
        while (side > COARSEST || filters.size() < 2) {
            filters.add(new Filter(count, 5, 2, 2));
            side = (side + 1) / 2;
            count = Math.min(2 * count, Math.max(channels, LARGEST_COUNT));
        }
        return filters;
    }
}
