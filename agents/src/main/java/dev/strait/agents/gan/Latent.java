package dev.strait.agents.gan;

import static dev.strait.core.Require.require;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.strait.core.tensor.Constants;
import dev.strait.core.tensor.NoiseStream;

/**
 * The noise that a generator starts from.
 *
 * @param size numbers a sample
 * @param prior their distribution
 */
public record Latent(int size, Prior prior) {

    /** A distribution of independent numbers. */
    public enum Prior {
        /** N(0, 1). */
        NORMAL {
            @Override
            NDArray draw(NDManager manager, Shape shape, NoiseStream noise) {
                return noise.normal(manager, shape);
            }
        },
        /** U(−1, 1). */
        UNIFORM {
            @Override
            NDArray draw(NDManager manager, Shape shape, NoiseStream noise) {
                return Constants.times(noise.uniform(manager, shape).sub(0.5f), 2);
            }
        };

        abstract NDArray draw(NDManager manager, Shape shape, NoiseStream noise);
    }

    public Latent {
        require(size >= 1, "the latent size must be at least 1, but was %s", size);
    }

    /** (rows, size). */
    NDArray draw(NDManager manager, int rows, NoiseStream noise) {
        return prior.draw(manager, new Shape(rows, size), noise);
    }
}
