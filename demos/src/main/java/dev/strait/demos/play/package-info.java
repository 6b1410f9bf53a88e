/**
 * Saved policies at work: whole episodes are played, counted, recorded and filmed. What is played
 * does not depend on what is done with it, so a recording and an evaluation of the same seed are of
 * the same episodes.
 *
 * <p>Reading order: {@link dev.strait.demos.play.Actor}, {@link dev.strait.demos.play.Playing},
 * {@code Played}, {@link dev.strait.demos.play.PlayedFilm}, {@link
 * dev.strait.demos.play.MotionMeasure}, {@link dev.strait.demos.play.LoadedPolicy}; then the
 * commands, {@link dev.strait.demos.play.EvaluateCommand} and {@link
 * dev.strait.demos.play.RecordCommand}, with {@code PlayOptions} and {@code PlayedTable}.
 *
 * <p>Papers: none.
 *
 * <p>The decision weighed: every episode has a world of its own, seeded by its number, rather than
 * one world played again and again. Short episodes are then not counted more often than long ones,
 * and the engine sees many observations at once.
 *
 * <p>Details:
 *
 * <ul>
 *   <li>Episode i starts as Gymnasium's world does after {@code reset(seed=seed + i)}.
 *   <li>At most 256 worlds are played at a time; more episodes follow in their order.
 *   <li>The observation after the last action is kept, and terminated and truncated are told apart.
 *   <li>A film keeps the pace of the world and shows every second step, or fewer where that would
 *       be more than 150 frames; it holds its last for a moment.
 * </ul>
 */
package dev.strait.demos.play;
