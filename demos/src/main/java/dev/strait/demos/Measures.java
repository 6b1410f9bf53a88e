package dev.strait.demos;

import static dev.strait.core.Require.require;

import dev.strait.agents.metric.extractor.PictureForm;
import java.util.Optional;

/**
 * What a training of pictures is measured by.
 *
 * @param every steps of the generator between two measurements; 0 for none at all
 * @param images pictures on either side
 * @param extractor a TorchScript file; empty for a classifier that Strait trains on the data
 * @param form of the pictures that the file takes
 */
record Measures(int every, int images, Optional<String> extractor, PictureForm form) {

    /** Well-posed for the 64 features of Strait's classifier, and a matter of seconds. */
    static final int IMAGES = 5_000;

    Measures {
        require(every >= 0, "every must be at least 0 (none), but was %s", every);
        require(images >= 2, "images must be at least 2, but was %s", images);
    }

    /** With Strait's own classifier. */
    static Measures every(int steps) {
        return new Measures(steps, IMAGES, Optional.empty(), PictureForm.INCEPTION);
    }

    /** Whether anything is measured. */
    boolean wanted() {
        return every > 0;
    }
}
