/**
 * Characters that are to move as a motion clip does, on the articulated bodies of {@link
 * dev.strait.envs.physics}: a planar biped of seven links and DeepMimic's humanoid.
 *
 * <p>Reading order: {@link dev.strait.envs.mimic.MimicWorlds}, {@link
 * dev.strait.envs.mimic.MotionImitation}, {@code MimicWorld}, {@code ClipDifference}; then {@code
 * PlanarBiped} with {@code PlanarBipedModel}, {@code PlanarFeatures}, {@code PlanarFrames} and
 * {@code PlanarFall}, and {@code Humanoid3d} with {@code HumanoidModel}, {@code HumanoidLimbs} and
 * {@code Rotations}.
 *
 * <p>Papers: Peng et al. 2018 (DeepMimic: drives, starts anywhere in the clip, early ends, the
 * reward for tracking); Peng et al. 2019 (imitation of clips without that reward).
 *
 * <p>The decision that was weighed: how a discriminator comes to see other numbers than the policy.
 * Features could have been handed out beside the observation by every world, rollout and recording.
 * But they are functions of the observation, so a world says which ({@link
 * dev.strait.envs.StateFeatures}), and nothing between world and discriminator changes. A clip then
 * becomes demonstrations by observing its states, without actions.
 *
 * <p>Details, with their sources:
 *
 * <ul>
 *   <li>The clip is part of the world and of its id, behind a colon, so that what knows the id (a
 *       run's configuration, a saved policy) finds the clip again.
 *   <li>30 Hz control, 240 Hz physics; targets are held for a control step, the drives' torques
 *       computed anew in each physics step, implicitly and with saturation (DeepMimic's stable PD).
 *   <li>A start is the clip's state at a uniform phase, with noise of 0.02 rad on the angles,
 *       raised by its deepest contact.
 *   <li>The phase is observed only in the worlds that say so, as an angle of a whole turn, or of
 *       half a turn where the clip does not loop: without it the policy goes by its state, and
 *       imitated a walk better.
 *   <li>An episode ends at a touch of trunk or head, at a low or much leaning trunk, at 200 m/s or
 *       rad/s, but never at what the clip does itself. The state before a blow-up is put back.
 *   <li>The end of a clip that does not loop cuts an episode, as a time limit does (DeepMimic ends
 *       it there, too). Demonstrations and the rotation error go as far.
 *   <li>Actions of the biped are centred on the clip's mean angles, so that a new policy stands
 *       there; the humanoid's are rotation vectors centred on its rest pose.
 *   <li>The biped's frames are drawn from what is observed of it, so the camera goes along; its
 *       speed shows in how far marks on the ground smear in a control step. On a plain ground only
 *       the legs would tell a body that stands from one that runs.
 *   <li>The rotation error is the root mean square over pitch and six angles, or over the root and
 *       twelve joints, aligned by time warping with the clip from where the episode began to where
 *       it might have ended: a character that falls before stays in the pose of its fall.
 * </ul>
 */
package dev.strait.envs.mimic;
