package dev.strait.envs.normalise;

import static dev.strait.envs.Require.require;

/**
 * Scales rewards by the spread of the discounted return: every world keeps G ← γ G + r, and a
 * reward becomes r / √(Var(G) + ε), held to ±10. The mean is not subtracted, because that would
 * change what is optimal. G starts anew where an episode ended, for either reason.
 *
 * <p>As Stable-Baselines3's {@code VecNormalize}.
 */
public final class RewardNormaliser {

    private final int worlds;
    private final double discount;
    private final Normalisation bounds;
    private final RunningMoments moments = new RunningMoments(1);
    private final double[] returns;
    private boolean frozen;

    /** A normaliser with the default bounds. */
    public RewardNormaliser(int worlds, double discount) {
        this(worlds, discount, Normalisation.DEFAULT);
    }

    /**
     * A normaliser that has seen nothing.
     *
     * @param worlds N, at least 1
     * @param discount γ in [0, 1]
     */
    public RewardNormaliser(int worlds, double discount, Normalisation bounds) {
        require(worlds >= 1, "worlds must be at least 1, but was %s", worlds);
        require(discount >= 0 && discount <= 1, "discount must be in [0, 1], but was %s", discount);
        this.worlds = worlds;
        this.discount = discount;
        this.bounds = bounds;
        returns = new double[worlds];
    }

    /**
     * Counts one step of every world in (unless frozen), then normalises its rewards.
     *
     * @param rewards (N) of the step, read
     * @param terminated (N) episodes that ended by the world's rule
     * @param truncated (N) episodes that were cut
     * @param normalised (N) written; may be the same array as {@code rewards}
     * @throws IllegalStateException on a reward that is not finite
     */
    public void step(
            double[] rewards, boolean[] terminated, boolean[] truncated, double[] normalised) {
        require(
                rewards.length == worlds,
                "a step of %s worlds has %s rewards",
                worlds,
                rewards.length);
        if (!frozen) {
            count(rewards);
        }
        double variance = moments.variance(0);
        for (int i = 0; i < worlds; i++) {
            normalised[i] = bounds.apply(rewards[i], 0, variance);
            returns[i] = terminated[i] || truncated[i] ? 0 : returns[i];
        }
    }

    private void count(double[] rewards) {
        for (int i = 0; i < worlds; i++) {
            returns[i] = discount * returns[i] + rewards[i];
        }
        moments.update(returns, worlds);
    }

    /** Variance of the discounted return over everything counted. */
    public double variance() {
        return moments.variance(0);
    }

    /** From now on {@link #step} counts nothing. */
    public void freeze() {
        frozen = true;
    }

    /** From now on {@link #step} counts again. */
    public void unfreeze() {
        frozen = false;
    }

    /** Whether {@link #step} counts nothing. */
    public boolean frozen() {
        return frozen;
    }

    /** Mean, variance and count of the returns, then the N running returns: (3 + N). */
    public double[] save() {
        double[] state = new double[moments.stateSize() + worlds];
        moments.save(state, 0);
        System.arraycopy(returns, 0, state, moments.stateSize(), worlds);
        return state;
    }

    /**
     * Continues from what {@link #save} wrote.
     *
     * @throws IllegalArgumentException if the state is of another size
     */
    public void restore(double[] state) {
        int expected = moments.stateSize() + worlds;
        require(
                state.length == expected,
                "the state of %s worlds has %s values, but got %s",
                worlds,
                expected,
                state.length);
        moments.restore(state, 0);
        System.arraycopy(state, moments.stateSize(), returns, 0, worlds);
    }
}
