/**
 * Games of two numbers, where everything is known: f = xy, and the Dirac-GAN, in which a generator
 * that is one place θ meets a discriminator that is one weight ψ. What happens near the equilibrium
 * is told by two eigenvalues, and every regulariser moves them.
 *
 * <p>Reading order: {@link dev.strait.agents.experiment.game.Spectrum}, {@link
 * dev.strait.agents.experiment.game.Orbit}, {@link dev.strait.agents.experiment.game.Turns} and
 * {@link dev.strait.agents.experiment.game.BilinearGame}; then {@link
 * dev.strait.agents.experiment.game.DiracField}, {@link
 * dev.strait.agents.experiment.game.Linearisation}, {@link
 * dev.strait.agents.experiment.game.DiracGans}, {@link
 * dev.strait.agents.experiment.game.DiracExperiment} and the package's own {@code DiracTensors}.
 *
 * <p>Papers: Mescheder, Geiger and Nowozin 2018 ("Which training methods for GANs do actually
 * converge?"); Mescheder et al. 2017 (consensus optimisation); Goodfellow 2016 (the tutorial's f =
 * xy); Korpelevich 1976.
 *
 * <p>The decision weighed: simulate on tensors or in plain Java. Eigenvalues to 10⁻³ of a time unit
 * want double precision, so the trajectories are Java; {@code core} is then held to the same field,
 * place by place.
 *
 * <p>Details:
 *
 * <ul>
 *   <li>Eigenvalues are those of the flow, (λ − 1) / h, which is stricter by 1/h than those of a
 *       step.
 *   <li>A spectrum is fitted to one coordinate of a trajectory (Prony), without knowing the
 *       operator.
 *   <li>In the convention of {@code core} the logit is high for real; the paper's ψ has the other
 *       sign.
 *   <li>R1 and R2 are one here, for a linear discriminator has one slope everywhere. γ is the
 *       paper's, γ/2 · E‖∇D‖²; the official code's weight is γ/2.
 *   <li>Spectral normalisation has no Dirac-GAN: one weight over its norm is a sign, which no step
 *       moves.
 * </ul>
 */
package dev.strait.agents.experiment.game;
