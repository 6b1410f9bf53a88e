package dev.strait.agents.metric.extractor;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import dev.strait.core.gradient.InPlace;
import dev.strait.core.network.BlockState;
import dev.strait.core.network.Forward;
import dev.strait.core.tensor.Seeds;
import dev.strait.core.tensor.TensorEngine;
import dev.strait.envs.image.ImageShape;
import dev.strait.envs.image.ImageSource;
import java.util.LinkedHashMap;
import java.util.Map;

/** A trunk that sees features and a head that tells classes by them. */
final class ClassifierNetwork implements AutoCloseable {

    private final ImageShape shape;
    private final ClassifierRecipe recipe;
    private final NDManager manager;
    private final Block trunk;
    private final Block head;
    private final Forward features;
    private final Forward logits;
    private final NDArray mean;
    private final NDArray scale;

    ClassifierNetwork(ImageShape shape, int classes, ClassifierRecipe recipe, Device device) {
        this.shape = shape;
        this.recipe = recipe;
        Seeds seeds = recipe.seeds();
        manager = TensorEngine.newManager(device);
        trunk = recipe.trunk(shape, manager, seeds.stream("trunk"));
        head = recipe.head(classes, manager, seeds.stream("head"));
        features = Forward.of(trunk);
        logits = Forward.of(head);
        mean = manager.zeros(new Shape(recipe.features()));
        scale = manager.ones(new Shape(recipe.features()));
    }

    ImageShape shape() {
        return shape;
    }

    NDManager manager() {
        return manager;
    }

    Block[] blocks() {
        return new Block[] {trunk, head};
    }

    /** Every weight by name, and what standardises. */
    Map<String, NDArray> weights() {
        Map<String, NDArray> weights = new LinkedHashMap<>();
        BlockState.all(trunk).forEach((name, array) -> weights.put("trunk." + name, array));
        BlockState.all(head).forEach((name, array) -> weights.put("head." + name, array));
        weights.put("features.mean", mean);
        weights.put("features.scale", scale);
        return weights;
    }

    /** (B, C, H, W) to (B, F), not standardised. */
    NDArray features(NDArray images) {
        return features.apply(images);
    }

    /** What {@link #standardised} does from now on. */
    void standardise(Standardisation standardisation) {
        try (NDArray means = manager.create(standardisation.mean());
                NDArray scales = manager.create(standardisation.scale())) {
            InPlace.assign(mean, means);
            InPlace.assign(scale, scales);
        }
    }

    /** (B, F) features, each dimension with mean 0 and standard deviation 1. */
    NDArray standardised(NDArray seen) {
        return seen.sub(mean).mul(scale);
    }

    /** (B, F) features, not standardised, to (B, classes). */
    NDArray logits(NDArray seen) {
        return logits.apply(recipe.rectification().apply(seen));
    }

    /** Pictures of a source on the network's device. */
    NDArray read(NDManager scope, ImageSource source, int[] order, int from, int count) {
        float[] pixels = new float[Math.multiplyExact(count, shape.size())];
        for (int i = 0; i < count; i++) {
            source.read(order[from + i], pixels, i * shape.size());
        }
        return scope.create(
                pixels, new Shape(count, shape.channels(), shape.height(), shape.width()));
    }

    @Override
    public void close() {
        manager.close();
    }
}
