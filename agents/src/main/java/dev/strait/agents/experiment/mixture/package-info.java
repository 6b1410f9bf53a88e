/**
 * GAN recipes on mixtures of Gaussians in the plane, where a mode that was lost can be counted: a
 * table of recipes against modes found and samples that stay on them.
 *
 * <p>Reading order: {@link dev.strait.agents.experiment.mixture.MixtureExperiment}, then {@link
 * dev.strait.agents.gan} for what is played and {@link dev.strait.envs.points} for what is counted.
 *
 * <p>Papers: Metz et al. 2017; Srivastava et al. 2017; those of {@link
 * dev.strait.agents.gan.GanRecipes}.
 *
 * <p>The decision weighed: settings of this experiment's own against the preset's. It plays what
 * {@code strait gan} would play, so that the table tells what a user gets.
 */
package dev.strait.agents.experiment.mixture;
