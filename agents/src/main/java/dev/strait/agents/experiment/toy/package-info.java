/**
 * Discriminators of points in the line and the plane, with and without the bottleneck, against
 * generators that stand still: all that is peculiar about them can be seen.
 *
 * <p>Reading order: {@link dev.strait.agents.experiment.toy.Sides} (what is told apart), {@link
 * dev.strait.agents.experiment.toy.ToySettings} and {@link
 * dev.strait.agents.experiment.toy.ToyDiscriminator} (who tells), then the experiments: {@link
 * dev.strait.agents.experiment.toy.PlaneExperiment}, {@link
 * dev.strait.agents.experiment.toy.LineExperiment}, {@link
 * dev.strait.agents.experiment.toy.VanishingExperiment}, {@link
 * dev.strait.agents.experiment.toy.BetaExperiment}.
 *
 * <p>Papers: Peng et al. 2019 (figures 2 and 6); Arjovsky et al. 2017 (figure 2); Arjovsky and
 * Bottou 2017 (theorem 2.4, figures 2 and 3).
 *
 * <p>The decision weighed: a toy trainer of its own against the GAN loop. These generators never
 * move, so all that is left is {@code core}'s one update of a discriminator; that is the loop here.
 *
 * <p>Details:
 *
 * <ul>
 *   <li>Two hidden layers of 32, ELU between, so that slopes are smooth; Adam 3e-3, 128 samples a
 *       side.
 *   <li>Short runs hold I_c by a PI rule; the experiment on β has the paper's, with a step suited
 *       to its length.
 *   <li>Surfaces, slopes and the generator's gradient are those of mean codes, accuracies and rates
 *       those of sampled ones.
 *   <li>The generator that stands still is a Learner whose step size is annealed to nought.
 * </ul>
 */
package dev.strait.agents.experiment.toy;
