package dev.strait.demos.image;

import dev.strait.envs.image.HeldOut;
import dev.strait.envs.image.ImageSource;
import java.util.Locale;

/**
 * Pictures to learn from, and others to test what was learned from them.
 *
 * @param pictures both
 * @param heldOutOf which part of the data the others were taken from
 */
public record PictureParts(HeldOut pictures, Part heldOutOf) {

    /** Parts of data. */
    public enum Part {
        /** The data's own test pictures. */
        TEST,
        /** Training pictures that are not learned from, for want of test pictures. */
        TRAINING;

        /** As summary.json has it. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What is learned from. */
    public ImageSource training() {
        return pictures.training();
    }

    /** What it is tested on. */
    public ImageSource heldOut() {
        return pictures.heldOut();
    }
}
