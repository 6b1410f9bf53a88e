/**
 * What the objectives of GANs measure, where it is known: divergences of Gaussians by integration,
 * those of parallel lines as trained players see them, and the earth mover's example of the
 * textbooks.
 *
 * <p>Reading order: {@link dev.strait.agents.experiment.distance.Density} and {@link
 * dev.strait.agents.experiment.distance.Divergence}, {@link
 * dev.strait.agents.experiment.distance.EarthMover}, {@link
 * dev.strait.agents.experiment.distance.GaussiansExperiment}, {@link
 * dev.strait.agents.experiment.distance.LinesExperiment}.
 *
 * <p>Papers: Goodfellow et al. 2014 (section 4.1); Arjovsky et al. 2017 (example 1); Gulrajani et
 * al. 2017.
 *
 * <p>The decision weighed: estimates by samples against integrals. Both are here, so that what a
 * trained player says can be told from what it ought to say.
 *
 * <p>Details:
 *
 * <ul>
 *   <li>Integrals by commons-math3's iterated Gauss–Legendre rule over ±9 σ; logarithms of
 *       densities, not densities, are divided.
 *   <li>The gradient penalty is soft, so the critic's optimum on the lines has slope 1 + |θ|/2λ.
 *   <li>The earth mover's work is computed twice: by running differences, and as the linear
 *       programme that defines it, by commons-math3's simplex.
 * </ul>
 */
package dev.strait.agents.experiment.distance;
