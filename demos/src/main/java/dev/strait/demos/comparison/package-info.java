/**
 * Recipes of imitation over seeds and worlds under one budget: ordinary runs in one process, one
 * after the other, and one report over them.
 *
 * <p>Reading order: {@link dev.strait.demos.comparison.CompareCommand}, {@code Comparison} and
 * {@code Contender} (what is asked for), {@code ComparisonRuns}.
 *
 * <p>Papers: none.
 *
 * <p>The decision weighed: a run of a comparison is a whole run of {@code imitate}, with its
 * folder, configuration and report, rather than a row of numbers. It can be looked at, resumed and
 * repeated alone, and nothing is measured here by other rules than there.
 *
 * <p>Details:
 *
 * <ul>
 *   <li>A comparison finishes a seed of every contender before the next seed, keeps what is
 *       finished, and is finished itself only with every run; a run whose numbers went bad is told
 *       and left out, the others go on, and the exit code is 1.
 *   <li>Equal time is the processor's, of all threads of the process while a round trains: on a
 *       shared machine the clock would favour whoever ran alone.
 * </ul>
 */
package dev.strait.demos.comparison;
