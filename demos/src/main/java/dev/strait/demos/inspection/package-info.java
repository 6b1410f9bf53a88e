/**
 * What is in a file before anything is trained on it: demonstrations and the worlds that they fit,
 * a motion clip and who can follow it, pictures.
 *
 * <p>Reading order: {@link dev.strait.demos.inspection.InspectCommand}; {@code Inspection} with
 * {@code WorldFit}, {@code MotionInspection}, {@code PictureInspection} with {@code ContactSheet}.
 *
 * <p>Papers: none.
 *
 * <p>The decision weighed: an inspection is a record that is printed either as JSON or as text,
 * rather than text alone: programs and people are told the same.
 *
 * <p>Details:
 *
 * <ul>
 *   <li>Replayed steps that are off by at most 1e-4 are told as rounding: recordings often keep
 *       single precision.
 *   <li>Strait's own twins of Gymnasium's worlds are left out of what does not fit: they would
 *       repeat the reasons.
 * </ul>
 */
package dev.strait.demos.inspection;
