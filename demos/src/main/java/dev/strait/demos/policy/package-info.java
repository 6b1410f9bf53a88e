/**
 * What every training of a policy is measured by and leaves, however the policy learns; and PPO on
 * the world's own or a learned reward.
 *
 * <p>Reading order: {@link dev.strait.demos.policy.PolicyPlan} (what it is measured by), {@link
 * dev.strait.demos.policy.PolicyCourse} (evaluated meanwhile), {@code PolicyOutcome} (policy,
 * learned reward, film, report), {@code SeenFrames} and {@code SaliencySheet} (where a
 * discriminator of frames looks); {@link dev.strait.demos.policy.PpoCommand} with {@link
 * dev.strait.demos.policy.PpoRun}.
 *
 * <p>Papers: Peng et al. 2019, whose figures {@code SaliencySheet} follows.
 *
 * <p>The decision weighed: imitation and PPO share one course and one outcome, with optional
 * figures, rather than having each its own. What an imitator does beside learning, it does on the
 * world's terms, and only so do the two compare.
 *
 * <p>Details:
 *
 * <ul>
 *   <li>A policy is evaluated on 20 episodes meanwhile and on 100 at the end; random actions on
 *       100.
 *   <li>PPO counts as having reached its target at the world's threshold; at −200 on Pendulum, to
 *       which Gymnasium gives none.
 *   <li>What the discriminator sees is drawn of the first demonstrated episode and of the middle of
 *       one that is played: two seconds of either.
 *   <li>Where it looks is red over the frame, full from half of the steepest pixel on, on one scale
 *       for expert and policy.
 * </ul>
 */
package dev.strait.demos.policy;
