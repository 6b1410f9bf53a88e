package dev.strait.core.bottleneck;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Block;
import dev.strait.core.tensor.NoiseStream;

/**
 * One number a sample, high for real or expert, with or without a bottleneck on the way. A {@link
 * Bottleneck} makes them. It works in two steps, so that others may share the first: a trunk of
 * features, and a verdict on them.
 */
public interface Discriminator {

    /**
     * What the trunk makes of the inputs, as it is trained: feature matching and InfoGAN's Q read
     * it too, in the same pass.
     *
     * @param inputs (B, …)
     * @return (B, …) in the trunk's shape
     */
    NDArray features(NDArray inputs);

    /**
     * The verdict on features, as it is trained.
     *
     * @param features as {@link #features} gives them
     * @param path the code that the last unit sees
     * @param noise where ε comes from; untouched without a bottleneck and on the mean path
     */
    Judgement verdict(NDArray features, CodePath path, NoiseStream noise);

    /**
     * The verdict on sampled codes: what the discriminator is trained on.
     *
     * @param inputs (B, …)
     * @param noise where ε comes from; untouched without a bottleneck
     */
    default Judgement judge(NDArray inputs, NoiseStream noise) {
        return verdict(features(inputs), CodePath.SAMPLED, noise);
    }

    /**
     * The verdict on mean codes, D(μ(x)), as the discriminator is used, nothing moving in it: what
     * rewards see by default.
     *
     * @param inputs (B, …)
     * @return (B)
     */
    NDArray logits(NDArray inputs);

    /** Everything that is learned, for the Learner and the checkpoint. */
    Block block();

    /** The last linear unit of {@link #block}, which gives the logit. */
    Block head();
}
