package dev.strait.envs.image.reading;

import static dev.strait.envs.Require.require;

import dev.strait.envs.demonstration.container.Npz;
import dev.strait.envs.demonstration.container.NumberArray;
import dev.strait.envs.demonstration.container.ValueBudget;
import dev.strait.envs.image.ImageSource;
import dev.strait.envs.image.reading.ImageOptions.Split;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * Pictures and labels in an npz, under the names of Keras, MedMNIST, plain {@code images} and
 * NumPy's own. What numbers mean is told by their type: whole ones are 0 to 255, truth values black
 * and white; real ones are in [0, 1], in [−1, 1] where some are negative, or in [0, 255] where some
 * are above 1.
 */
final class NpzImages {

    /** Names that belong together. */
    private record Names(Split split, String images, String labels) {}

    private static final List<Names> KNOWN =
            List.of(
                    new Names(Split.TRAIN, "x_train", "y_train"),
                    new Names(Split.TRAIN, "train_images", "train_labels"),
                    new Names(Split.TRAIN, "images", "labels"),
                    new Names(Split.TRAIN, "arr_0", "arr_1"),
                    new Names(Split.TEST, "x_test", "y_test"),
                    new Names(Split.TEST, "test_images", "test_labels"));

    private NpzImages() {}

    static ImageSource open(Path path, ImageOptions options) throws IOException {
        try (Npz npz = Npz.open(path, new ValueBudget())) {
            Names names = names(npz.names(), options.split());
            StoredImages.Builder pictures = pictures(npz, names.images(), options);
            Labels labels =
                    npz.names().contains(names.labels())
                            ? labels(npz.array(names.labels()), pictures.size())
                            : Labels.none(pictures.size());
            return pictures.build(labels, List.of());
        }
    }

    private static Names names(Set<String> held, Split split) {
        List<Names> fitting = KNOWN.stream().filter(names -> names.split() == split).toList();
        return fitting.stream()
                .filter(names -> held.contains(names.images()))
                .findFirst()
                .orElseThrow(
                        () ->
                                new MissingPart(
                                        "the npz has the members "
                                                + held
                                                + ", but pictures are looked for in "
                                                + fitting.stream().map(Names::images).toList()));
    }

    private static Labels labels(NumberArray array, int pictures) {
        array.requireRank(1, 2);
        require(
                array.columns() == 1,
                "%s has %s numbers a picture, but a label is one number",
                array.name(),
                array.columns());
        return Labels.numbered(array.name(), array.counts(), pictures);
    }

    private static StoredImages.Builder pictures(Npz npz, String name, ImageOptions options)
            throws IOException {
        Npz.Outline outline = npz.outline(name);
        PictureLayout layout = PictureLayout.of(name, outline.shape());
        Range range = new Range(name);
        npz.stream(name, range);
        Levels levels = Levels.of(outline, range);
        StoredImages.Builder pictures = new StoredImages.Builder();
        npz.stream(
                name,
                new Cutting(
                        levels,
                        layout.shape().size(),
                        bytes -> pictures.add(options.fit(layout.picture(bytes)))));
        return pictures;
    }

    /** Least and greatest number; refuses what is not finite. */
    private static final class Range implements Npz.Pieces {

        private final String name;
        private double least = Double.POSITIVE_INFINITY;
        private double greatest = Double.NEGATIVE_INFINITY;
        private long seen;

        Range(String name) {
            this.name = name;
        }

        @Override
        public void accept(double[] numbers, int count) {
            for (int i = 0; i < count; i++) {
                double number = numbers[i];
                require(Double.isFinite(number), "number %s of %s is %s", seen + i, name, number);
                least = Math.min(least, number);
                greatest = Math.max(greatest, number);
            }
            seen += count;
        }
    }

    /** The byte of a number is round((number − black) · scale). */
    private record Levels(double black, double scale) {

        static Levels of(Npz.Outline outline, Range range) {
            boolean real = outline.kind() == NumberArray.Kind.REAL;
            double least = range.least;
            double greatest = range.greatest;
            if (outline.kind() == NumberArray.Kind.BOOLEAN || real && least >= 0 && greatest <= 1) {
                return new Levels(0, 255);
            }
            if (real && least >= -1 && greatest <= 1) {
                return new Levels(-1, 127.5);
            }
            require(
                    least >= 0 && greatest <= 255,
                    "%s has numbers from %s to %s, which is neither [0, 255]%s",
                    outline.name(),
                    least,
                    greatest,
                    real ? " nor [0, 1] nor [-1, 1]" : " nor a truth value");
            return new Levels(0, 1);
        }

        byte level(double number) {
            return (byte) Math.round((number - black) * scale);
        }
    }

    /** Takes a whole picture. */
    private interface Receiver {
        void accept(byte[] bytes);
    }

    /** Cuts a stream of numbers into pictures. */
    private static final class Cutting implements Npz.Pieces {

        private final Levels levels;
        private final Receiver receiver;
        private final int size;
        private byte[] picture;
        private int filled;

        Cutting(Levels levels, int size, Receiver receiver) {
            this.levels = levels;
            this.size = size;
            this.receiver = receiver;
            this.picture = new byte[size];
        }

        @Override
        public void accept(double[] numbers, int count) {
            for (int i = 0; i < count; i++) {
                picture[filled++] = levels.level(numbers[i]);
                if (filled == size) {
                    receiver.accept(picture);
                    picture = new byte[size];
                    filled = 0;
                }
            }
        }
    }
}
