package dev.strait.core.distribution;

import static dev.strait.core.Require.require;
import static dev.strait.core.tensor.Constants.times;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import dev.strait.core.tensor.NoiseStream;

/**
 * N(μ, diag σ²), a row each.
 *
 * @param mean (B, A) μ
 * @param logStd (B, A), or (A) for one σ shared by all rows: ln σ
 */
public record DiagonalGaussian(NDArray mean, NDArray logStd) implements Distribution {

    private static final double LOG_TWO_PI = Math.log(2 * Math.PI);

    public DiagonalGaussian {
        require(
                mean.getShape().dimension() == 2,
                "mean must be (B, A), but was %s",
                mean.getShape());
        require(
                logStd.getShape().equals(mean.getShape())
                        || logStd.getShape().equals(mean.getShape().slice(1)),
                "mean is %s, so logStd must be the same or its last axis, but was %s",
                mean.getShape(),
                logStd.getShape());
        if (logStd.getShape().dimension() == 1) {
            // First operand first: the result must live with the data, not with a parameter.
            logStd = mean.zerosLike().add(logStd);
        }
    }

    /** (B, A) σ. */
    public NDArray std() {
        return logStd.exp();
    }

    @Override
    public NDArray sample(NoiseStream noise) {
        return sample(noise.normal(mean.getManager(), mean.getShape()));
    }

    /**
     * μ + σε: the draw as a function of noise, so that gradients reach μ and σ (Kingma and Welling
     * 2014).
     *
     * @param noise (B, A) ε from N(0, I)
     * @return (B, A)
     */
    public NDArray sample(NDArray noise) {
        require(
                noise.getShape().equals(mean.getShape()),
                "mean is %s, but noise is %s",
                mean.getShape(),
                noise.getShape());
        return mean.add(std().mul(noise));
    }

    /**
     * Several draws a row, with their gradients.
     *
     * @param count S, at least 1
     * @return (S, B, A)
     */
    public NDArray samples(int count, NoiseStream noise) {
        require(count >= 1, "count must be at least 1, but was %s", count);
        Shape shape = new Shape(count).addAll(mean.getShape());
        return mean.add(std().mul(noise.normal(mean.getManager(), shape)));
    }

    @Override
    public NDArray mode() {
        return mean;
    }

    /** Σ_a −½((x−μ)/σ)² − ln σ − ½ ln 2π. */
    @Override
    public NDArray logProbability(NDArray values) {
        require(
                values.getShape().equals(mean.getShape()),
                "mean is %s, but values are %s",
                mean.getShape(),
                values.getShape());
        NDArray standard = values.sub(mean).div(std());
        NDArray perCoordinate = times(standard.square(), -0.5).sub(logStd);
        return lastAxis(perCoordinate).sub((float) (0.5 * size() * LOG_TWO_PI));
    }

    /** Σ_a ln σ + ½(1 + ln 2π). */
    @Override
    public NDArray entropy() {
        return lastAxis(logStd).add((float) (0.5 * size() * (1 + LOG_TWO_PI)));
    }

    /**
     * KL(this ‖ other) = Σ_a ln(σ₂/σ₁) + (σ₁² + (μ₁−μ₂)²)/(2σ₂²) − ½.
     *
     * @return (B)
     */
    public NDArray kl(DiagonalGaussian other) {
        NDArray logRatio = logStd.sub(other.logStd);
        NDArray twice = logRatio.add(logRatio);
        NDArray spread = twice.exp();
        NDArray shift = mean.sub(other.mean).div(other.std()).square();
        return times(lastAxis(spread.add(shift).sub(1f).sub(twice)), 0.5);
    }

    /**
     * KL(this ‖ N(0, I)) = ½ Σ_a (μ² + σ² − ln σ² − 1): the rate of the bottleneck.
     *
     * @return (B)
     */
    public NDArray klToStandardNormal() {
        NDArray twice = logStd.add(logStd);
        return times(lastAxis(mean.square().add(twice.exp()).sub(twice).sub(1f)), 0.5);
    }

    private long size() {
        return mean.getShape().get(1);
    }

    static NDArray lastAxis(NDArray values) {
        return values.sum(new int[] {1});
    }
}
