/**
 * Arrays and state at rest, in the safetensors format that other tools read. A file is whole at
 * every moment, a malformed one is refused with one line, and reading never runs what is in it.
 *
 * <p>Reading order: {@link dev.strait.core.checkpoint.Checkpoint}, {@link
 * dev.strait.core.checkpoint.Safetensors}, {@link dev.strait.core.checkpoint.TensorData}, {@link
 * dev.strait.core.checkpoint.AtomicFile}, {@link dev.strait.core.checkpoint.Digest}, {@link
 * dev.strait.core.checkpoint.NetworkFile} (how networks rest that are to be used, not trained on),
 * then the package's own {@code Header}.
 *
 * <p>Source: the format's description in the safetensors project (huggingface/safetensors, README).
 *
 * <p>The decision weighed: a folder of files or one file. Two files cannot be replaced in one step,
 * so a folder needs a protocol of temporary and old folders that every reader must know; one file
 * is moved over in one step. So the JSON state travels in the header's {@code __metadata__}.
 *
 * <p>Details:
 *
 * <ul>
 *   <li>Arrays lie without gap or overlap and to the end of the file, as the format asks; wider
 *       types come first and the header is padded to eight bytes, so every array is aligned.
 *   <li>The header is at most 100 MB (the format's own limit), its keys are not repeated, and sizes
 *       are checked against the file before anything is allocated.
 *   <li>F32, F64, I64 and U8 only; an array is below 2 GiB (an array of Java).
 *   <li>Temporary sibling, force, atomic move, force of the folder (Strait's own).
 * </ul>
 */
package dev.strait.core.checkpoint;
