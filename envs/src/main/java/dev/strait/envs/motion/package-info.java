/**
 * Motion clips: a humanoid's poses over time, read from the files people have or made from key
 * frames, and brought into the form that a character can follow.
 *
 * <p>Reading order: {@link dev.strait.envs.motion.ClipName}, {@link
 * dev.strait.envs.motion.MotionFile}, {@link dev.strait.envs.motion.MotionClip} with {@link
 * dev.strait.envs.motion.Pose} and {@link dev.strait.envs.motion.HumanoidJoint}, {@code
 * DeepMimicClip}, {@code BvhMotion} with {@code BvhRetargeting} and {@code JointNames}, {@link
 * dev.strait.envs.motion.SagittalMotion} with {@link dev.strait.envs.motion.SagittalBody} and
 * {@link dev.strait.envs.motion.HumanoidLengths}, {@link dev.strait.envs.motion.OwnClips} with
 * {@code Gait} and {@code KeyFrames}, {@link dev.strait.envs.motion.TimeWarp}.
 *
 * <p>Papers: Peng et al. 2018 (DeepMimic: the clips' layout and the humanoid); Peng et al. 2019
 * (the error by which imitation of motion is measured); Sakoe and Chiba 1978 (dynamic time
 * warping).
 *
 * <p>The decision that was weighed: whether poses are rows of numbers or rotations with names. Rows
 * are what files and simulations have, but mirroring, retargeting and projecting read as arithmetic
 * on indices there; poses are looked up by name, and tabulated once where a simulation needs them
 * in every step.
 *
 * <p>Details, with their sources:
 *
 * <ul>
 *   <li>x is forward, y up, z to the right; quaternions are scalar first (DeepMimic).
 *   <li>Quaternions are brought to norm 1; published clips are off by up to 0.22. Beyond a factor
 *       of 2 a row is damaged.
 *   <li>A frame's own duration counts, the last one's does not; a clip without {@code Loop} does
 *       not loop (DeepMimic), nor does BVH, which cannot say so, unless it is asked to.
 *   <li>A looping clip goes on by the way of its root over the ground, not by its turn; of a flip
 *       in the sagittal plane the turn goes on, too. So velocities in space are taken within the
 *       clip, one-sided at its ends.
 *   <li>The sagittal projection takes hips, ankles and the root for their turn about z alone.
 *   <li>BVH: channels apply in their order; what is up and what is right is read off the rest pose;
 *       lengths are scaled by the right leg; positions of other joints than the root are not used.
 *   <li>Our own clips have no double support and no angular momentum to speak of: they are to be
 *       imitated, not studied.
 * </ul>
 */
package dev.strait.envs.motion;
