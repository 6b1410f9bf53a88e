/**
 * Point mazes in which a reward can be told from a habit: a ball is pushed around a wall to a
 * target, and in the mirror of the maze the way leads round the other side. Who imitates the
 * motions fails there; who has learned what the expert wants does not.
 *
 * <p>Reading order: {@link dev.strait.envs.maze.Mazes} (ids), {@link
 * dev.strait.envs.maze.MazeLayout} with {@link dev.strait.envs.maze.Wall}, {@link
 * dev.strait.envs.maze.MazeReward}, {@code MazeModel}, {@link dev.strait.envs.maze.Maze}.
 *
 * <p>Papers: Fu, Luo and Levine 2018 (AIRL; shifting maze); Peng et al. 2019 (section 5.2 of the
 * variational discriminator bottleneck; the geometry is that of their public code).
 *
 * <p>The decision that was weighed: a point mass in the plane is a page of code, but then its
 * contacts would be others than those of the published worlds. It is a model for {@link
 * dev.strait.envs.physics.Simulation} as every other, and its steps equal MuJoCo's to rounding.
 *
 * <p>Details, with their sources (the paper's public inverse-RL code):
 *
 * <ul>
 *   <li>5 physics steps of 10 ms a step; 100 steps an episode, which the training used; the
 *       original's own limit is 200.
 *   <li>The observation is the position (x, y, 0) alone, of the state before the last physics step,
 *       as MuJoCo leaves it; velocities are hidden.
 *   <li>The C-maze's test layout is not the exact mirror of its training layout: the gaps are 0.3 m
 *       at the left and 0.2 m at the right, and start and target stand 0.05 m right of the middle.
 *       {@code CMazeMirrored-v0} is the original's test layout. The S-maze's is exact.
 *   <li>The C-maze pays −|p − target| − 0.001 |a|², p observed before the step, a as asked for,
 *       before it is limited.
 *   <li>The S-maze pays 2 within 0.1 m and 1 within 0.2 m of the target, and the decrease of a path
 *       length with the original's leg of 0.2 m sideways.
 *   <li>Margins of ball and wall add up, as in MuJoCo today; that of the paper's time took the
 *       larger.
 *   <li>The target touches nothing and is left out of the model.
 * </ul>
 */
package dev.strait.envs.maze;
