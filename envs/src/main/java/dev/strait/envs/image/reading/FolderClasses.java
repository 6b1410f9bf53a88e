package dev.strait.envs.image.reading;

import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;

/**
 * The first sub-folder that a file lies in is its class, where there are at least two and no
 * picture lies beside them.
 *
 * @param labels of the files, named as the sub-folders
 * @param remarks why there are none, where one might expect them
 */
record FolderClasses(Labels labels, List<String> remarks) {

    static FolderClasses of(Path root, List<Path> files) {
        long beside = files.stream().filter(file -> depth(root, file) == 1).count();
        if (beside > 0 && beside < files.size()) {
            String remark = "no classes: %s of %s pictures lie beside the sub-folders, not in them";
            return new FolderClasses(
                    Labels.none(files.size()), List.of(remark.formatted(beside, files.size())));
        }
        List<String> names = beside > 0 ? List.of() : names(root, files);
        return new FolderClasses(
                names.size() < 2 ? Labels.none(files.size()) : labels(root, files, names),
                List.of());
    }

    private static int depth(Path root, Path file) {
        return root.relativize(file).getNameCount();
    }

    private static List<String> names(Path root, List<Path> files) {
        return List.copyOf(
                new TreeSet<>(files.stream().map(file -> subFolder(root, file)).toList()));
    }

    private static Labels labels(Path root, List<Path> files, List<String> names) {
        int[] values =
                files.stream().mapToInt(file -> names.indexOf(subFolder(root, file))).toArray();
        return new Labels(values, names);
    }

    private static String subFolder(Path root, Path file) {
        return root.relativize(file).getName(0).toString();
    }
}
