/**
 * Files that hold named arrays of numbers, whatever the numbers mean: npz archives, HDF5, Arrow,
 * and protobuf's wire format.
 *
 * <p>Every reader here treats the file as hostile. A size that it declares is a claim, checked
 * against what the file holds and taken from a {@link
 * dev.strait.envs.demonstration.container.ValueBudget} before memory is; what is wrong is an {@link
 * java.lang.IllegalArgumentException} with a reason, to which the package above adds the file's
 * name.
 *
 * <p>Reading order: {@code NumberArray}, {@code ValueBudget}, {@code ElementType}; {@code Npz} with
 * {@code NpyHeader} and {@code NpyData}; {@code Hdf5} with {@code Hdf5Trees}, {@code Hdf5Numbers},
 * {@code Hdf5Chunks}; {@code ArrowTable}, {@code ArrowSchema}, {@code ArrowBatch}, {@code
 * ArrowColumn}; {@code ProtobufMessage}; then the writers {@code NpzWriter} and {@code Hdf5Writer}.
 *
 * <p>Decision weighed: jHDF reads and writes HDF5 alone. It allocates what a file declares,
 * inflates without bound, and writes neither enumerations (h5py's booleans) nor piece by piece; so
 * it walks the structure here, which is the long part of the format, and the numbers go through own
 * code. Arrow's own Java library needs 15 artifacts and {@code --add-opens}; its flatbuffers alone
 * suffice.
 *
 * <p>Details, with their sources:
 *
 * <ol>
 *   <li>npy versions 1 to 3, both byte orders and index orders (NumPy, {@code
 *       numpy/lib/_format_impl.py}); the archive's checksum and sizes must match. An array of
 *       pictures is too large for doubles and given piece by piece.
 *   <li>Deflate expands at most 1032 times (zlib's technical notes).
 *   <li>HDF5: superblocks, object headers, messages and the layout of chunks as in the HDF5 File
 *       Format Specification 3.0; filters gzip (1), shuffle (2), Fletcher-32 (3, its sum is not
 *       checked); every chunk must be there; the file must be as long as its superblock says; links
 *       to other names or files are not followed.
 *   <li>Header checksums: Bob Jenkins, lookup3.c, 2006.
 *   <li>Arrow IPC: encapsulated messages, FieldNode and Buffer order as in the Arrow Columnar
 *       Format 1.x; little-endian, uncompressed, no dictionaries; a stream must have its end mark.
 *   <li>Protobuf: protobuf.dev, "Encoding"; packed and unpacked numbers alike.
 * </ol>
 */
package dev.strait.envs.demonstration.container;
