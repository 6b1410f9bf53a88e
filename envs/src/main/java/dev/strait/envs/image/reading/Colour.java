package dev.strait.envs.image.reading;

import static dev.strait.envs.Require.require;

import dev.strait.envs.image.ImageShape;

/** How many channels pictures get. */
public enum Colour {
    /** As many as they have; all must have the same. */
    AS_IS {
        @Override
        Picture apply(Picture picture) {
            return picture;
        }
    },
    /** One: 0.299 R + 0.587 G + 0.114 B (ITU-R BT.601). */
    GRAY {
        @Override
        Picture apply(Picture picture) {
            return picture.shape().channels() == 1 ? picture : gray(picture);
        }
    },
    /** Three, alike where the picture was gray. */
    RGB {
        @Override
        Picture apply(Picture picture) {
            return picture.shape().channels() == 3 ? picture : repeated(picture);
        }
    };

    abstract Picture apply(Picture picture);

    private static Picture gray(Picture picture) {
        ImageShape shape = requireChannels(picture, 3);
        int cells = shape.height() * shape.width();
        byte[] rgb = picture.bytes();
        byte[] gray = new byte[cells];
        for (int i = 0; i < cells; i++) {
            int red = rgb[i] & 0xff;
            int green = rgb[cells + i] & 0xff;
            int blue = rgb[2 * cells + i] & 0xff;
            gray[i] = (byte) ((299 * red + 587 * green + 114 * blue + 500) / 1000);
        }
        return new Picture(new ImageShape(1, shape.height(), shape.width()), gray);
    }

    private static Picture repeated(Picture picture) {
        ImageShape shape = requireChannels(picture, 1);
        int cells = shape.size();
        byte[] rgb = new byte[3 * cells];
        for (int channel = 0; channel < 3; channel++) {
            System.arraycopy(picture.bytes(), 0, rgb, channel * cells, cells);
        }
        return new Picture(new ImageShape(3, shape.height(), shape.width()), rgb);
    }

    private static ImageShape requireChannels(Picture picture, int channels) {
        ImageShape shape = picture.shape();
        require(
                shape.channels() == channels,
                "colours are known for 1 and 3 channels, but the picture has %s",
                shape.channels());
        return shape;
    }
}
