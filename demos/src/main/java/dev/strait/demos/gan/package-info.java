/**
 * GANs on the command line: trained, drawn from, measured. A training draws grids of one noise
 * meanwhile and leaves a generator; everything afterwards needs that generator alone.
 *
 * <p>Reading order: {@link dev.strait.demos.gan.GanCommand} with {@code GanRun}, {@code GanPace}
 * and {@code NetworkChoice} (what is asked for), {@code GanCourse} (grids and measurements
 * meanwhile), {@code GanOutcome} (what it leaves), {@code SampleSheets} (what can be drawn from a
 * generator); {@code GeneratorInput}, {@link dev.strait.demos.gan.SampleCommand}, {@link
 * dev.strait.demos.gan.MeasureCommand}.
 *
 * <p>Papers: White 2016, "Sampling generative networks"; Chen et al. 2016 (InfoGAN).
 *
 * <p>The decision weighed: networks follow from the pictures, so pictures are opened before the
 * settings are known, and {@code --set} may not change them. The other way round, every
 * configuration would have to say sizes that its data says already.
 *
 * <p>Details:
 *
 * <ul>
 *   <li>Ways between samples of a normal prior go along the great circle (White 2016); sweeps of
 *       InfoGAN's numbers go from −2 to 2, as in Chen et al. 2016, figure 2.
 *   <li>A training whose pictures are too few to be measured, or have no classes to train an
 *       extractor on, goes on without measurements and says so.
 *   <li>The grids of a training are of one noise, so that they make a film.
 * </ul>
 */
package dev.strait.demos.gan;
