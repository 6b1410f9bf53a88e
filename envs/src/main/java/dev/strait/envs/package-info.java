/**
 * Worlds: something that is reset, acts on an action and tells an observation and a reward.
 *
 * <p>A {@link dev.strait.envs.World} is dynamics and nothing else. {@link
 * dev.strait.envs.Environment} gives one world Gymnasium's interface (random stream, time limit,
 * checks); {@link dev.strait.envs.VectorEnvironment} steps many into arrays that the caller owns.
 *
 * <p>Reading order: {@code World}, {@code Space}, {@code Environment}, {@code Environments} (the
 * registry), {@code VectorEnvironment} and {@code StepBatch}, {@code WorldBatch} with {@code
 * BatchedEnvironment}, {@code Pcg64} with {@code Ziggurat}, {@code StateFeatures} and {@code
 * StateFrames}; then the worlds in {@link dev.strait.envs.classic}, {@link
 * dev.strait.envs.locomotion}, {@link dev.strait.envs.maze}, {@link dev.strait.envs.mimic} and
 * {@link dev.strait.envs.probe}.
 *
 * <p>The decision that was weighed: who begins the next episode. Gymnasium's default is the step
 * after the end, which yields a transition that belongs to no episode and must be masked from
 * training. Here it is the same step (Gymnasium's {@code SAME_STEP}), and the true last observation
 * is handed out beside the first of the next episode, because a truncated step bootstraps from it.
 *
 * <p>Details, with their sources:
 *
 * <ul>
 *   <li>Seeds give NumPy's streams ({@code SeedSequence}, PCG64 XSL-RR), so {@code reset(seed)}
 *       starts where Gymnasium starts; world i of N is seeded seed + i (Gymnasium 0.29.1 {@code
 *       vector_env.py}).
 *   <li>The stream goes on across episodes; only a seed begins it anew (Gymnasium {@code core.py}).
 *       Without any seed it is that of seed 0, where Gymnasium asks the operating system.
 *   <li>The time limit sets {@code truncated} and leaves {@code terminated} alone; both may hold
 *       (Gymnasium {@code time_limit.py}).
 *   <li>Discrete actions outside their space are refused; continuous ones are clipped by the world,
 *       as Gymnasium's worlds do, but NaN is refused.
 *   <li>Samples of a {@link dev.strait.envs.Box} have Gymnasium's distributions, not its draws.
 *   <li>An observation that holds a value to a limit does not tell the state beyond it; a replay
 *       leaves such steps out ({@code World.tellsState}).
 *   <li>Threads are used only where a world says that it is dear; rows are independent, so their
 *       number changes no result.
 *   <li>A step allocates nothing; {@code BatchedEnvironmentTest} counts the bytes.
 * </ul>
 */
package dev.strait.envs;
