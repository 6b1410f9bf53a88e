/**
 * Experience: what a policy did in N worlds, as arrays that say what it saw, chose and got. This is
 * where observations leave the worlds' double precision for the engine's float32. Evaluation plays
 * whole episodes beside it and changes nothing; {@link dev.strait.agents.rollout.PolicyLook} asks
 * for one every few rounds of a training.
 *
 * <p>Reading order: {@link dev.strait.agents.rollout.Rollout}, {@link
 * dev.strait.agents.rollout.Collector}, {@link dev.strait.agents.rollout.Experience}, {@link
 * dev.strait.agents.rollout.Minibatches}, {@link dev.strait.agents.rollout.Evaluation}, {@link
 * dev.strait.agents.rollout.PolicyLook}.
 *
 * <p>Papers: Pardo et al. 2018 (a time limit is no end); Schulman et al. 2017 (N worlds, T steps).
 *
 * <p>The decision that was weighed: both the normalised observation and the world's own are kept.
 * The policy must learn from what it saw when it acted, although the moments have moved since; the
 * discriminator sees agent and expert through moments of its own. Two copies of a small table are
 * cheaper than a subtle mismatch.
 *
 * <p>Details, with their sources:
 *
 * <ul>
 *   <li>Row t·N + n is step t of world n; episodes run on across rounds (Schulman et al. 2017).
 *   <li>The successor of a step that ends an episode is its true last observation, not the first of
 *       the next one (SB3's {@code terminal_observation}).
 *   <li>{@code terminated} and {@code truncated} are kept apart (Gymnasium; Pardo et al. 2018).
 *   <li>The moments count an observation before the policy sees it, once (SB3's {@code
 *       VecNormalize}); successors are seen through the moments of their step and not counted.
 *   <li>The last minibatch of a pass may be smaller; no row is left out (SB3).
 *   <li>An evaluation plays one episode in each of as many worlds, so that short episodes are not
 *       counted more often than long ones, which a common pool of worlds would do.
 *   <li>The deviation of returns is that of the population (NumPy's default, as in SB3's {@code
 *       evaluate_policy}).
 * </ul>
 */
package dev.strait.agents.rollout;
