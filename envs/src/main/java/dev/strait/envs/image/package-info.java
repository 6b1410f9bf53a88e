/**
 * Where pictures come from. An {@link dev.strait.envs.image.ImageSource} reads them by position, an
 * {@link dev.strait.envs.image.ImageBatches} gives them to a training in orders drawn from a seed,
 * computed ahead on a thread of its own. {@link dev.strait.envs.image.DrawnDigits} is a source that
 * needs no file; {@code dev.strait.envs.image.reading} opens those that do.
 *
 * <pre>{@code
 * ImageSource digits = new DrawnDigits(0, 10_000);
 * HeldOut cut = HeldOut.of(digits, 1_000, 0);
 * try (ImageBatches batches =
 *         ImageBatches.of(cut.training(), 64, 0, new Augmentation.Dequantisation())) {
 *     ImageBatch batch = batches.next();
 * }
 * for (ImageBatch batch : ImageBatches.all(cut.heldOut(), 256)) { ... }
 * }</pre>
 *
 * <p>Reading order: {@code ImageShape}, {@code ImageSource}, {@code ImageBatch}, {@code
 * ImageBatches} for what pictures are; {@code SourceBatches}, {@code BatchesAhead}, {@code
 * CountedStream}, {@code Augmentation} for how they are given; {@code ImageSelection}, {@code
 * HeldOut} for parts of a source; {@code DrawnDigits}, {@code DigitStrokes}.
 *
 * <p>Papers: Theis, van den Oord and Bethge, "A note on the evaluation of generative models", ICLR
 * 2016 (uniform dequantisation); LeCun, Bottou, Bengio and Haffner, "Gradient-based learning
 * applied to document recognition", Proceedings of the IEEE 86, 1998 (how MNIST's digits lie in
 * their pictures).
 *
 * <p>Decision weighed: a stream of batches could keep a generator and save its state. Then what is
 * computed ahead, or by several threads, would have to be un-drawn at a checkpoint. Instead batch k
 * is a function of the seed and k alone (its epoch's order and its augmentation each have a
 * generator of their own), so the count is the whole state, going back costs nothing, and it does
 * not matter how far ahead the thread was.
 *
 * <p>Details, with their sources:
 *
 * <ol>
 *   <li>A byte b is b/127.5 − 1, so black is −1 and white is 1, the range of a generator's tanh
 *       (Radford, Metz and Chintala, "Unsupervised representation learning with DCGANs", ICLR 2016,
 *       section 4).
 *   <li>Dequantised, it is (b + u)/128 − 1 with u uniform in [0, 1): the levels tile [−1, 1)
 *       without gaps (Theis et al. 2016, section 3.1).
 *   <li>An epoch has ⌊n/B⌋ batches; which pictures are left out of it is drawn anew every epoch.
 *   <li>Orders are Fisher and Yates's, inside out, from PCG64 seeded by SplitMix64's mixing of
 *       (seed, purpose, number).
 *   <li>At most four batches wait, one is being made, and one may wait to be put: six times a
 *       batch's bytes.
 *   <li>A picture that cannot be read ends the stream where its batch would have been given; the
 *       batches before it are given.
 *   <li>Held-out parts keep the proportions of the classes by largest remainders.
 *   <li>Drawn digits: a box of 16 to 20 pixels in 28, the digit in its middle (MNIST has 20, by
 *       centre of mass), one to three ways to write each digit, points off by 3 % of the box, pens
 *       of 1.5 to 3.2 pixels, a slant of 7° to the right on average. Java2D's strokes are the same
 *       on every machine with the same version of Java.
 * </ol>
 */
package dev.strait.envs.image;
