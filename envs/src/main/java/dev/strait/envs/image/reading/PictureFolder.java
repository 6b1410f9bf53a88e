package dev.strait.envs.image.reading;

import dev.strait.envs.image.ImageSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A folder of picture files, whose sub-folders, or those of its part, are the classes.
 *
 * <p>Every picture is decoded once when the folder is opened, on all processors. What cannot be
 * decoded is left out and told in the remarks. The others are kept, fitted, a byte a number; where
 * they need more than {@code kept} bytes none is, and each is decoded whenever it is read.
 */
final class PictureFolder {

    private static final Set<String> READ = Set.of("png", "jpg", "jpeg", "bmp", "gif");
    private static final Set<String> NOT_READ =
            Set.of("webp", "tif", "tiff", "avif", "heic", "jp2", "svg", "ppm", "pgm");

    private final FolderParts parts;
    private final ImageOptions options;
    private final long kept;

    PictureFolder(Path folder, ImageOptions options, long kept) throws IOException {
        this.parts = FolderParts.of(folder);
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

    ImageSource open() throws IOException {
        List<Path> files = parts.pictures(options.split());
        Decoded decoded = new Decoded(options, kept, files);
        int[] sound = decoded.sound();
        FolderClasses classes = FolderClasses.of(parts.root(options.split()), files);
        Labels labels = classes.labels().at(sound);
        List<String> remarks =
                Stream.of(parts.remarks(options.split()), classes.remarks(), decoded.remarks())
                        .flatMap(List::stream)
                        .toList();
        List<Path> used = IntStream.of(sound).mapToObj(files::get).toList();
        return decoded.areKept()
                ? decoded.stored(labels, remarks)
                : new LazyImages(decoded.shape(), used, options, labels, remarks);
    }
}
