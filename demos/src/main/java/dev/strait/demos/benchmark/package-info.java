/**
 * How fast this machine does what a training spends its time on: steps of worlds, forward passes,
 * updates, and the matrix product that all dense work is to be compared with in the same run.
 *
 * <p>Reading order: {@link dev.strait.demos.benchmark.Benchmark}, {@link
 * dev.strait.demos.benchmark.Measurement}, {@code Stopwatch}; then {@code MatrixProduct}, {@code
 * PpoUpdate}, {@code BottleneckUpdate}, {@code RolloutForward}; {@code GanSpeed} with {@code
 * PeerGan} and {@code LayerWork}; {@code BodyPhysics}.
 *
 * <p>Papers: Schulman et al. 2017 (PPO), Peng et al. 2019 (the size of the discriminator).
 *
 * <p>The decision weighed: JMH gives each figure a virtual machine of its own and takes minutes.
 * These figures are milliseconds of native code or millions of steps, where warm-up and a median of
 * five runs decide, and they are wanted together within half a minute.
 *
 * <p>Details:
 *
 * <ul>
 *   <li>A third of the time warms up; the rest is five runs, of which the median counts.
 *   <li>The updates are the library's own, through its public doors, on inputs that never change.
 *   <li>PPO's figure is a round's time over its minibatches, advantages and shuffling included.
 *   <li>A rate is told as a share of the matrix product's, the two timed turn by turn: what else
 *       the machine does slows both alike. Operations are counted by hand (a multiplication and an
 *       addition are two), those of matrices and kernels only.
 *   <li>GANs have the layers of PyTorch-GAN's scripts (E. Linder-Norén), counted as those have
 *       them: nearest neighbours and 3×3 kernels apart, though the library folds them into one at
 *       4/9 of the products, so that their share may pass 100 %.
 *   <li>Bodies are stepped under random controls on one thread, per second of its processor time;
 *       their agreement with recordings is an error, not a rate, and takes no time.
 *   <li>On a GPU each run ends with reading a result back, which waits for all that came before.
 * </ul>
 */
package dev.strait.demos.benchmark;
