/**
 * The adversarial game: what the players minimise and what keeps the discriminator smooth, as two
 * sealed families of records. Any {@link dev.strait.core.objective.Objective} goes with any {@link
 * dev.strait.core.objective.Regulariser}, and neither asks a trainer for a branch.
 *
 * <p>Reading order: {@link dev.strait.core.objective.Objective}, {@link
 * dev.strait.core.objective.Regulariser}, then the package's own {@code Slope}.
 *
 * <p>Papers: Goodfellow et al. 2014; Mao et al. 2017; Lim and Ye 2017; Arjovsky et al. 2017;
 * Gulrajani et al. 2017; Mescheder et al. 2018; Miyato et al. 2018; Sønderby et al. 2017; Salimans
 * et al. 2016; Jolicoeur-Martineau 2019; Su 2018 (T-GAN); Huang et al. 2024 (R3GAN); Srivastava et
 * al. 2014; Peng et al. 2021 (AMP).
 *
 * <p>The decision weighed: one interface with six hooks against an interface a kind of regulariser.
 * The hooks (inputs, loss on samples, loss on weights, parameters, layers, trunk) let penalties,
 * clipping, spectral norm and noise be combined in one list and keep trainers free of branches; the
 * price is default methods that do nothing.
 *
 * <p>Details:
 *
 * <ul>
 *   <li>Cross-entropies as softplus of logits: no sigmoid, no logarithm of it, no overflow.
 *   <li>Least squares with the paper's ½ on each term.
 *   <li>Relativistic averages are sums over the two sides (the paper), not their mean (its code);
 *       mean logits of the other side carry gradients (the code).
 *   <li>R1 and R2 take what multiplies E‖∇D‖²; {@code ofGamma} is Mescheder's γ/2.
 *   <li>The norm under the one-centred penalty has 1e-12 under its root (Strait's own), so that a
 *       flat critic gives a finite gradient.
 *   <li>Penalties are taken where the critic stands, on constants: no gradient goes into the
 *       generator.
 *   <li>Decays of weights are sums of squares without a ½ and without biases, in the loss
 *       (MimicKit's AMP); dropout is of the trunk's features, before the heads.
 *   <li>Weight clipping clips biases too, as the authors' code does.
 * </ul>
 */
package dev.strait.core.objective;
