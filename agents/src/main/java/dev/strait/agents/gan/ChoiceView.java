package dev.strait.agents.gan;

import static dev.strait.core.Require.require;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import dev.strait.core.tensor.Constants;
import dev.strait.core.tensor.NoiseStream;
import dev.strait.envs.image.ImageShape;

/** How InfoGAN's Q sees the generated samples whose choice it is to tell while it learns. */
public sealed interface ChoiceView {

    /**
     * What Q sees of samples.
     *
     * @param samples (B, …) of as many numbers as a picture has
     * @param image shape of a picture
     * @return laid out as they were; {@code samples} itself where they are seen as they are
     */
    NDArray of(NDArray samples, ImageShape image, NoiseStream noise);

    /** As they are: Chen et al. 2016. */
    record AsIs() implements ChoiceView {

        @Override
        public NDArray of(NDArray samples, ImageShape image, NoiseStream noise) {
            return samples;
        }
    }

    /**
     * Each through a random affine map of its own, so that slant, width and place, which such maps
     * change, can tell little of the choice. As they are, two choices may as well share two kinds
     * of samples (a 4 and a 9) and tell them apart by such a style: the bound on I(c; x) is as
     * high.
     *
     * <p>With coordinates from the middle of a picture, a pixel (x, y) takes the value at (x + a x
     * + b y′ + s, y′), y′ = y + c x + d y + t, bilinear, and beyond an edge what is at the edge.
     * The bound is on I(c; view), so it is one on I(c; x).
     *
     * @param linear a, b, c and d are uniform in ± this
     * @param shift s and t are uniform in ± this, in widths and heights
     */
    record RandomAffine(double linear, double shift) implements ChoiceView {

        /** Maps a picture: a, b, s, c, d, t. */
        private static final int NUMBERS = 6;

        public RandomAffine {
            require(
                    linear >= 0 && linear < 1,
                    "linear must be at least 0 and below 1, but was %s",
                    linear);
            require(
                    shift >= 0 && shift < 1,
                    "shift must be at least 0 and below 1, but was %s",
                    shift);
        }

        /** For digits: turned by up to 14°, slanted, 0.8 to 1.33 times as wide and as high. */
        public static RandomAffine defaults() {
            return new RandomAffine(0.25, 0.06);
        }

        @Override
        public NDArray of(NDArray samples, ImageShape image, NoiseStream noise) {
            long rows = samples.getShape().get(0);
            NDArray pictures =
                    samples.reshape(rows, image.channels(), image.height(), image.width());
            NDArray drawn =
                    Latent.Prior.UNIFORM.draw(
                            samples.getManager(), new Shape(rows, NUMBERS), noise);
            NDArray alongRows = moved(pictures, 3, drawn.get(":, :3"));
            return moved(alongRows, 2, drawn.get(":, 3:")).reshape(samples.getShape());
        }

        /**
         * Pictures whose pixels come from elsewhere on the same row or column.
         *
         * @param axis 3 along rows, 2 along columns
         * @param drawn (B, 3) in [−1, 1]: what multiplies x, what multiplies y, the shift
         */
        private NDArray moved(NDArray pictures, int axis, NDArray drawn) {
            Shape shape = pictures.getShape();
            NDManager manager = pictures.getManager();
            long size = shape.get(axis);
            NDArray x = fromTheMiddle(manager, shape.get(3)).reshape(1, 1, 1, -1);
            NDArray y = fromTheMiddle(manager, shape.get(2)).reshape(1, 1, -1, 1);
            NDArray slope = Constants.times(drawn, linear);
            NDArray from =
                    (axis == 3 ? x : y)
                            .add(number(slope, 0).mul(x))
                            .add(number(slope, 1).mul(y))
                            .add(number(Constants.times(drawn, shift * size), 2))
                            .add((size - 1) / 2f);
            NDArray within = Constants.atLeast(Constants.atMost(from, size - 1), 0);
            NDArray below = within.floor();
            NDArray low = at(pictures, below, axis);
            NDArray high = at(pictures, within.ceil(), axis);
            return low.add(high.sub(low).mul(within.sub(below)));
        }

        private static NDArray fromTheMiddle(NDManager manager, long size) {
            return manager.arange((float) size).sub((size - 1) / 2f);
        }

        /** One of the numbers of every picture, (B, 1, 1, 1). */
        private static NDArray number(NDArray drawn, int which) {
            return drawn.get(":, " + which).reshape(-1, 1, 1, 1);
        }

        /** The pixels at whole places along an axis, the same places in every channel. */
        private static NDArray at(NDArray pictures, NDArray places, int axis) {
            NDArray index = places.toType(DataType.INT64, false).broadcast(pictures.getShape());
            return pictures.gather(index, axis);
        }
    }
}
