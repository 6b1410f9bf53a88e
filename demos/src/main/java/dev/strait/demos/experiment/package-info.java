/**
 * The experiments of the literature as the command line shows them: each {@link
 * dev.strait.demos.experiment.Exhibit} runs one of {@link dev.strait.agents.experiment} and draws
 * what came out into a report.
 *
 * <p>Reading order: {@link dev.strait.demos.experiment.Exhibit}, {@link
 * dev.strait.demos.experiment.Exhibits}, any one of them, such as {@code DiracExhibit}, {@link
 * dev.strait.demos.experiment.ExperimentReport}.
 *
 * <p>The decision weighed: a table of figures that all experiments share, drawn by one class,
 * against a class of drawing each. What is worth seeing differs from one to the next; what they
 * share is the list of checks, and that is what the shared report prints.
 */
package dev.strait.demos.experiment;
