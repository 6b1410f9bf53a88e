/**
 * Distributions over codes and actions as batches of rows: draws, log-probabilities, entropies and
 * divergences that gradients pass through, in nats. A policy of any action space is a {@link
 * dev.strait.core.distribution.Distribution}; an encoder's code is a {@link
 * dev.strait.core.distribution.DiagonalGaussian}.
 *
 * <p>Reading order: {@link dev.strait.core.distribution.Distribution}, {@link
 * dev.strait.core.distribution.DiagonalGaussian}, {@link
 * dev.strait.core.distribution.SquashedGaussian}, {@link dev.strait.core.distribution.Categorical},
 * {@link dev.strait.core.distribution.CategoricalProduct}.
 *
 * <p>Papers: reparameterisation, Kingma and Welling 2014; tanh squashing, Haarnoja et al. 2018
 * (appendix C); Gumbel-max, Maddison et al. 2014.
 *
 * <p>The decision weighed: the Gaussians hold ln σ, not σ, because every density and divergence
 * needs the logarithm and few need σ; forms of σ other than eˢ give their logarithm in a stable
 * form.
 *
 * <p>Details:
 *
 * <ul>
 *   <li>Indices are float32 (B, A) rows like any action, so that all action spaces share one
 *       buffer.
 *   <li>A σ shared by all rows is added to zeros of the mean's shape, so that results live on the
 *       manager of the data and not of the parameter.
 *   <li>ln(1 − tanh²u) = 2(ln 2 − u − softplus(−2u)).
 *   <li>The entropy under tanh is a trapezoid over the noise (Strait's own): it is differentiable
 *       and draws nothing.
 * </ul>
 */
package dev.strait.core.distribution;
