package dev.strait.envs.image.reading;

import static dev.strait.envs.Require.require;

import dev.strait.envs.file.ContainedReading;
import dev.strait.envs.image.ImageShape;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * MNIST's format: two zeros, a type, the number of sizes, the sizes as big-endian ints, the
 * numbers; the whole gzipped or not. Only unsigned bytes (type 8) are read.
 */
final class IdxFile {

    /** Deflate cannot say more than this with one byte. */
    private static final long DEFLATE_RATIO = 1032;

    private static final int UNSIGNED_BYTE = 8;
    private static final int MOST_SIZES = 4;
    private static final int BUFFER = 1 << 16;
    private static final String GZIP = "\u001f\u008b";

    private final Path path;
    private final boolean zipped;

    IdxFile(Path path) throws IOException {
        this.path = path;
        this.zipped = ContainedReading.startsWith(ContainedReading.head(path, 2), GZIP);
    }

    Path path() {
        return path;
    }

    /** Whether a file begins as IDX does, gzipped or not. */
    static boolean isIdx(Path path) throws IOException {
        try (InputStream in = new IdxFile(path).open()) {
            byte[] magic = in.readNBytes(4);
            return magic.length == 4
                    && magic[0] == 0
                    && magic[1] == 0
                    && magic[2] >= UNSIGNED_BYTE
                    && magic[2] <= 0x0e
                    && magic[3] >= 1
                    && magic[3] <= MOST_SIZES;
        } catch (EOFException | ZipException damaged) {
            return false;
        }
    }

    private InputStream open() throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(path), BUFFER);
        try {
            return zipped ? new BufferedInputStream(new GZIPInputStream(in, BUFFER), BUFFER) : in;
        } catch (IOException damaged) {
            in.close();
            throw damaged;
        }
    }

    /** What is done with the bytes behind the sizes. */
    private interface Body<T> {
        T read(int[] sizes, DataInputStream in) throws IOException;
    }

    private <T> T read(Body<T> body) {
        return ContainedReading.of(path, () -> contained(body), ImageException::new);
    }

    private <T> T contained(Body<T> body) throws IOException {
        try (DataInputStream in = new DataInputStream(open())) {
            int[] sizes = sizes(in);
            T read = body.read(sizes, in);
            require(in.read() == -1, "it holds more bytes than %s says", Arrays.toString(sizes));
            return read;
        } catch (EOFException | ZipException damaged) {
            throw new IllegalArgumentException(
                    "it is damaged or cut short (" + ContainedReading.reason(damaged) + ")",
                    damaged);
        }
    }

    /** Number of sizes: 1 for labels, 3 or 4 for pictures. */
    int rank() {
        return ContainedReading.of(
                path,
                () -> {
                    try (DataInputStream in = new DataInputStream(open())) {
                        return sizes(in).length;
                    } catch (EOFException | ZipException damaged) {
                        throw new IllegalArgumentException(
                                "it is damaged or cut short ("
                                        + ContainedReading.reason(damaged)
                                        + ")",
                                damaged);
                    }
                },
                ImageException::new);
    }

    private int[] sizes(DataInputStream in) throws IOException {
        int magic = in.readInt();
        require(
                magic >>> 16 == 0,
                "it is no IDX file%s: its first bytes are %08x, not 0000",
                zipped ? " inside the gzip" : "",
                magic);
        int type = magic >> 8 & 0xff;
        require(
                type == UNSIGNED_BYTE,
                "it has IDX type %02x, only unsigned bytes (08) are read",
                type);
        int rank = magic & 0xff;
        require(rank >= 1 && rank <= MOST_SIZES, "it has %s sizes, not 1 to %s", rank, MOST_SIZES);
        int[] sizes = new int[rank];
        for (int i = 0; i < rank; i++) {
            sizes[i] = in.readInt();
            require(sizes[i] >= 1, "size %s of its %s is %s", i + 1, rank, sizes[i] & 0xffff_ffffL);
        }
        requireHeld(sizes);
        return sizes;
    }

    /** What the sizes claim against what the file can hold. */
    private void requireHeld(int[] sizes) throws IOException {
        double declared = Arrays.stream(sizes).asDoubleStream().reduce(1, (a, b) -> a * b);
        long held = Files.size(path) - 4 - 4L * sizes.length;
        if (zipped) {
            require(
                    declared <= (double) DEFLATE_RATIO * Files.size(path),
                    "it claims %s bytes out of %s compressed ones, which gzip cannot do",
                    Arrays.toString(sizes),
                    Files.size(path));
        } else {
            require(
                    declared == held,
                    "it declares %s, which is %.0f bytes, but holds %s",
                    Arrays.toString(sizes),
                    declared,
                    held);
        }
    }

    /** The classes. */
    int[] labels() {
        return read(
                (sizes, in) -> {
                    require(
                            sizes.length == 1,
                            "labels are a list, but it has sizes %s",
                            Arrays.toString(sizes));
                    require(
                            sizes[0] <= Limits.PICTURES,
                            "%s labels are more than %s",
                            sizes[0],
                            Limits.PICTURES);
                    byte[] bytes = in.readNBytes(sizes[0]);
                    require(
                            bytes.length == sizes[0],
                            "it declares %s labels, but ends after %s",
                            sizes[0],
                            bytes.length);
                    int[] labels = new int[bytes.length];
                    Arrays.setAll(labels, i -> bytes[i] & 0xff);
                    return labels;
                });
    }

    /** The pictures as they are wanted. */
    StoredImages.Builder pictures(ImageOptions options) {
        return read(
                (sizes, in) -> {
                    PictureLayout layout = PictureLayout.of("the file", sizes);
                    StoredImages.Builder pictures = new StoredImages.Builder();
                    ImageShape shape = layout.shape();
                    for (int i = 0; i < layout.count(); i++) {
                        byte[] bytes = in.readNBytes(shape.size());
                        require(
                                bytes.length == shape.size(),
                                "it declares %s pictures, but ends in the %s-th",
                                layout.count(),
                                i + 1);
                        pictures.add(options.fit(layout.picture(bytes)));
                    }
                    return pictures;
                });
    }
}
