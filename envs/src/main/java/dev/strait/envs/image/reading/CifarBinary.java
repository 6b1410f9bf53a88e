package dev.strait.envs.image.reading;

import static dev.strait.envs.Require.require;
import static dev.strait.envs.image.reading.MissingPart.requirePart;

import dev.strait.envs.file.ContainedReading;
import dev.strait.envs.image.ImageShape;
import dev.strait.envs.image.ImageSource;
import dev.strait.envs.image.reading.ImageOptions.Split;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * CIFAR-10's binary version: records of a class and 3 planes of 32×32 bytes, any number of them a
 * file. Files with {@code test} in their names are the test set.
 */
final class CifarBinary {

    private static final ImageShape SHAPE = new ImageShape(3, 32, 32);
    private static final int RECORD = 1 + SHAPE.size();
    private static final int CIFAR_100_RECORD = 2 + SHAPE.size();
    private static final List<String> CLASSES =
            List.of(
                    "airplane",
                    "automobile",
                    "bird",
                    "cat",
                    "deer",
                    "dog",
                    "frog",
                    "horse",
                    "ship",
                    "truck");

    private CifarBinary() {}

    /** The files of a folder that are called as CIFAR's are. */
    static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(CifarBinary::isCalledBinary)
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        }
    }

    static boolean isCalledBinary(Path path) {
        return path.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".bin");
    }

    /** The part of a folder's files that is wanted. */
    static ImageSource open(List<Path> files, ImageOptions options) {
        List<Path> fitting = files.stream().filter(file -> split(file) == options.split()).toList();
        requirePart(
                !fitting.isEmpty(),
                "there is no CIFAR-10 file of %s pictures, only %s",
                options.split() == Split.TEST ? "test" : "training",
                files.stream().map(Path::getFileName).toList());
        return read(fitting, options);
    }

    /** A file, or where the test set is wanted, those beside it. */
    static ImageSource openFile(Path file, ImageOptions options) throws IOException {
        if (options.split() == Split.TRAIN) {
            return read(List.of(file), options);
        }
        requirePart(split(file) == Split.TRAIN, "it is a test set, and has none of its own");
        return open(files(file.toAbsolutePath().getParent()), options);
    }

    private static Split split(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return name.contains("test") ? Split.TEST : Split.TRAIN;
    }

    private static ImageSource read(List<Path> files, ImageOptions options) {
        StoredImages.Builder pictures = new StoredImages.Builder();
        List<Integer> labels = new ArrayList<>();
        for (Path file : files) {
            ContainedReading.of(
                    file, () -> readRecords(file, options, pictures, labels), ImageException::new);
        }
        int[] values = labels.stream().mapToInt(Integer::intValue).toArray();
        return pictures.build(new Labels(values, CLASSES), List.of());
    }

    private static int readRecords(
            Path file, ImageOptions options, StoredImages.Builder pictures, List<Integer> labels)
            throws IOException {
        int records = records(Files.size(file));
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            for (int i = 0; i < records; i++) {
                byte[] record = in.readNBytes(RECORD);
                require(record.length == RECORD, "it ends in record %s", i);
                int label = record[0] & 0xff;
                require(label < CLASSES.size(), "record %s has class %s, not 0 to 9", i, label);
                byte[] planes = Arrays.copyOfRange(record, 1, RECORD);
                pictures.add(options.fit(new Picture(SHAPE, planes)));
                labels.add(label);
            }
        }
        return records;
    }

    private static int records(long length) {
        require(length > 0, "the file is empty");
        require(
                length % RECORD == 0,
                "it has %s bytes, which is not a multiple of CIFAR-10's %s%s",
                length,
                RECORD,
                length % CIFAR_100_RECORD == 0
                        ? ", but of CIFAR-100's " + CIFAR_100_RECORD + ", which is not read"
                        : "");
        return Limits.count(length / RECORD, SHAPE);
    }
}
