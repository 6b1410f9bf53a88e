package dev.strait.demos;

import dev.strait.envs.image.DrawnDigits;
import dev.strait.envs.image.ImageSource;
import dev.strait.envs.image.reading.ImageData;
import dev.strait.envs.image.reading.ImageOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Pictures to learn classes from, and others to be tested on.
 *
 * @param name part of the run folder's name
 * @param train to learn from
 * @param test never trained on
 */
record LabelledPictures(String name, ImageSource train, ImageSource test) {

    private static final int DRAWN = 10_000;
    private static final int DRAWN_TEST = 2_000;

    /**
     * Opens what {@code --data} names, which must have a test set of its own.
     *
     * @param data empty for digits that Strait draws from the seed
     */
    static LabelledPictures open(Optional<String> data, long seed) {
        return data.map(Path::of)
                .map(LabelledPictures::read)
                .orElseGet(
                        () ->
                                new LabelledPictures(
                                        "drawn-digits",
                                        new DrawnDigits(2 * seed, DRAWN),
                                        new DrawnDigits(2 * seed + 1, DRAWN_TEST)));
    }

    private static LabelledPictures read(Path path) {
        ImageOptions train = ImageOptions.asIs();
        return new LabelledPictures(
                path.toAbsolutePath().normalize().getFileName().toString(),
                ImageData.open(path, train),
                ImageData.open(path, train.of(ImageOptions.Split.TEST)));
    }

    /** What a user must be told, a line each. */
    List<String> remarks() {
        return Stream.concat(train.remarks().stream(), test.remarks().stream())
                .distinct()
                .map(remark -> "strait: " + remark)
                .toList();
    }
}
