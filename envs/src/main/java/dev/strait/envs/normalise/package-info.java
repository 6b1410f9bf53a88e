/**
 * Observations and rewards brought to unit scale by what was seen so far, which the worlds with
 * unlike units (Pendulum's angle and speed) need before a network can learn from them.
 *
 * <p>Reading order: {@code RunningMoments}, {@link
 * dev.strait.envs.normalise.ObservationNormaliser}, {@link
 * dev.strait.envs.normalise.RewardNormaliser}.
 *
 * <p>Paper: Chan, Golub and LeVeque 1979 for the merging of variances. The rules are those of
 * Stable-Baselines3 2.x {@code vec_normalize.py} and {@code running_mean_std.py}.
 *
 * <p>The decision that was weighed: counting and normalising are two calls for observations and one
 * for rewards. An observation is normalised wherever it goes (last observations, demonstrations),
 * but counted once; a reward is seen once, and its scale depends on the step that brought it.
 *
 * <p>Details, with their sources:
 *
 * <ul>
 *   <li>Start: mean 0, variance 1, count 1e-4; population variance.
 *   <li>Results are held to ±10, with 1e-8 added to the variance under the root.
 *   <li>Rewards are divided by the deviation of the discounted return, their mean stays.
 *   <li>A return begins anew where an episode ended, terminated or truncated (Gymnasium's own
 *       wrapper: terminated only).
 *   <li>The step's rewards are counted before they are scaled.
 *   <li>float64 throughout; nothing is rounded to float32.
 *   <li>Whether a normaliser is frozen is not part of its saved state.
 * </ul>
 */
package dev.strait.envs.normalise;
