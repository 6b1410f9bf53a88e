package dev.strait.demos;

import dev.strait.envs.image.HeldOut;
import dev.strait.envs.image.ImageSource;
import java.util.Locale;

/**
 * Pictures to learn from, and others to test what was learned from them.
 *
 * @param pictures both
 * @param heldOutOf which part of the data the others were taken from
 */
record PictureParts(HeldOut pictures, Part heldOutOf) {

    /** Parts of data. */
    enum Part {
        /** The data's own test pictures. */
        TEST,
        /** Training pictures that are not learned from, for want of test pictures. */
        TRAINING;

        /** As summary.json has it. */
        String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    ImageSource training() {
        return pictures.training();
    }

    ImageSource heldOut() {
        return pictures.heldOut();
    }
}
