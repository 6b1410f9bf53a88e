package dev.strait.envs.image.reading;

import static dev.strait.envs.Require.require;

import dev.strait.envs.image.ImageShape;

/** How pictures come to their size. */
public sealed interface Sizing {

    /** The picture in its new size. */
    Picture apply(Picture picture);

    /** The size of pictures as they are; all must have the same. */
    record AsIs() implements Sizing {
        @Override
        public Picture apply(Picture picture) {
            return picture;
        }
    }

    /**
     * The greatest centred square, scaled to a side by a triangle filter that widens where it
     * shrinks.
     *
     * @param side in pixels
     */
    record Scaled(int side) implements Sizing {

        public Scaled {
            requireSide(side);
        }

        @Override
        public Picture apply(Picture picture) {
            ImageShape shape = picture.shape();
            return shape.height() == side && shape.width() == side
                    ? picture
                    : TriangleFilter.square(picture, side);
        }
    }

    /**
     * Black around the picture, half of it on either side (the odd row or column below and to the
     * right), which leaves every value as it was.
     *
     * @param side in pixels, at least the picture's sides
     */
    record Padded(int side) implements Sizing {

        public Padded {
            requireSide(side);
        }

        @Override
        public Picture apply(Picture picture) {
            ImageShape from = picture.shape();
            require(
                    from.height() <= side && from.width() <= side,
                    "a picture of %s×%s does not fit into %s×%s: scale it instead of padding",
                    from.height(),
                    from.width(),
                    side,
                    side);
            ImageShape to = new ImageShape(from.channels(), side, side);
            byte[] bytes = new byte[to.size()];
            int top = (side - from.height()) / 2;
            int left = (side - from.width()) / 2;
            for (int row = 0; row < from.channels() * from.height(); row++) {
                int channel = row / from.height();
                int y = row % from.height() + top;
                System.arraycopy(
                        picture.bytes(),
                        row * from.width(),
                        bytes,
                        (channel * side + y) * side + left,
                        from.width());
            }
            return new Picture(to, bytes);
        }
    }

    private static void requireSide(int side) {
        require(
                side >= 1 && side <= Limits.SIDE,
                "side must be in [1, %s], but was %s",
                Limits.SIDE,
                side);
    }
}
