/**
 * The deep VIB classifier on the command line: trained, tested, and where asked for compared over β
 * and attacked.
 *
 * <p>Reading order: {@link dev.strait.demos.vib.VibCommand} with {@code VibRun} (what is asked
 * for), {@code VibCourse} (tests meanwhile), {@code VibOutcome} (what it leaves), {@code VibPlane}
 * (the sweep over β), {@code VibAttacks}.
 *
 * <p>Papers: those of {@link dev.strait.agents.vib}.
 *
 * <p>The decision weighed: the sweep and the attacks belong to the run that they follow, rather
 * than being commands of their own. They need its settings and pictures to the letter, and its
 * report shows them side by side.
 *
 * <p>Details:
 *
 * <ul>
 *   <li>A deep VIB is evaluated on the test pictures meanwhile, which chooses nothing: the weights
 *       of the last step are the result.
 *   <li>What follows the training is kept in parts (a row of plane.csv a β, the twin's files), so
 *       that a run stopped within it does not begin it anew.
 *   <li>A finished run takes {@code --sweep} and {@code --attack} with {@code --resume}: it is not
 *       trained again.
 * </ul>
 */
package dev.strait.demos.vib;
