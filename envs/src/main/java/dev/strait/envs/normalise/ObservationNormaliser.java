package dev.strait.envs.normalise;

import static dev.strait.envs.Require.require;

/**
 * Brings observations to mean 0 and variance 1 by what was seen so far: (x − μ) / √(σ² + ε), held
 * to ±10. Observing and normalising are two calls, so that the true last observation of an episode
 * and demonstrations can be normalised without being counted.
 *
 * <p>As Stable-Baselines3's {@code VecNormalize}. A policy is only usable with the normaliser that
 * it was trained with: save {@link #save} beside it, and {@link #freeze} it for evaluation.
 */
public final class ObservationNormaliser {

    private final int features;
    private final Normalisation bounds;
    private final RunningMoments moments;
    private boolean frozen;

    /** A normaliser with the default bounds. */
    public ObservationNormaliser(int features) {
        this(features, Normalisation.DEFAULT);
    }

    /**
     * A normaliser that has seen nothing.
     *
     * @param features F, at least 1
     */
    public ObservationNormaliser(int features, Normalisation bounds) {
        this.features = features;
        this.bounds = bounds;
        moments = new RunningMoments(features);
    }

    /**
     * Counts observations in, unless frozen.
     *
     * @param observations (N, F)
     * @throws IllegalStateException on a value that is not finite
     */
    public void update(double[] observations) {
        int rows = rows(observations);
        if (!frozen) {
            moments.update(observations, rows);
        }
    }

    /**
     * Normalises by what was counted so far.
     *
     * @param observations (N, F) read
     * @param normalised (N, F) written; may be the same array
     */
    public void normalise(double[] observations, double[] normalised) {
        rows(observations);
        for (int i = 0; i < observations.length; i++) {
            int feature = i % features;
            normalised[i] =
                    bounds.apply(observations[i], moments.mean(feature), moments.variance(feature));
        }
    }

    private int rows(double[] observations) {
        require(
                observations.length > 0 && observations.length % features == 0,
                "%s values are not rows of %s features",
                observations.length,
                features);
        return observations.length / features;
    }

    /** F. */
    public int features() {
        return features;
    }

    /** Mean of one feature over everything counted. */
    public double mean(int feature) {
        return moments.mean(feature);
    }

    /** Variance of one feature over everything counted. */
    public double variance(int feature) {
        return moments.variance(feature);
    }

    /** What the result is bounded by. */
    public Normalisation bounds() {
        return bounds;
    }

    /** From now on {@link #update} changes nothing. */
    public void freeze() {
        frozen = true;
    }

    /** From now on {@link #update} counts again. */
    public void unfreeze() {
        frozen = false;
    }

    /** Whether {@link #update} changes nothing. */
    public boolean frozen() {
        return frozen;
    }

    /** Means, variances and count, (2F + 1); whether it is frozen is the caller's affair. */
    public double[] save() {
        double[] state = new double[moments.stateSize()];
        moments.save(state, 0);
        return state;
    }

    /**
     * Continues from what {@link #save} wrote.
     *
     * @throws IllegalArgumentException if the state is of another size
     */
    public void restore(double[] state) {
        require(
                state.length == moments.stateSize(),
                "the state of %s features has %s values, but got %s",
                features,
                moments.stateSize(),
                state.length);
        moments.restore(state, 0);
    }
}
