/**
 * Every GAN as a value: a {@link dev.strait.agents.gan.GanSettings} chooses on each axis (game,
 * networks, noise, codes, pace, tricks), a {@link dev.strait.agents.gan.GanTraining} plays it, and
 * a {@link dev.strait.agents.gan.Generator} is what remains.
 *
 * <p>Reading order: {@link dev.strait.agents.gan.GanRecipes} (the methods, a row each), {@link
 * dev.strait.agents.gan.GanSettings} and {@link dev.strait.agents.gan.Game}, {@link
 * dev.strait.agents.gan.GanTraining} (the loop), {@link dev.strait.agents.gan.Networks}, {@link
 * dev.strait.agents.gan.Codes}, {@link dev.strait.agents.gan.GanPresets}, {@link
 * dev.strait.agents.gan.Generator}.
 *
 * <p>Papers: those of the rows of {@link dev.strait.agents.gan.GanRecipes}; Salimans et al. 2016
 * for the tricks.
 *
 * <p>The decision weighed: a trainer a method against one loop. What the methods differ in are
 * values (a loss, a penalty, what the discriminator sees, how often it moves), so there is one loop
 * without branches, and any part of one method goes with any of another.
 *
 * <p>Details:
 *
 * <ul>
 *   <li>The generator steps on new noise (Goodfellow et al. 2014, algorithm 1), not on the batch
 *       that the discriminator saw, unless {@link dev.strait.agents.gan.GeneratorBatch} shares it;
 *       where it compares with real samples, with those of the discriminator's last step.
 *   <li>Real and generated samples go through the discriminator in passes of their own, so batch
 *       norms see one side at a time (Radford et al. 2016).
 *   <li>The generator is judged by the mean code and by the discriminator as it is trained, its
 *       normalisations and spectral norms moving.
 *   <li>InfoGAN: batch norms in both players and in Q, a dense layer between codes and convolutions
 *       of either, uniform noise, Adam with 2e-4 for the discriminator and 1e-3 for the generator,
 *       β₁ 0.5 (the official code, whose networks are four times as wide as the preset's and whose
 *       batches are twice as large).
 *   <li>Q of InfoGAN shares the trunk, is moved with the discriminator, and its loss goes to both
 *       players (the official code); its numbers have a fixed spread of 1, and both codes weigh 1.
 *   <li>Instance noise is on what the generator is judged by too.
 *   <li>Historical averaging pulls by its gradient; the reference batch of virtual norms is the
 *       first batch of the data, the generator's 64 draws that never change (Salimans et al. 2016).
 *   <li>Running mean of the generator's weights (Mescheder et al. 2018), its decay min(d, (1 +
 *       t)/(10 + t)) after t steps (TensorFlow's rule: a short run would never get away from its
 *       first weights); running moments of batch norms are the generator's own.
 *   <li>The host waits for the device once a step of either player.
 * </ul>
 */
package dev.strait.agents.gan;
