package dev.strait.envs.image.reading;

import static dev.strait.envs.Require.require;

import dev.strait.envs.image.ImageSource;
import dev.strait.envs.image.reading.ImageOptions.Split;
import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A folder of picture files, whose sub-folders are the classes. {@code train} and {@code test} (or
 * {@code val}) in it are its parts.
 *
 * <p>Every picture is decoded once when the folder is opened, on all processors. What cannot be
 * decoded is left out and told in the remarks. The others are kept, fitted, a byte a number; where
 * they need more than {@code kept} bytes none is, and each is decoded whenever it is read.
 */
final class PictureFolder {

    private static final Set<String> READ = Set.of("png", "jpg", "jpeg", "bmp", "gif");
    private static final Set<String> NOT_READ =
            Set.of("webp", "tif", "tiff", "avif", "heic", "jp2", "svg", "ppm", "pgm");
    private static final List<String> TRAIN = List.of("train", "training");
    private static final List<String> TEST = List.of("test", "testing", "val", "validation");

    private final Path root;
    private final ImageOptions options;
    private final long kept;

    PictureFolder(Path folder, ImageOptions options, long kept) throws IOException {
        this.root = part(folder, options.split());
        this.options = options;
        this.kept = kept;
    }

    /** Whether the name of a file says that it is a picture, of a kind that is read or not. */
    static boolean isCalledPicture(Path path) {
        String name = lowered(path);
        String kind = name.substring(name.lastIndexOf('.') + 1);
        return !name.startsWith(".") && (READ.contains(kind) || NOT_READ.contains(kind));
    }

    private static String lowered(Path path) {
        return path.getFileName().toString().toLowerCase(Locale.ROOT);
    }

    private static Path part(Path folder, Split split) throws IOException {
        Optional<Path> train = subFolder(folder, TRAIN);
        Optional<Path> test = subFolder(folder, TEST);
        if (split == Split.TEST) {
            return test.orElseThrow(
                    () ->
                            new MissingPart(
                                    "the folder of pictures has no sub-folder 'test' or 'val'"));
        }
        return test.isPresent() ? train.orElse(folder) : folder;
    }

    private static Optional<Path> subFolder(Path folder, List<String> names) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(Files::isDirectory)
                    .filter(path -> names.contains(lowered(path)))
                    .min(Path::compareTo);
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(root, FileVisitOption.FOLLOW_LINKS)) {
            return all.filter(PictureFolder::isCalledPicture)
                    .filter(path -> !Files.isDirectory(path))
                    .sorted()
                    .toList();
        }
    }

    ImageSource open() throws IOException {
        List<Path> files = files();
        require(!files.isEmpty(), "there is no picture in the folder");
        Decoded decoded = new Decoded(options, kept, files);
        int[] sound = decoded.sound();
        FolderClasses classes = FolderClasses.of(root, files);
        Labels labels = classes.labels().at(sound);
        List<String> remarks =
                Stream.of(classes.remarks(), decoded.remarks()).flatMap(List::stream).toList();
        List<Path> used = IntStream.of(sound).mapToObj(files::get).toList();
        return decoded.areKept()
                ? decoded.stored(labels, remarks)
                : new LazyImages(decoded.shape(), used, options, labels, remarks);
    }
}
