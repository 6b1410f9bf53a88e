/**
 * Imitation on the command line: from demonstrations to a policy, by any of the recipes. All that
 * can be refused is refused before networks are made; the prepared imitation is then an ordinary
 * course, for whoever wants it run.
 *
 * <p>Reading order: {@link dev.strait.demos.imitation.ImitateCommand}, {@link
 * dev.strait.demos.imitation.ImitationRun} (what is asked for), {@link
 * dev.strait.demos.imitation.PreparedImitation} (read, fit and built).
 *
 * <p>Papers: those of {@link dev.strait.agents.imitation}.
 *
 * <p>The decision weighed: the configuration is a record of its own beside the algorithms'
 * settings. It says where demonstrations come from, seeds and devices, which no algorithm has to
 * know; and it is written into the folder, so that it must not change with them.
 *
 * <p>Details:
 *
 * <ul>
 *   <li>A run counts as having reached the expert at random + 0.95 (expert − random), a scale on
 *       which negative returns (Pendulum, Acrobot) make sense.
 *   <li>Where no file is named, a world that follows a clip is imitated from its clip, any other
 *       from the demonstrations that come with Strait.
 *   <li>A warm start's time counts as time of training.
 * </ul>
 */
package dev.strait.demos.imitation;
