package dev.strait.envs.image.reading;

import static dev.strait.envs.Require.require;

import dev.strait.envs.image.ImageShape;
import java.util.Arrays;

/**
 * How pictures lie in an array: (N, H, W), (N, H, W, C) or (N, C, H, W), where C is 1 or 3. An
 * array that could be either of the last two has its channels last.
 *
 * @param count N
 * @param shape of a picture
 * @param channelsLast whether the channels of a cell lie beside each other
 */
record PictureLayout(int count, ImageShape shape, boolean channelsLast) {

    static PictureLayout of(String name, int[] sizes) {
        require(
                sizes.length == 3 || sizes.length == 4,
                "%s has sizes %s, but pictures are (N, H, W), (N, H, W, C) or (N, C, H, W)",
                name,
                Arrays.toString(sizes));
        boolean channelsLast = sizes.length == 4 && isChannels(sizes[3]);
        require(
                sizes.length == 3 || channelsLast || isChannels(sizes[1]),
                "%s has sizes %s, of which neither the second nor the last is 1 or 3 channels",
                name,
                Arrays.toString(sizes));
        ImageShape shape = shape(sizes, channelsLast);
        return new PictureLayout(Limits.count(sizes[0], shape), shape, channelsLast);
    }

    private static boolean isChannels(int size) {
        return size == 1 || size == 3;
    }

    private static ImageShape shape(int[] sizes, boolean channelsLast) {
        if (sizes.length == 3) {
            return Limits.shape(1, sizes[1], sizes[2]);
        }
        return channelsLast
                ? Limits.shape(sizes[3], sizes[1], sizes[2])
                : Limits.shape(sizes[1], sizes[2], sizes[3]);
    }

    /** A picture of this layout. */
    Picture picture(byte[] bytes) {
        return channelsLast ? Picture.ofInterleaved(shape, bytes) : new Picture(shape, bytes);
    }
}
