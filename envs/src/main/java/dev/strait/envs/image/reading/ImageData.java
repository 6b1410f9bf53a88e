package dev.strait.envs.image.reading;

import static dev.strait.envs.Require.require;
import static dev.strait.envs.file.ContainedReading.startsWith;

import dev.strait.envs.file.ContainedReading;
import dev.strait.envs.image.ImageSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Opens the pictures that a user names, whatever form they have.
 *
 * <pre>{@code
 * ImageSource digits = ImageData.open(Path.of("mnist"), ImageOptions.asIs());
 * ImageSource faces =
 *         ImageData.open(
 *                 Path.of("faces"),
 *                 ImageOptions.asIs().sized(new Sizing.Scaled(64)).coloured(Colour.RGB));
 * }</pre>
 */
public final class ImageData {

    /** Part of the memory that the pictures of a folder may take. */
    private static final int SHARE = 4;

    private static final int HEAD = 8;

    private ImageData() {}

    /**
     * Opens a folder of IDX files, of CIFAR-10's binary files or of pictures, an npz, or a single
     * IDX or CIFAR-10 file.
     *
     * @throws ImageException in one line, when it cannot be used
     */
    public static ImageSource open(Path path, ImageOptions options) {
        return ContainedReading.of(
                path,
                () -> Files.isDirectory(path) ? openFolder(path, options) : openFile(path, options),
                ImageException::new);
    }

    /** Another source in the size and colours that are wanted; its split is what it is. */
    public static ImageSource fitted(ImageSource source, ImageOptions options) {
        return new FittedImages(source, options);
    }

    private static ImageSource openFolder(Path folder, ImageOptions options) throws IOException {
        List<Path> idx = IdxFolder.files(folder);
        if (!idx.isEmpty()) {
            return IdxFolder.open(idx, options);
        }
        List<Path> cifar = CifarBinary.files(folder);
        if (!cifar.isEmpty()) {
            return CifarBinary.open(cifar, options);
        }
        long kept = Math.min(Limits.BYTES, Runtime.getRuntime().maxMemory() / SHARE);
        return new PictureFolder(folder, options, kept).open();
    }

    private static ImageSource openFile(Path file, ImageOptions options) throws IOException {
        byte[] head = ContainedReading.head(file, HEAD);
        require(head.length > 0, "the file is empty");
        if (startsWith(head, "PK")) {
            return NpzImages.open(file, options);
        }
        if (IdxFolder.isCalledIdx(file) || IdxFile.isIdx(file)) {
            return IdxFolder.openFile(file, options);
        }
        if (CifarBinary.isCalledBinary(file)) {
            return CifarBinary.openFile(file, options);
        }
        refuseKnown(head);
        throw new IllegalArgumentException("its content is neither IDX, CIFAR-10 nor npz");
    }

    private static void refuseKnown(byte[] head) {
        require(
                !PictureFile.isPicture(head),
                "it is a single picture: name the folder that holds the pictures");
        require(
                !(head[0] == (byte) 0x80 && head.length > 1 && head[1] >= 2 && head[1] <= 5),
                "it is a pickle, and pickles are never decoded: they run code");
        require(
                !startsWith(head, "\u0093NUMPY"),
                "it is a single npy array: save it as 'images' in an npz");
        require(
                !startsWith(head, "\u001f\u008b"),
                "it is a gzip without IDX inside: unpack a .tar.gz and name its folder");
        require(!startsWith(head, "MATLAB"), "it is a MATLAB file, which is not read");
    }
}
