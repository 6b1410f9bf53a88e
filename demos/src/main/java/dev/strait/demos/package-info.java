/**
 * The command line: reads arguments, runs what they name, prints. Every error is one line on
 * standard error and an exit code; what a program wants goes to standard output, all else to
 * standard error.
 *
 * <p>Reading order: {@link dev.strait.demos.Strait} (the commands), {@code OneLineErrors}; then a
 * family of commands, each in a package of its own. {@link dev.strait.demos.inspection} and {@link
 * dev.strait.demos.listing} are short; {@link dev.strait.demos.training} is what all that train
 * share, and {@link dev.strait.demos.imitation}, {@link dev.strait.demos.policy}, {@link
 * dev.strait.demos.gan}, {@link dev.strait.demos.vib} are what each adds; {@link
 * dev.strait.demos.comparison} and {@link dev.strait.demos.transfer} make many runs of one; {@link
 * dev.strait.demos.play} is what is done with a policy afterwards. Under them lie {@link
 * dev.strait.demos.world} and {@link dev.strait.demos.image} (what is learned from), {@link
 * dev.strait.demos.terminal}, {@link dev.strait.demos.run} and {@link
 * dev.strait.demos.configuration} (what is printed, left on disk and asked for), {@link
 * dev.strait.demos.picture} (what is drawn). {@code BenchCommand} and {@code ExperimentCommand}
 * print what {@link dev.strait.demos.benchmark} and {@link dev.strait.demos.experiment} find out.
 *
 * <p>Papers: none; each package has its own.
 *
 * <p>The decision weighed: picocli reads the arguments, for its help, its completion script and its
 * checks; the settings of the algorithms are not options but keys of one configuration ({@link
 * dev.strait.demos.configuration}), so that they exist once, in their records.
 *
 * <p>Details:
 *
 * <ul>
 *   <li>An {@link java.lang.IllegalArgumentException} is the user's to mend (exit code 2), all else
 *       a failure (1).
 *   <li>No package knows this one, and none needs another that needs it.
 * </ul>
 */
package dev.strait.demos;
