/**
 * The variational discriminator bottleneck: a discriminator that sees its input only through a
 * stochastic code whose rate is held at I_c nats, so that it can neither win too early nor stop
 * giving gradients. A trainer asks a {@link dev.strait.core.bottleneck.Bottleneck} for a {@link
 * dev.strait.core.bottleneck.Discriminator} and a {@link dev.strait.core.bottleneck.Constraint}; no
 * bottleneck is one of its values.
 *
 * <p>Reading order: {@link dev.strait.core.bottleneck.Bottleneck}, {@link
 * dev.strait.core.bottleneck.Discriminator} and {@link
 * dev.strait.core.bottleneck.VdbDiscriminator}, {@link
 * dev.strait.core.bottleneck.StochasticEncoder}, {@link dev.strait.core.bottleneck.CodeHead},
 * {@link dev.strait.core.bottleneck.Constraint}, {@link dev.strait.core.bottleneck.DualAscent},
 * {@link dev.strait.core.bottleneck.BottleneckReport}, {@link
 * dev.strait.core.bottleneck.InformationBound}.
 *
 * <p>Papers: Peng, Kanazawa, Toyer, Abbeel and Levine 2019 (VDB); Alemi et al. 2017 (deep VIB).
 *
 * <p>The decision weighed: β inside the loss function against β as state of its own. Several public
 * codes lost β between rounds, updated it in a copy, or centred the rate twice; so the loss term is
 * β(E[KL] − I_c), the update takes the raw rate and subtracts I_c itself, and the state is one
 * record that goes into the checkpoint.
 *
 * <p>Details:
 *
 * <ul>
 *   <li>KL per sample ½ Σ (μ² + σ² − ln σ² − 1), nats; the mixture of both sides by default (paper,
 *       eq. 7 to 12); real side only, mean over cells (official image code) and sum of sides (Unity
 *       ML-Agents) by name.
 *   <li>The head is one linear unit on z, nothing between (paper; the official image code has a
 *       leaky ReLU there, and so do {@code Variational.officialImages} and {@code spatial}).
 *   <li>A code with places: μ and ln σ by 1×1 kernels on the bare features, K·H·W dimensions in all
 *       (official image code).
 *   <li>Generators and rewards see D(μ(x)) by default (paper, eq. 11); the sampled path is
 *       selectable (official image code).
 *   <li>A discriminator is a trunk and a verdict on its features, so that feature matching and
 *       InfoGAN's Q read the same pass (official InfoGAN code).
 *   <li>β moves after the step that it weighed (paper); start 0.1 (official image code), step 1e-5
 *       (paper).
 *   <li>First weights of the heads for μ and ln σ U(−0.01, 0.01) (official inverse-RL code): the
 *       rate starts near zero.
 *   <li>What a rate holds is how far the logit goes, not how steep it is: E[KL] does not see where
 *       in the input two codes lie. As I_c falls, the best D(μ(x)) tends to a multiple of (p −
 *       q)/(p + q), two levels where real and generated samples do not overlap, instead of ln p/q,
 *       which grows with the distance (derived and checked in {@code NarrowLimitTest}); how sharp
 *       the step between the levels is, the network or a penalty says.
 *   <li>Caps: I(label; code) ≤ E[KL] with balanced labels, and Fano's inequality.
 * </ul>
 */
package dev.strait.core.bottleneck;
