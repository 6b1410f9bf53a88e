package dev.strait.envs.image.reading;

import static dev.strait.envs.Require.require;

import dev.strait.envs.image.ImageShape;

/**
 * A decoded picture, as small as it can be kept.
 *
 * @param shape (C, H, W)
 * @param bytes unsigned, channel by channel, row by row from the top
 */
public record Picture(ImageShape shape, byte[] bytes) {

    public Picture {
        require(
                bytes.length == shape.size(),
                "a picture of %s has %s bytes, but was given %s",
                shape,
                shape.size(),
                bytes.length);
    }

    /** From channels that lie beside each other in every cell to channels one after the other. */
    static Picture ofInterleaved(ImageShape shape, byte[] interleaved) {
        int channels = shape.channels();
        if (channels == 1) {
            return new Picture(shape, interleaved);
        }
        byte[] planes = new byte[interleaved.length];
        int cells = shape.height() * shape.width();
        for (int cell = 0; cell < cells; cell++) {
            for (int channel = 0; channel < channels; channel++) {
                planes[channel * cells + cell] = interleaved[cell * channels + channel];
            }
        }
        return new Picture(shape, planes);
    }

    /** Writes b/127.5 − 1 for every byte. */
    void write(float[] target, int offset) {
        write(bytes, target, offset);
    }

    static void write(byte[] bytes, float[] target, int offset) {
        for (int i = 0; i < bytes.length; i++) {
            target[offset + i] = (bytes[i] & 0xff) / 127.5f - 1;
        }
    }

    /** The picture whose bytes these numbers in [−1, 1] are nearest to. */
    static Picture of(ImageShape shape, float[] numbers) {
        byte[] bytes = new byte[numbers.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) Math.round((numbers[i] + 1) * 127.5f);
        }
        return new Picture(shape, bytes);
    }
}
