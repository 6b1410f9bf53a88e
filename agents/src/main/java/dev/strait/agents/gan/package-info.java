/**
 * Every GAN as a value: a {@link dev.strait.agents.gan.GanSettings} chooses on each axis (game,
 * networks, noise, codes, pace, tricks), a {@link dev.strait.agents.gan.GanTraining} plays it, and
 * a {@link dev.strait.agents.gan.Generator} is what remains.
 *
 * <p>Reading order: {@link dev.strait.agents.gan.GanRecipes} (the methods, a row each), {@link
 * dev.strait.agents.gan.GanSettings} and {@link dev.strait.agents.gan.Game}, {@link
 * dev.strait.agents.gan.GanTraining} (the loop), {@link dev.strait.agents.gan.Networks}, {@link
 * dev.strait.agents.gan.Conventions}, {@link dev.strait.agents.gan.Codes}, {@link
 * dev.strait.agents.gan.GanPresets}, {@link dev.strait.agents.gan.Generator}.
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
 *   <li>Residual networks bring the heads of the official image code: a code of every place, as
 *       many channels as the trunk has at most, through a leaky ReLU. I_c is the whole code's and
 *       the generator's code the mean, as the paper writes both, unless {@link
 *       dev.strait.agents.gan.Conventions#OFFICIAL} is asked for.
 *   <li>The generator is judged by the mean code and by the discriminator as it is trained, its
 *       normalisations and spectral norms moving.
 *   <li>InfoGAN: batch norms in both players and in Q, a dense layer between codes and convolutions
 *       of either, uniform noise (the official code, whose networks are four times as wide as the
 *       preset's and whose batches are twice as large). Adam at the pace of the data for both
 *       players: the official 2e-4 of the discriminator is too slow for the narrow networks.
 *   <li>InfoGAN's bound is as high where two choices share two digits and differ in style, and
 *       nothing but the discriminator's dislike of what lies between two digits parts them. So
 *       about every second run ended (MNIST, ten runs); with a {@link
 *       dev.strait.agents.gan.ChoiceView} that hides style from Q five of six had parted after
 *       4,000 steps. No help: the same maps on all that the discriminator sees, a weight of the
 *       choice that comes in late or slowly, a choice five times as large as the noise, a
 *       discriminator without batch norms, the best of several starts by Q's entropy for real
 *       pictures.
 *   <li>Q of InfoGAN shares the trunk, is moved with the discriminator, and its loss goes to both
 *       players (the official code); its numbers have a fixed spread of 1, and both codes weigh 1.
 *   <li>Instance noise is on what the generator is judged by too.
 *   <li>Historical averaging pulls by its gradient; the reference batch of virtual norms is the
 *       first batch of the data, the generator's 64 draws that never change (Salimans et al. 2016).
 *   <li>Running mean of the generator's weights (Mescheder et al. 2018), its decay min(d, (1 +
 *       t)/(10 + t)) after t steps (TensorFlow's rule: a short run would never get away from its
 *       first weights); running moments of batch norms are the generator's own.
 *   <li>A discriminator that is far ahead (5 steps a step of the generator, at 5 times the rate;
 *       ring of 8, dense networks; measured, seeds 100 to 102). Without a bottleneck its logit
 *       grows with the distance, slopes of 70 to 220 pull all samples one way, and one to three
 *       modes are left. A bottleneck ends that pull, and samples stay spread over the modes; but
 *       its D(μ(x)) has two levels (see {@code core.bottleneck}), the step between them as sharp as
 *       the network makes it, so nothing draws far samples onto a mode. That was so (seed 100) on
 *       the mean and on the sampled path, for σ as an exponential, a sigmoid or shared, for I_c of
 *       0.1, 0.2 and 0.5, K of 4 and 32, other first weights of the code, a leaky ReLU before the
 *       unit, and other moments of Adam; with the softplus σ β ran away and shut the code. A
 *       penalty on the slope does draw them; under it β falls to 0, for what it leaves needs less
 *       than I_c.
 *   <li>There, instance noise that narrows from 0.4 to 0.02 of the way between two modes, the same
 *       share in every step ({@link dev.strait.agents.gan.Pace#finalStrength}), gives the two
 *       levels something to overlap in, and VGAN lands on all modes of the ring (3,000 steps). In a
 *       straight line from 0.3 to 0.015 too little time is left at narrow noise (good samples .43
 *       against .70, seed 100). The noise holds GAN together as well, less so as it narrows: on the
 *       grid it falls to 18 of 25 near modes while VGAN is near 24, but slower to land on them.
 *       With noise too wide to tell the grid's modes apart, and three times the preset's step of β,
 *       β ran up on the first steps' rate and shut the code for good.
 *   <li>Samples between modes are few in a batch, and their slope is what is left to learn late: on
 *       the grid R3GAN's loss had .92 of good samples with batches of 64 and 15,000 steps, .954
 *       with 256 (seed 100). A penalty that falls from 0.2 to 0.02, in its place, gave .879.
 *   <li>A dense generator from PyTorch's first weights begins as one point, and under a
 *       discriminator that is far ahead it stays one, with a bottleneck or without: see {@code
 *       start} of {@link dev.strait.agents.gan.Networks.FullyConnected}.
 *   <li>The host waits for the device once a step of either player.
 * </ul>
 */
package dev.strait.agents.gan;
