package dev.strait.demos.image;

import static dev.strait.core.Require.require;

import dev.strait.agents.metric.extractor.PictureForm;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a training of pictures is measured by.
 *
 * @param every steps of the generator between two measurements; 0 for none at all
 * @param images pictures on either side
 * @param extractor a TorchScript file; empty for a classifier that Strait trains on the data
 * @param form of the pictures that the file takes
 */
public record Measures(int every, int images, Optional<String> extractor, PictureForm form) {

    /** Well-posed for the 64 features of Strait's classifier, and a matter of seconds. */
    static final int IMAGES = 5_000;

    public Measures {
        require(every >= 0, "every must be at least 0 (none), but was %s", every);
        require(images >= 2, "images must be at least 2, but was %s", images);
    }

    /** With Strait's own classifier. */
    public static Measures every(int steps) {
        return new Measures(steps, IMAGES, Optional.empty(), PictureForm.INCEPTION);
    }

    /**
     * Those of a run's configuration.
     *
     * @param peek gives the text under a key
     */
    public static Measures of(Function<String, Optional<String>> peek) {
        PictureForm usual = PictureForm.INCEPTION;
        return new Measures(
                1,
                (int) number(peek, "images", IMAGES),
                peek.apply("measures.extractor"),
                new PictureForm(
                        (int) number(peek, "form.channels", usual.channels()),
                        (int) number(peek, "form.height", usual.height()),
                        (int) number(peek, "form.width", usual.width()),
                        number(peek, "form.darkest", usual.darkest()),
                        number(peek, "form.brightest", usual.brightest())));
    }

    private static double number(
            Function<String, Optional<String>> peek, String key, double otherwise) {
        Optional<String> text = peek.apply("measures." + key);
        try {
            return text.map(Double::parseDouble).orElse(otherwise);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "measures.%s must be a number, but was '%s'".formatted(key, text.get()), e);
        }
    }

    /** The same of so many pictures. */
    public Measures images(int count) {
        return new Measures(every, count, extractor, form);
    }

    /** Whether anything is measured. */
    public boolean wanted() {
        return every > 0;
    }
}
