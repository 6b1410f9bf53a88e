/**
 * Gymnasium's MuJoCo worlds, edition 4 and 5, on {@link dev.strait.envs.physics}.
 *
 * <p>A world is a body from a model file, a reward of a few terms and a rule that ends an episode;
 * {@code LocomotionWorld} holds what all share.
 *
 * <p>Reading order: {@link dev.strait.envs.locomotion.Locomotion} (ids, limits, thresholds, files),
 * {@code LocomotionWorld}, {@code Hopper} as the plainest world, {@code StateView} and {@code
 * Afterimage} (what is observed), {@code Humanoid}, which uses all of it.
 *
 * <p>The decision that was weighed: which rule of contact margins. Today's MuJoCo (3.14) adds the
 * margins of two geoms, the one with which the published v4 demonstrations were recorded took the
 * larger; Hopper and Ant tell the difference in every contact. So v4 worlds use the larger and
 * replay what people have, v5 worlds the sum and equal Gymnasium as it is installed today; either
 * can be asked for the other ({@code --margin}). Walker2d, HalfCheetah and the others have margins
 * of 0 and do not care; Humanoid does.
 *
 * <p>Details, with their sources (Gymnasium 1.3.0 unless another is named):
 *
 * <ul>
 *   <li>Places and forces in rewards and observations are those of the last evaluation, not of the
 *       present state: MuJoCo's memory after {@code mj_step}. Ant's ẋ is of the torso's place
 *       there, Humanoid's of the centre of mass, Reacher's and the double pendulum's distances as
 *       well. They are part of a world's saved state. After a reset everything is of the present
 *       state.
 *   <li>v4 pays the survival bonus in the last step, too; v5 does not.
 *   <li>Contact wrenches are 0 after a reset: {@code mj_rnePostConstraint} runs in a step alone
 *       ({@code mujoco_env.py}). MuJoCo computes none for the world body, so that the sum over all
 *       bodies is that over the others.
 *   <li>Actions are limited by the physics; effort is counted on the action as given.
 *   <li>Initial noise is drawn positions first, in the order of NumPy's stream and with its normal
 *       variates, so that {@code reset(seed)} starts where Gymnasium's does.
 *   <li>Ant v4 is without contact forces, its default.
 *   <li>From an observation, hidden positions start at 0. Ant's and Humanoid's place before the
 *       step, one evaluation old, is not in it; a replay of single steps takes it from the step
 *       before.
 *   <li>A simulation that leaves its sound states (not finite, a velocity above 1e6) is an error,
 *       where MuJoCo warns and resets the state.
 * </ul>
 */
package dev.strait.envs.locomotion;
