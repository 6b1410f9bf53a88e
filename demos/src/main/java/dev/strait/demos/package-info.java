/**
 * The command line: reads arguments, runs what they name, prints. Every error is one line on
 * standard error and an exit code; what a program wants goes to standard output, all else to
 * standard error.
 *
 * <p>Reading order: {@link dev.strait.demos.Strait} (the commands), {@code OneLineErrors} and
 * {@code ExitCode}, {@code TrainingOptions} (what every training command takes), {@code
 * Interruption}, {@code ProgressBar}; then a command, such as {@code InspectCommand} with {@code
 * Inspection}, {@code MotionInspection} and {@code WorldFit}. A training command, such as {@code
 * ImitateCommand}, checks all that it was given ({@code ImitationRun}) and builds the training;
 * {@code RunStart} finds the folder and locks it, {@code TrainingRun} trains in it whatever it is,
 * and a {@code Course} says what is particular: {@code PolicyCourse} evaluates, and its {@code
 * PolicyOutcome} leaves what a person takes away; {@code GanCourse} ({@code GanCommand}, {@code
 * GanRun}) draws grids of one noise and measures ({@code PictureMeter}), and its {@code GanOutcome}
 * leaves the generator; {@code VibCourse} ({@code VibCommand}, {@code VibRun}) tests, and its
 * {@code VibOutcome} leaves the classifier, the sweep ({@code VibPlane}) and the attacks ({@code
 * VibAttacks}). {@code PictureSet} is the pictures that a command works on ({@code PictureParts}
 * where others test what is learned), {@code ExtractorInput} what sees their features, {@code
 * SampleSheets} what can be drawn from a generator. {@code CompareCommand} asks for a {@code
 * Comparison}, of which {@code ComparisonRuns} makes ordinary runs in one process, one after the
 * other, by the same {@code PreparedImitation} as {@code ImitateCommand}. {@code TransferCommand}
 * ({@code TransferRun}) does alike with the stages of a transfer ({@code Transfer}, {@code
 * TransferStages}, {@code TransferDemonstrations}); {@code TransferOutcome} gathers what they left
 * and draws rewards over mazes ({@code RewardMap}).
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
 *   <li>An interrupted run ends through {@link java.lang.Runtime#halt} in a shutdown hook, the only
 *       way to choose the exit code once the virtual machine is ending.
 *   <li>Nothing is written before all that can be refused has been checked, and summary.json is
 *       written last: a folder without it can be resumed.
 *   <li>The file of demonstrations is noted in config.yaml by its absolute path, so that a run can
 *       be resumed from any folder.
 *   <li>A run counts as having reached the expert at random + 0.95 (expert − random), a scale on
 *       which negative returns (Pendulum, Acrobot) make sense.
 *   <li>The constraint counts as kept where the mean rate over the last half of a run is at most
 *       1.1 I_c: dual ascent circles about I_c, and the rate of a single round swings with the
 *       game. A GAN counts every update, imitation every round.
 *   <li>A comparison finishes a seed of every contender before the next seed, keeps what is
 *       finished, and is finished itself only with every run; a run whose numbers went bad is told
 *       and left out, the others go on, and the exit code is 1.
 *   <li>Equal time is the processor's, of all threads of the process while a round trains: on a
 *       shared machine the clock would favour whoever ran alone.
 *   <li>Pictures are measured against as many real ones drawn without replacement, by a stream of
 *       their own and always of the same noise: looking changes nothing, and figures of one run
 *       compare.
 *   <li>Ways between samples of a normal prior go along the great circle (White 2016, "Sampling
 *       generative networks"); sweeps of InfoGAN's numbers go from −2 to 2, as in Chen et al. 2016,
 *       figure 2.
 *   <li>A classifier to measure by is kept in {@code $XDG_CACHE_HOME/strait}, named by its recipe
 *       and its pictures, and trained once.
 *   <li>A deep VIB is evaluated on the test pictures meanwhile, which chooses nothing: the weights
 *       of the last step are the result. What follows its training is kept in parts (a row of
 *       plane.csv a β, the twin's files), so that a run stopped within it does not begin it anew.
 *   <li>A stage of a transfer is a whole run of {@code imitate} or {@code ppo} in a folder below,
 *       with configuration and report: what is finished is kept, what was stopped goes on to the
 *       bit, and each can be repeated alone.
 *   <li>Experts are recorded with their actions drawn: what one does beside its most probable way
 *       tells what it avoids. The paper mixes its expert's last five snapshots, which with an
 *       annealed step size are nearly one policy.
 *   <li>The launcher tells whether standard error is a terminal ({@code -Dstrait.terminal}); Java
 *       17 alone only knows of input and output together.
 * </ul>
 */
package dev.strait.demos;
