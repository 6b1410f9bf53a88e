package dev.strait.core.distribution;

import ai.djl.ndarray.NDArray;
import dev.strait.core.tensor.NoiseStream;

/**
 * A batch of distributions over actions, one a row, as functions that gradients pass through.
 * Actions are always (B, A) float32 rows; an index counts as one coordinate. Everything is in nats.
 */
public sealed interface Distribution
        permits DiagonalGaussian, SquashedGaussian, Categorical, CategoricalProduct {

    /**
     * One draw a row.
     *
     * @return (B, A); gradients pass through it where the family can be reparameterised
     */
    NDArray sample(NoiseStream noise);

    /** The most probable value of every row, (B, A); of a squashed Gaussian tanh of the mean. */
    NDArray mode();

    /**
     * ln p of one value a row (density for coordinates, probability for indices).
     *
     * @param values (B, A)
     * @return (B)
     */
    NDArray logProbability(NDArray values);

    /**
     * −E[ln p], differential for coordinates.
     *
     * @return (B)
     */
    NDArray entropy();
}
