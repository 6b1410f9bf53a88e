package dev.strait.agents.policy;

import ai.djl.ndarray.NDArray;
import dev.strait.core.distribution.Categorical;
import dev.strait.core.distribution.CategoricalProduct;
import dev.strait.core.distribution.DiagonalGaussian;
import dev.strait.core.distribution.Distribution;
import dev.strait.core.distribution.SquashedGaussian;

/**
 * The distribution that an {@link ActionHead} draws from, with gradients. It is kept apart from the
 * heads, so that those load without the engine.
 */
final class ActionDistribution {

    private ActionDistribution() {}

    /**
     * The distribution over choices.
     *
     * @param outputs (B, {@link ActionHead#outputs}) of the actor
     * @param logStd ({@link ActionHead#scales}) ln σ; null in discrete spaces
     */
    static Distribution of(ActionHead head, NDArray outputs, NDArray logStd) {
        if (head instanceof CoordinateHead coordinates) {
            DiagonalGaussian gaussian = new DiagonalGaussian(outputs, logStd);
            return coordinates.squash() ? new SquashedGaussian(gaussian) : gaussian;
        }
        int[] sizes = ((IndexHead) head).sizes();
        return sizes.length == 1 ? new Categorical(outputs) : CategoricalProduct.of(outputs, sizes);
    }
}
