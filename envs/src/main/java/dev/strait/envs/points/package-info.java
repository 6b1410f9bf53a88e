/**
 * Points of the plane with known modes, on which collapse and coverage can be counted: a {@link
 * dev.strait.envs.points.PointMixture} draws them as pictures of two channels and one cell, so that
 * a training takes them like any others, and counts which modes a generator found.
 *
 * <p>Papers: Metz et al. 2017 (ring); Srivastava et al. 2017 (VEEGAN: ring of 8 with σ = 0.01 of
 * the radius, grid of 25 with σ = 0.05 at a distance of 2, high quality within 3σ).
 *
 * <p>The decision weighed: a mode counts as covered by one good sample in the literature; here it
 * must have a tenth of its even share, so that a count is not made by strays.
 *
 * <p>Details:
 *
 * <ul>
 *   <li>Both sets are scaled to [−1, 1], their proportions kept.
 *   <li>A batch is seeded by its number: the count of batches is the whole state.
 * </ul>
 */
package dev.strait.envs.points;
