package dev.strait.core.bottleneck;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Block;
import dev.strait.core.tensor.NoiseStream;

/**
 * One number a sample, high for real or expert, with or without a bottleneck on the way. A {@link
 * Bottleneck} makes them; a sum of several (AIRL's g and h) is one too, and adds their rates.
 */
public interface Discriminator {

    /**
     * The verdict on sampled codes: what the discriminator is trained on.
     *
     * @param inputs (B, …)
     * @param noise where ε comes from; untouched without a bottleneck
     */
    Judgement judge(NDArray inputs, NoiseStream noise);

    /**
     * The verdict on mean codes, D(μ(x)): what generators and rewards see by default.
     *
     * @param inputs (B, …)
     * @return (B)
     */
    NDArray logits(NDArray inputs);

    /** Everything that is learned, for the Learner and the checkpoint. */
    Block block();
}
