package dev.strait.agents.imitation;

import ai.djl.ndarray.NDArray;
import java.util.function.Supplier;

/**
 * Transitions as tensors.
 *
 * @param inputs (B, D) what the discriminator sees, in one row so that penalties reach all of it
 * @param continues (B) 1 where something follows s′, 0 after a terminated step
 * @param logPolicy (B) ln π(a|s), computed when a logit asks for it
 */
record Batch(NDArray inputs, NDArray continues, Supplier<NDArray> logPolicy) {

    /** The rows of one after the rows of the other. */
    static Batch join(Batch first, Batch second) {
        return new Batch(
                first.inputs.concat(second.inputs),
                first.continues.concat(second.continues),
                () -> first.logPolicy.get().concat(second.logPolicy.get()));
    }
}
