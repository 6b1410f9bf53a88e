package dev.strait.core.gradient;

import ai.djl.ndarray.NDArray;

/** A gradient that parameters have by themselves, whatever the loss. */
interface Pull {

    /** Nothing. */
    Pull NONE = (gradient, parameters) -> {};

    /** Adds its own gradient, in place. */
    void addTo(NDArray gradient, NDArray parameters);

    /** 2c(θ − θ̄). */
    static Pull towards(NDArray centre, double strength) {
        return (gradient, parameters) -> {
            try (NDArray difference = parameters.sub(centre)) {
                gradient.addi(difference.muli((float) (2 * strength)));
            }
        };
    }
}
