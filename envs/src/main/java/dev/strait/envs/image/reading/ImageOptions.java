package dev.strait.envs.image.reading;

/**
 * What is wanted of the pictures that a user names.
 *
 * @param split which part of a data set
 * @param sizing how they come to their size
 * @param colour how many channels they get
 */
public record ImageOptions(Split split, Sizing sizing, Colour colour) {

    /** Parts that data sets have. */
    public enum Split {
        /** What is learned from: all there is, where a data set has no parts. */
        TRAIN,
        /** What is kept for measuring. */
        TEST
    }

    /** The training pictures as they are. */
    public static ImageOptions asIs() {
        return new ImageOptions(Split.TRAIN, new Sizing.AsIs(), Colour.AS_IS);
    }

    /** The same of another part. */
    public ImageOptions of(Split other) {
        return new ImageOptions(other, sizing, colour);
    }

    /** The same in another size. */
    public ImageOptions sized(Sizing other) {
        return new ImageOptions(split, other, colour);
    }

    /** The same in other colours. */
    public ImageOptions coloured(Colour other) {
        return new ImageOptions(split, sizing, other);
    }

    /** A picture as it is wanted. */
    Picture fit(Picture picture) {
        return sizing.apply(colour.apply(picture));
    }
}
