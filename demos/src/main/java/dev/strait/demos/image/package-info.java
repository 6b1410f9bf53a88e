/**
 * Pictures as commands name them, and what generated ones are measured by. A set of pictures is a
 * path, a size and a colour; an extractor sees features in them, and those of real and generated
 * pictures are compared.
 *
 * <p>Reading order: {@link dev.strait.demos.image.PictureSet}, {@link
 * dev.strait.demos.image.PictureParts} (where others test what is learned), {@link
 * dev.strait.demos.image.PictureInput}; {@link dev.strait.demos.image.Measures}, {@link
 * dev.strait.demos.image.ExtractorInput}, {@code Extractors}, {@link
 * dev.strait.demos.image.PictureMeter}, {@link dev.strait.demos.image.UnmeasurableException},
 * {@link dev.strait.demos.image.FigureTable}.
 *
 * <p>Papers: those of {@link dev.strait.agents.metric}.
 *
 * <p>The decision weighed: without a user's network, features come from a classifier that Strait
 * trains on the data itself. Inception's weights would have to be downloaded, and say little about
 * digits; figures by different extractors do not compare, so each is told with its own.
 *
 * <p>Details:
 *
 * <ul>
 *   <li>Pictures are measured against as many real ones drawn without replacement, by a stream of
 *       their own and always of the same noise: looking changes nothing, and figures of one run
 *       compare.
 *   <li>A classifier to measure by is kept in {@code $XDG_CACHE_HOME/strait}, named by its recipe
 *       and its pictures, and trained once.
 *   <li>Where data has no test part, one picture of six is held out, and that is said.
 *   <li>Another extractor comes without the form of the run's: black may be −1 to one network and 0
 *       to another.
 * </ul>
 */
package dev.strait.demos.image;
