package dev.strait.agents.experiment.distance;

import static dev.strait.core.Require.require;
import static dev.strait.core.Require.requirePositive;

/**
 * N(mean, std²) on the line.
 *
 * @param mean μ
 * @param std σ
 */
public record Density(double mean, double std) {

    /** Beyond so many σ the density is below 10⁻¹⁵ of its height. */
    private static final double REACH = 9;

    public Density {
        require(Double.isFinite(mean), "mean must be finite, but was %s", mean);
        requirePositive(std, "std");
    }

    /** ln p(x). */
    public double log(double x) {
        double z = (x - mean) / std;
        return -z * z / 2 - Math.log(std) - Math.log(2 * Math.PI) / 2;
    }

    /** p(x). */
    public double at(double x) {
        return Math.exp(log(x));
    }

    /** Closed form of KL(this ‖ other), in nats. */
    public double klTo(Density other) {
        double ratio = std / other.std;
        double gap = (mean - other.mean) / other.std;
        return (ratio * ratio + gap * gap - 1) / 2 - Math.log(ratio);
    }

    /** Closed form of the first-order Wasserstein distance to one of the same σ: the gap. */
    public double wassersteinTo(Density other) {
        require(std == other.std, "the closed form needs one std, but got %s, %s", std, other.std);
        return Math.abs(mean - other.mean);
    }

    double low() {
        return mean - REACH * std;
    }

    double high() {
        return mean + REACH * std;
    }
}
