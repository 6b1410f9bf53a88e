/**
 * What a run leaves on disk: one folder that says what was asked, how it went, and what came out.
 * Every file is either whole or absent, whatever moment the process dies at; a resumed run cuts its
 * metrics back to the checkpoint it continues from.
 *
 * <p>Reading order: {@link dev.strait.demos.run.RunFolder}, {@link
 * dev.strait.demos.run.MetricsRow}, {@link dev.strait.demos.run.MetricsLog} with {@code EventFile}
 * and {@code ProtobufMessage} under it, {@link dev.strait.demos.run.Summary}, {@link
 * dev.strait.demos.run.GanSummary} and {@link dev.strait.demos.run.TransferSummary}, {@link
 * dev.strait.demos.run.RunLock}, {@link dev.strait.demos.run.Disk}.
 *
 * <p>The decision weighed: metrics go to CSV first, since everything reads it, and to TensorBoard's
 * event files beside it. The event writer is our own; the format is a framed protobuf of which
 * seven fields are needed, and the libraries for it bring all of TensorFlow's messages.
 *
 * <p>Details:
 *
 * <ul>
 *   <li>A row is written and flushed before the checkpoint of its round, so a resumed run may have
 *       to drop rows but never misses one.
 *   <li>TFRecord framing: length, masked CRC of the length, data, masked CRC of the data, all
 *       little-endian; mask is {@code ror(crc, 15) + 0xa282ead8} (TensorFlow's {@code
 *       lib/hash/crc32c.h}).
 *   <li>A resumed event file begins with a session start, by which TensorBoard forgets the steps
 *       that the resumed run repeats (its file version is 2 or later for that).
 *   <li>The constraint counts as kept where the mean rate over the last half of a run is at most
 *       1.1 I_c: dual ascent circles about I_c, and the rate of a single round swings with the
 *       game. A GAN counts every update, imitation every round.
 *   <li>Standard deviations are those of the population, as NumPy's and SB3's are.
 * </ul>
 */
package dev.strait.demos.run;
