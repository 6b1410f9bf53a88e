/**
 * How good generated pictures are. An extractor turns pictures into points, and every figure
 * compares two sets of points: their Gaussians (FID), their kernels (KID), the regions they cover
 * (precision and recall) or the classes they fall into. Every figure carries the extractor and the
 * numbers of pictures, without which it means nothing.
 *
 * <p>Reading order: {@link dev.strait.agents.metric.ImageMetrics} (how to use it), {@link
 * dev.strait.agents.metric.Metric}, {@link dev.strait.agents.metric.Measurement}; then the
 * functions of points, each by itself: {@link dev.strait.agents.metric.FrechetDistance}, {@link
 * dev.strait.agents.metric.KernelDistance}, {@link dev.strait.agents.metric.Neighbourhoods}, {@link
 * dev.strait.agents.metric.ClassShares}. Extractors are in {@link
 * dev.strait.agents.metric.extractor}.
 *
 * <p>Papers: Heusel et al. 2017 (FID); Bińkowski et al. 2018 (KID, and the bias of FID); Gretton et
 * al. 2012 (the unbiased estimate); Kynkäänniemi et al. 2019 (improved precision and recall); Chong
 * and Forsyth 2020 (FIDs of different numbers of pictures do not compare).
 *
 * <p>The decision that was weighed: whose linear algebra. Java's (commons-math) takes minutes for
 * the eigenvectors of a 2048 × 2048 covariance; a further native library is one more thing to
 * install. The engine has LAPACK inside, so the points go there, in float64 and always on the CPU:
 * the same figures whatever device the training runs on.
 *
 * <p>Details:
 *
 * <ul>
 *   <li>Features are float32, everything that is computed of them float64.
 *   <li>Covariances divide by N − 1; Tr √(Σ₁Σ₂) is Tr √(√Σ₁ Σ₂ √Σ₁), whose eigenvalues are real;
 *       nothing is added to diagonals. FID is refused where N is below F (Strait's own rule: the
 *       covariance then has no full rank).
 *   <li>KID's subsets: 100 of 1,000, or as many as there are, drawn without replacement; the
 *       deviation divides by the number of subsets (Bińkowski's code).
 *   <li>Precision and recall: k = 3, a point is not its own neighbour, a ball has its border
 *       (Kynkäänniemi's code).
 *   <li>A class is covered from 1 % of the pictures; a picture belongs to its most probable class.
 *   <li>Real pictures are drawn from the source without replacement, the same ones every time.
 *   <li>Figures other than KID compare only for equal numbers of pictures.
 * </ul>
 */
package dev.strait.agents.metric;
