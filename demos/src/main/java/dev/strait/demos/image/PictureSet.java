package dev.strait.demos.image;

import static dev.strait.core.Require.require;

import dev.strait.envs.image.DrawnDigits;
import dev.strait.envs.image.HeldOut;
import dev.strait.envs.image.ImageSource;
import dev.strait.envs.image.reading.Colour;
import dev.strait.envs.image.reading.ImageData;
import dev.strait.envs.image.reading.ImageException;
import dev.strait.envs.image.reading.ImageOptions;
import dev.strait.envs.image.reading.Sizing;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The pictures that a command works on.
 *
 * @param path the data; empty for the digits that Strait draws
 * @param size side of the squares that they are brought to; empty for as they are
 * @param colour how many channels they get
 */
public record PictureSet(Optional<String> path, Optional<Integer> size, Colour colour) {

    /** Strait's own digits. */
    public static final PictureSet DRAWN =
            new PictureSet(Optional.empty(), Optional.empty(), Colour.AS_IS);

    private static final int DRAWN_TRAINING = 20_000;
    private static final int DRAWN_TEST = 2_000;
    private static final long DRAWN_SEED = 1;
    private static final long TEST_SEED = 2;

    /** Where data has no test pictures, one of so many is held out. */
    private static final int HELD_OUT_SHARE = 6;

    private static final long HELD_OUT_SEED = 0;

    public PictureSet {
        int side = size.orElse(1);
        require(side >= 1, "size must be at least 1, but was %s", side);
    }

    /**
     * Those of a run's configuration.
     *
     * @param peek gives the text under a key
     */
    public static PictureSet of(Function<String, Optional<String>> peek) {
        return new PictureSet(
                peek.apply("pictures.path"),
                peek.apply("pictures.size").map(PictureSet::whole),
                peek.apply("pictures.colour").map(PictureInput::named).orElse(Colour.AS_IS));
    }

    private static int whole(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "pictures.size must be a whole number, but was '" + text + "'", e);
        }
    }

    /** The pictures to learn from: all of the training part. */
    public ImageSource training() {
        return path.map(name -> ImageData.open(Path.of(name), options(ImageOptions.Split.TRAIN)))
                .orElseGet(() -> drawn(DRAWN_SEED, DRAWN_TRAINING));
    }

    /**
     * Training pictures and others to test what was learned from them: the data's own test part,
     * or, where it has none, a part that is held out.
     *
     * @param remark hears why a part had to be held out, or what is to be told of the test part
     * @throws ImageException where there is a test part that cannot be used
     */
    public PictureParts parts(Consumer<String> remark) {
        return parts(training(), remark);
    }

    /**
     * The same of training pictures that are open already: a folder is not decoded again.
     *
     * @param training as {@link #training} gave them
     */
    PictureParts parts(ImageSource training, Consumer<String> remark) {
        try {
            ImageSource test =
                    path.map(Path::of)
                            .map(data -> ImageData.open(data, options(ImageOptions.Split.TEST)))
                            .orElseGet(() -> drawn(TEST_SEED, DRAWN_TEST));
            test.remarks().forEach(text -> remark.accept("test part: " + text));
            return new PictureParts(new HeldOut(training, test), PictureParts.Part.TEST);
        } catch (ImageException e) {
            if (!e.isMissingPart()) {
                throw e;
            }
            remark.accept("a part is held out to test on, since " + e.getMessage());
            return new PictureParts(heldOut(training), PictureParts.Part.TRAINING);
        }
    }

    private HeldOut heldOut(ImageSource training) {
        require(training.size() >= 2, "%s: there must be two pictures at least", name());
        int count = Math.max(1, training.size() / HELD_OUT_SHARE);
        return HeldOut.of(training, count, HELD_OUT_SEED);
    }

    /** In a word, such as {@code mnist}: part of a run's name. */
    public String name() {
        return path.map(text -> Path.of(text).getFileName())
                .map(file -> file.toString().replaceFirst("\\.(npz|gz|bin|zip)$", ""))
                .orElse("digits");
    }

    private ImageSource drawn(long seed, int count) {
        ImageSource digits = new DrawnDigits(seed, count);
        return size.isEmpty() && colour == Colour.AS_IS
                ? digits
                : ImageData.fitted(digits, options(ImageOptions.Split.TRAIN));
    }

    private ImageOptions options(ImageOptions.Split split) {
        Sizing sizing = size.<Sizing>map(Sizing.Scaled::new).orElse(new Sizing.AsIs());
        return new ImageOptions(split, sizing, colour);
    }
}
