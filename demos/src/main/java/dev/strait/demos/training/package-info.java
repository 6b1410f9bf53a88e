/**
 * What every command that trains has in common, whatever it trains: its options, the folder of the
 * run, rounds with metrics and checkpoints, Ctrl-C, resuming.
 *
 * <p>Reading order: {@link dev.strait.demos.training.TrainingOptions} (what every such command
 * takes), {@link dev.strait.demos.training.RunStart} (finds the folder and locks it), {@link
 * dev.strait.demos.training.TrainingRun} (trains in it), {@link dev.strait.demos.training.RunPlan}
 * and {@link dev.strait.demos.training.Course} (what is particular to a kind of training), {@link
 * dev.strait.demos.training.ConfigurationHeader}.
 *
 * <p>Papers: none.
 *
 * <p>The decision weighed: a command hands over a {@code Course} rather than inheriting from a
 * command that trains. Comparisons and transfers train without a command of their own, and the
 * loop, with its order of writes, exists once.
 *
 * <p>Details:
 *
 * <ul>
 *   <li>Nothing is written before all that can be refused has been checked, and summary.json is
 *       written last: a folder without it can be resumed.
 *   <li>Files that a user names are noted in config.yaml by their absolute path, so that a run can
 *       be resumed from any folder.
 *   <li>A checkpoint is written every two seconds at most, after the row of its round.
 *   <li>A resumed run takes its own settings. Beside them it may be asked for more steps, for a
 *       look that it was not to take before, and for another device.
 * </ul>
 */
package dev.strait.demos.training;
