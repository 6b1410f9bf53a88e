package dev.strait.envs.image.reading;

import static dev.strait.envs.Require.require;

import dev.strait.envs.image.reading.ImageOptions.Split;
import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The parts of a folder of pictures: its sub-folders {@code train} and {@code test} (or {@code
 * val}). Where there is no {@code train}, the training part is all but the sub-folders that are
 * called as test parts are.
 */
final class FolderParts {

    private static final List<String> TRAIN = List.of("train", "training");
    private static final List<String> TEST = List.of("test", "testing", "val", "validation");
    private static final int EXAMPLES = 3;

    private final Path folder;
    private final List<Path> entries;
    private final List<Path> tests;
    private final Optional<Path> train;

    private FolderParts(Path folder, List<Path> entries) {
        this.folder = folder;
        this.entries = entries;
        tests = entries.stream().filter(path -> isPart(path, TEST)).toList();
        train = entries.stream().filter(path -> isPart(path, TRAIN)).findFirst();
    }

    static FolderParts of(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return new FolderParts(folder, entries.sorted().toList());
        }
    }

    private static boolean isPart(Path path, List<String> names) {
        String name = path.getFileName().toString().toLowerCase(Locale.ROOT);
        return names.contains(name) && Files.isDirectory(path);
    }

    /**
     * The folder whose sub-folders are the classes of a part.
     *
     * @throws MissingPart where there are no test pictures
     */
    Path root(Split split) {
        if (split == Split.TRAIN) {
            return train.orElse(folder);
        }
        MissingPart.requirePart(
                !tests.isEmpty(), "the folder of pictures has no sub-folder 'test' or 'val'");
        return tests.get(0);
    }

    /** The files of a part that are called pictures, in order. */
    List<Path> pictures(Split split) throws IOException {
        Path root = root(split);
        List<Path> left = root.equals(folder) ? tests : List.of();
        try (Stream<Path> all = Files.walk(root, FileVisitOption.FOLLOW_LINKS)) {
            List<Path> pictures =
                    all.filter(PictureFolder::isCalledPicture)
                            .filter(path -> left.stream().noneMatch(path::startsWith))
                            .filter(path -> !Files.isDirectory(path))
                            .sorted()
                            .toList();
            require(
                    !pictures.isEmpty(),
                    "there is no picture in the folder%s",
                    left.isEmpty() ? "" : " but in its test part");
            return pictures;
        }
    }

    /** What is not in the training part, where its folders do not say so by their names. */
    List<String> remarks(Split split) {
        if (split == Split.TEST || train.isEmpty() && tests.isEmpty()) {
            return List.of();
        }
        if (train.isEmpty()) {
            return List.of("not learned from, as test pictures: " + names(tests));
        }
        List<Path> beside = new ArrayList<>(entries);
        beside.removeIf(path -> isPart(path, TRAIN) || isPart(path, TEST));
        beside.removeIf(path -> !Files.isDirectory(path) && !PictureFolder.isCalledPicture(path));
        return beside.isEmpty()
                ? List.of()
                : List.of(
                        "only pictures in '%s' are learned from, not what lies beside it: %s"
                                .formatted(train.get().getFileName(), names(beside)));
    }

    private static String names(List<Path> paths) {
        List<String> names = paths.stream().map(path -> path.getFileName().toString()).toList();
        int more = names.size() - EXAMPLES;
        String some = String.join(", ", names.subList(0, Math.min(EXAMPLES, names.size())));
        return more > 0 ? some + " and " + more + " more" : some;
    }
}
