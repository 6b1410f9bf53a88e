package dev.strait.core.bottleneck;

import static dev.strait.core.Require.require;

import ai.djl.ndarray.NDArray;

/**
 * What a discriminator says about a batch, with the graph.
 *
 * @param logits (B) high for real or expert
 * @param kl (B) rate of the code in nats; zeros without a bottleneck
 */
public record Judgement(NDArray logits, NDArray kl) {

    public Judgement {
        require(
                logits.getShape().dimension() == 1 && logits.getShape().equals(kl.getShape()),
                "logits and kl must both be (B), but were %s and %s",
                logits.getShape(),
                kl.getShape());
    }

    /** The same rate under other logits, as AIRL's f − ln π needs. */
    public Judgement withLogits(NDArray other) {
        return new Judgement(other, kl);
    }
}
