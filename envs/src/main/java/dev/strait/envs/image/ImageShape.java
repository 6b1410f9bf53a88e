package dev.strait.envs.image;

import static dev.strait.envs.Require.require;

/**
 * Size of a picture. Points of the plane have one too: two channels of one cell.
 *
 * @param channels C
 * @param height H, in cells
 * @param width W, in cells
 */
public record ImageShape(int channels, int height, int width) {

    public ImageShape {
        require(channels >= 1, "channels must be at least 1, but was %s", channels);
        require(height >= 1, "height must be at least 1, but was %s", height);
        require(width >= 1, "width must be at least 1, but was %s", width);
    }

    /** Numbers of one picture, C·H·W. */
    public int size() {
        return Math.multiplyExact(Math.multiplyExact(channels, height), width);
    }
}
