package dev.strait.envs.image.reading;

import static dev.strait.envs.Require.require;

import dev.strait.envs.image.ImageShape;

/** How much is believed of what a file declares. */
final class Limits {

    /** Longest side of a picture, in pixels. */
    static final int SIDE = 16_384;

    /** Most cells of a picture that is decoded: one frame of 8K video, 7680 by 4320, fits. */
    static final long CELLS = 1L << 25;

    /** Most bytes of decoded pictures held in memory. */
    static final long BYTES = 1L << 30;

    /** Most pictures of a file. */
    static final long PICTURES = 5_000_000;

    /** Labels lie below this. */
    static final int CLASSES = 10_000;

    private Limits() {}

    /** The shape that a file declares of its pictures. */
    static ImageShape shape(long channels, long height, long width) {
        require(
                channels == 1 || channels == 3,
                "pictures have 1 or 3 channels, but these have %s",
                channels);
        require(
                height >= 1 && width >= 1 && height <= SIDE && width <= SIDE,
                "the sides of pictures must be in [1, %s], but these are %s×%s",
                SIDE,
                height,
                width);
        require(
                height * width <= CELLS,
                "pictures of %s×%s are larger than %s cells",
                height,
                width,
                CELLS);
        return new ImageShape((int) channels, (int) height, (int) width);
    }

    /** The number of pictures that a file declares. */
    static int count(long count, ImageShape shape) {
        require(count >= 1, "there must be at least 1 picture, but %s are declared", count);
        require(count <= PICTURES, "%s pictures are more than %s", count, PICTURES);
        require(
                count * shape.size() <= BYTES,
                "%s pictures of %s bytes are more than %s bytes, which one file may hold: use a"
                        + " folder of pictures",
                count,
                shape.size(),
                BYTES);
        return (int) count;
    }
}
