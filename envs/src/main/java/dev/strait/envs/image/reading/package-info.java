/**
 * Opens the pictures that a user names, whatever form they have. {@link
 * dev.strait.envs.image.reading.ImageData} finds out from the content of a file or a folder what it
 * is (IDX as MNIST, CIFAR-10's binary version, npz, a folder of picture files) and makes an {@link
 * dev.strait.envs.image.ImageSource} of the part, size and colours that {@link
 * dev.strait.envs.image.reading.ImageOptions} ask for. Whatever is wrong ends in one {@link
 * dev.strait.envs.image.reading.ImageException} of one line that names the file.
 *
 * <p>Reading order: {@code ImageData}, {@code ImageOptions}, {@code Sizing}, {@code Colour}, {@code
 * TriangleFilter} for what is asked; {@code Picture}, {@code Labels}, {@code StoredImages}, {@code
 * Limits} for what is kept; {@code MissingPart} for what is not there; {@code IdxFolder}, {@code
 * IdxFile}, {@code PictureLayout}; {@code CifarBinary}; {@code NpzImages}; {@code PictureFolder},
 * {@code FolderClasses}, {@code Decoded}, {@code PictureFile}, {@code LazyImages}.
 *
 * <p>Papers: Krizhevsky, "Learning multiple layers of features from tiny images", 2009 (CIFAR-10);
 * Parmar, Zhang and Zhu, "On aliased resizing and surprising subtleties in GAN evaluation", CVPR
 * 2022 (why shrinking must filter).
 *
 * <p>Decision weighed: a bad picture in a folder could be found when it is first read. Then a
 * training would end after hours, or go on with another picture than its position says. Instead
 * opening a folder decodes every picture once, on all processors: what is bad is known, counted and
 * told before anything starts, and where the pictures fit into memory nothing is decoded twice. It
 * takes 0.8 ms of a processor for a JPEG of 178×218 (CelebA's), some 80 seconds for 200,000 of them
 * on two idle ones.
 *
 * <p>Details, with their sources:
 *
 * <ol>
 *   <li>IDX: two zeros, a type, the number of sizes, big-endian sizes, the numbers (LeCun, "The
 *       MNIST database of handwritten digits", its last section); only type 08, unsigned bytes. A
 *       file must hold what it declares, no less and no more, gzipped or not.
 *   <li>Pictures and labels are a set where their names agree but for {@code images}, {@code
 *       labels}, {@code idx3}, {@code idx1}, {@code ubyte} and {@code gz}; a set with {@code t10k}
 *       or {@code test} in its name is the test set. EMNIST's pictures are stored on their side,
 *       and are given as they are stored.
 *   <li>CIFAR-10's binary version: records of 1 + 3072 bytes (its page, "Binary version"); a file
 *       may have fewer records than the official 10,000.
 *   <li>npz: {@code x_train, y_train} (Keras), {@code train_images, train_labels} (MedMNIST),
 *       {@code images, labels}, {@code arr_0, arr_1} (NumPy's own names, which guided-diffusion's
 *       sample files have), in this order. Numbers are read twice, once for their range, and never
 *       held but as bytes.
 *   <li>Real numbers are in [0, 1], in [−1, 1] where some are negative, in [0, 255] where some are
 *       above 1, told by all of them together; anything else is refused.
 *   <li>Of arrays with four sizes the channels are last where that could be, as in NumPy's
 *       pictures.
 *   <li>A picture's kind is told by its first bytes; its name only says that it is meant to be one.
 *       TIFF, WebP and others are left out and told.
 *   <li>Gray is taken from the file's samples: Java's {@code getRGB} takes it for linear light and
 *       turns 100 into 166.
 *   <li>A JPEG that ends early decodes with a warning alone (libjpeg fills up with gray): warnings
 *       of missing or corrupt data count as damage.
 *   <li>Transparent pixels are laid on white; of a GIF the first frame is read; EXIF's orientation
 *       is not applied, nor are colour profiles beyond what Java's decoders do.
 *   <li>Gray of colour is ITU-R BT.601's 0.299, 0.587, 0.114, as in Pillow.
 *   <li>Sizes: a centred square and a triangle filter that widens as it shrinks (Pillow's {@code
 *       BILINEAR}), or black around the picture (28 to 32 without touching a value).
 *   <li>A folder's pictures are kept up to 1 GiB or a quarter of the JVM's memory and decoded at
 *       every reading beyond that; other files hold up to 1 GiB and 5 million pictures.
 *   <li>Deflate expands at most 1032 times (zlib's technical notes), so a gzip that claims more is
 *       refused before memory is taken.
 *   <li>A part that data does not have is told apart from one that is there and damaged: for want
 *       of the first, others may be held out; the second is an error. A named test set has no test
 *       part, or it would be tested on what it was learned from.
 *   <li>A folder's {@code train} and {@code test} (or {@code val}) are its parts; without the first
 *       the test pictures are left out of what is learned from, and what lies beside the first is
 *       told. Each part numbers its own classes, so two parts go together only where the names are
 *       the same ({@link dev.strait.envs.image.HeldOut}).
 * </ol>
 */
package dev.strait.envs.image.reading;
