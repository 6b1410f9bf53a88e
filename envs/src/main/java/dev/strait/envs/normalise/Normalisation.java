package dev.strait.envs.normalise;

import static dev.strait.envs.Require.require;

/**
 * How normalised values are bounded; the defaults are those of Stable-Baselines3's {@code
 * VecNormalize}.
 *
 * @param clip values are held to [−clip, clip] after scaling, above 0
 * @param epsilon added to the variance under the root, above 0
 */
public record Normalisation(double clip, double epsilon) {

    /** Clip 10, epsilon 1e-8. */
    public static final Normalisation DEFAULT = new Normalisation(10, 1e-8);

    public Normalisation {
        require(clip > 0, "clip must be above 0, but was %s", clip);
        require(epsilon > 0, "epsilon must be above 0, but was %s", epsilon);
    }

    double apply(double value, double mean, double variance) {
        double scaled = (value - mean) / Math.sqrt(variance + epsilon);
        return Math.max(-clip, Math.min(clip, scaled));
    }
}
