package dev.strait.core.distribution;

import static dev.strait.core.Require.require;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import dev.strait.core.tensor.NoiseStream;

/**
 * One of n choices a row.
 *
 * @param logits (B, n) log-probabilities up to a constant a row; the component holds them
 *     normalised
 */
public record Categorical(NDArray logits) implements Distribution {

    /** Keeps ln(−ln u) finite at both ends of float32's unit interval. */
    private static final float SMALLEST = 1e-30f;

    private static final float LARGEST = 1 - 6e-8f;

    public Categorical {
        require(
                logits.getShape().dimension() == 2,
                "logits must be (B, n), but were %s",
                logits.getShape());
        logits = logits.logSoftmax(1);
    }

    /** (B, n) the probabilities. */
    public NDArray probabilities() {
        return logits.exp();
    }

    @Override
    public NDArray sample(NoiseStream noise) {
        return sample(noise.uniform(logits.getManager(), logits.getShape()));
    }

    /**
     * argmax(logits − ln(−ln u)): the Gumbel-max draw.
     *
     * @param uniform (B, n) from U(0, 1)
     * @return (B, 1) float32 indices; no gradient passes
     */
    public NDArray sample(NDArray uniform) {
        NDArray gumbel = uniform.clip(SMALLEST, LARGEST).log().neg().log().neg();
        return indices(logits.add(gumbel));
    }

    @Override
    public NDArray mode() {
        return indices(logits);
    }

    /**
     * ln p of one index a row.
     *
     * @param values (B) or (B, 1) whole numbers of any type; an index outside 0 … n−1 fails in the
     *     engine
     * @return (B)
     */
    @Override
    public NDArray logProbability(NDArray values) {
        long rows = logits.getShape().get(0);
        require(
                values.size() == rows,
                "there are %s rows of logits, but the indices are %s",
                rows,
                values.getShape());
        NDArray index = values.reshape(rows, 1).toType(DataType.INT64, false);
        return logits.gather(index, 1).reshape(rows);
    }

    /** −Σ p ln p. */
    @Override
    public NDArray entropy() {
        return DiagonalGaussian.lastAxis(probabilities().mul(logits)).neg();
    }

    /**
     * KL(this ‖ other) = Σ p (ln p − ln q).
     *
     * @return (B)
     */
    public NDArray kl(Categorical other) {
        return DiagonalGaussian.lastAxis(probabilities().mul(logits.sub(other.logits)));
    }

    private static NDArray indices(NDArray scores) {
        return scores.argMax(1).reshape(-1, 1).toType(DataType.FLOAT32, false);
    }
}
