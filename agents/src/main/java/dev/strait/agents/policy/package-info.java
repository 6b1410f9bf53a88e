/**
 * π(a|s): a dense network over normalised observations, and a head that says what its outputs mean
 * in the action space. The distribution is over <em>choices</em>; the world gets <em>actions</em>,
 * and the two differ in a box only. A trained policy is two files that load back with the engine or
 * without it.
 *
 * <p>Reading order: {@link dev.strait.agents.policy.PolicySettings}, {@link
 * dev.strait.agents.policy.Policy}, {@code ActionHead} with {@code IndexHead} and {@code
 * CoordinateHead}, {@code ActionDistribution}, {@link dev.strait.agents.policy.PolicyFile}, {@code
 * SavedPolicy}, {@link dev.strait.agents.policy.DensePolicy}.
 *
 * <p>Papers: Schulman et al. 2017 (PPO's actor); Engstrom et al. 2020 and Andrychowicz et al. 2021
 * (which of the details below matter).
 *
 * <p>The decision that was weighed: where a bounded action is clipped. Clipping inside the
 * distribution would put lumps of probability on the bounds and change ln π; so the unclipped
 * choice is what is stored and learned from, and only the world sees the clipped action (SB3 does
 * the same). A tanh inside the distribution is there for those who want it ({@code squash}).
 *
 * <p>Details, with their sources:
 *
 * <ul>
 *   <li>Hidden weights are orthogonal with gain √2, the last layer's with gain 0.01, biases 0, so
 *       that a new policy has no preference (SB3; Engstrom et al. 2020).
 *   <li>ln σ is one learned vector, the same for all observations, and begins at 0 (OpenAI
 *       baselines, SB3).
 *   <li>A choice of ±1 means the bounds of a coordinate, where it has both; SB3 leaves that to a
 *       wrapper. Unbounded coordinates are taken as they are; one without width has one action.
 *   <li>Observations are shifted and scaled by running moments and held to ±10 (SB3's {@code
 *       VecNormalize}); the moments are part of the policy and of its files.
 *   <li>Sampling is done in Java from the network's outputs: the inverse distribution function for
 *       indices, the JVM's normal variates for coordinates. Its stream is one number, which a
 *       checkpoint holds.
 *   <li>Evaluation takes the mode: the most probable index, the mean of a Gaussian, its tanh.
 *   <li>{@code policy.json} holds the SHA-256 of {@code policy.safetensors}: half of another pair
 *       is refused. The two are each written whole or not at all.
 *   <li>{@code ActionHead}, {@code SavedPolicy} and all that they touch load without DJL; {@code
 *       PolicyFileTest} runs them on a class path that lacks it.
 * </ul>
 */
package dev.strait.agents.policy;
