package dev.strait.envs.image.reading;

import static dev.strait.envs.Require.require;
import static dev.strait.envs.image.reading.MissingPart.requirePart;

import dev.strait.envs.image.ImageSource;
import dev.strait.envs.image.reading.ImageOptions.Split;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * IDX files that belong together: pictures and labels of one name, such as {@code
 * train-images-idx3-ubyte.gz} and {@code train-labels-idx1-ubyte.gz}. A set whose name has {@code
 * t10k} or {@code test} in it is the test set.
 */
final class IdxFolder {

    private static final int MOST_FILES = 1000;

    private final List<IdxFile> pictures = new ArrayList<>();
    private final List<IdxFile> labels = new ArrayList<>();

    private IdxFolder(List<Path> files) throws IOException {
        for (Path file : files) {
            IdxFile idx = new IdxFile(file);
            boolean isLabels = name(file).contains("label") || idx.rank() == 1;
            (isLabels ? labels : pictures).add(idx);
        }
    }

    /** The IDX files of a folder, by their content, and those that are called so. */
    static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            List<Path> candidates =
                    all.filter(path -> !PictureFolder.isCalledPicture(path))
                            .filter(Files::isRegularFile)
                            .sorted()
                            .limit(MOST_FILES)
                            .toList();
            List<Path> files = new ArrayList<>();
            for (Path path : candidates) {
                if (isCalledIdx(path) || Files.isReadable(path) && IdxFile.isIdx(path)) {
                    files.add(path);
                }
            }
            return files;
        }
    }

    static boolean isCalledIdx(Path path) {
        return name(path).matches(".*(idx\\d[-.]ubyte|\\.idx\\d?)(\\.gz)?");
    }

    private static String name(Path path) {
        return path.getFileName().toString().toLowerCase(Locale.ROOT);
    }

    /** What the names of pictures and of their labels have in common. */
    private static String setName(Path path) {
        return name(path)
                .replaceAll("\\.gz$", "")
                .replaceAll("images?|labels?|pictures?|idx\\d?|ubyte", "")
                .replaceAll("[-_.\\s]+", " ")
                .strip();
    }

    private static Split split(IdxFile file) {
        String name = setName(file.path());
        return name.contains("t10k") || name.contains("test") ? Split.TEST : Split.TRAIN;
    }

    /** The set of a folder's files that is wanted. */
    static ImageSource open(List<Path> files, ImageOptions options) throws IOException {
        IdxFolder folder = new IdxFolder(files);
        List<IdxFile> fitting =
                folder.pictures.stream().filter(file -> split(file) == options.split()).toList();
        requirePart(
                !fitting.isEmpty(),
                "there is no IDX file of %s pictures, only %s",
                options.split() == Split.TEST ? "test" : "training",
                files.stream().map(Path::getFileName).toList());
        require(
                fitting.size() == 1,
                "there are several sets of IDX pictures, name one of %s",
                fitting.stream().map(file -> file.path().getFileName()).toList());
        return folder.open(fitting.get(0), options);
    }

    /** The set of a file of pictures, or where the test set is wanted, the one beside it. */
    static ImageSource openFile(Path file, ImageOptions options) throws IOException {
        IdxFile named = new IdxFile(file);
        require(
                named.rank() > 1,
                "it has one size, as labels do: name the pictures that they belong to");
        List<Path> beside = new ArrayList<>(files(file.toAbsolutePath().getParent()));
        if (options.split() == Split.TEST) {
            requirePart(split(named) == Split.TRAIN, "it is a test set, and has none of its own");
            return open(beside, options);
        }
        beside.removeIf(other -> !setName(other).equals(setName(file)));
        return new IdxFolder(beside).open(named, options);
    }

    private ImageSource open(IdxFile images, ImageOptions options) {
        List<IdxFile> paired =
                labels.stream()
                        .filter(file -> setName(file.path()).equals(setName(images.path())))
                        .toList();
        require(
                paired.size() <= 1,
                "several files of labels belong to %s",
                images.path().getFileName());
        StoredImages.Builder pictures = images.pictures(options);
        Optional<IdxFile> file = paired.stream().findFirst();
        Labels known =
                file.isEmpty()
                        ? Labels.none(pictures.size())
                        : Labels.numbered(
                                file.get().path().getFileName().toString(),
                                file.get().labels(),
                                pictures.size());
        List<String> remarks =
                file.isPresent() || labels.isEmpty()
                        ? List.of()
                        : List.of("no labels: no file of labels is called like the pictures");
        return pictures.build(known, remarks);
    }
}
