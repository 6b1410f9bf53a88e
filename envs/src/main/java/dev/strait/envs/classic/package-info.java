/**
 * Gymnasium's five classic-control worlds, equal to version 0.29.1: the smallest worlds on which a
 * learner can show that it works, and the ones for which others publish figures.
 *
 * <p>Reading order: {@link dev.strait.envs.classic.ClassicControl} (ids, limits, thresholds),
 * {@link dev.strait.envs.classic.Pendulum} as the plainest world, {@code Hill} with the two
 * mountain cars, {@link dev.strait.envs.classic.Acrobot} with its dynamics, {@link
 * dev.strait.envs.classic.CartPole} with its batch.
 *
 * <p>Papers: Barto, Sutton and Anderson 1983 (cart-pole); Moore 1990 (mountain car); Sutton 1996
 * (acrobot).
 *
 * <p>The decision that was weighed: whose sine. Gymnasium's are the C library's, whose last bit
 * Java does not promise; {@link java.lang.Math} is within one unit in the last place of the true
 * value and fast, {@link java.lang.StrictMath} no closer to C's and slower. Of the recorded
 * trajectories those of the cart-pole and the continuous car come out to the bit, the other car's
 * to 1e-18, the pendulum's to 2e-10 over 200 steps, and the acrobot's to 4e-14 a step (its motion
 * is chaotic). Runs repeat to the bit on one kind of processor.
 *
 * <p>Details, with their sources (files of Gymnasium 0.29.1):
 *
 * <ul>
 *   <li>Observations are float32 of a float64 state; bounds are rounded alike.
 *   <li>The cart-pole pays 1 for its last step too; positions move with the old velocities ({@code
 *       cartpole.py}). Gymnasium 1.x computes θ̇² by another function and drifts by 2e-10.
 *   <li>The pendulum's cost is of the state before the step and of the clipped torque; its angle is
 *       not wrapped in the state ({@code pendulum.py}).
 *   <li>The acrobot uses the book's equations, starts from float32 numbers, and bounds its
 *       velocities after the step ({@code acrobot.py}).
 *   <li>The continuous mountain car stores its state as float32 after every step and charges for
 *       the action before clipping. Its arithmetic is in float64, as NumPy 1 promotes; under NumPy
 *       2 Gymnasium's own numbers differ in float32's last digits ({@code
 *       continuous_mountain_car.py}).
 *   <li>Either mountain car arrives only while moving forwards, velocity at least 0.
 *   <li>The twins {@code strait/…Fixed-…} keep their last state to the time limit ({@link
 *       dev.strait.envs.AbsorbingWorld}).
 *   <li>Many cart-poles are stepped as arrays, in loops short enough for HotSpot to vectorise.
 * </ul>
 */
package dev.strait.envs.classic;
